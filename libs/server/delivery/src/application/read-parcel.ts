import type { DossierId, getMyParcel, ParcelId, ParcelView, ResponseOf } from '@mocua/contract';
import { type DossierParcel, type DossierParcels, postDestination } from '@mocua/server/dossier';
import {
  type CitizenActor,
  type Config,
  type Database,
  type OfficerActor,
  waitingInLanes,
} from '@mocua/server/kernel';
import { newestFirst, standingOf } from '../domain/parcel-standing';
import type { Parcels } from '../persistence/parcels';

type Answer = ResponseOf<typeof getMyParcel>;

/** Shows where the result is that was given to the post; neither name nor address is opened for it. */
export class ReadParcel {
  constructor(
    private readonly dossiers: DossierParcels,
    private readonly parcels: Parcels,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async forCitizen(actor: CitizenActor, dossierId: DossierId): Promise<Answer> {
    return this.view(await this.dossiers.forCitizen(actor, dossierId));
  }

  async forOfficer(actor: OfficerActor, dossierId: DossierId): Promise<Answer> {
    return this.view(await this.dossiers.forOfficer(actor, dossierId));
  }

  private async view({ dossierId, parcel }: DossierParcel): Promise<Answer> {
    if (!parcel) return { parcel: null };
    const { parcelId, postedAt } = parcel;
    const [ordered, points] = await Promise.all([
      this.parcels.byId(parcelId),
      this.parcels.pointsOf(parcelId),
    ]);
    const standing = standingOf(parcel, ordered !== null, points);
    return {
      parcel: {
        parcelId: parcelId as ParcelId,
        standing,
        stuck: standing === 'waiting' && (await this.isStuck(dossierId)),
        trackingNumber: ordered?.trackingNumber ?? null,
        postedAt,
        postagePaidBy: this.config.post.paidBy,
        points: newestFirst(points).map(({ at, step, place }): ParcelView['points'][number] => ({
          at,
          step,
          place,
        })),
      },
    };
  }

  private async isStuck(dossierId: DossierId): Promise<boolean> {
    const lanes = await waitingInLanes(this.database, postDestination, [dossierId]);
    return lanes.get(dossierId)?.dead ?? false;
  }
}
