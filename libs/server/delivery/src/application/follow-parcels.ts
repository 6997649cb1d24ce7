import type { DossierParcels } from '@mocua/server/dossier';
import type { Clock, Logger } from '@mocua/server/kernel';
import { outcomeIn } from '../domain/parcel-standing';
import type { OrderedParcel, Parcels } from '../persistence/parcels';
import type { PostalService } from '../ports';

/** Asks the post where parcels are. What it tells is kept, and what matters is told to the dossier; again, it changes nothing. */
export class FollowParcels {
  constructor(
    private readonly parcels: Parcels,
    private readonly post: PostalService,
    private readonly dossiers: Pick<DossierParcels, 'record'>,
    private readonly clock: Clock,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** Answers how many parcels it asked about. */
  async execute(limit = 10): Promise<number> {
    const asked = await this.parcels.takeForLookUp(this.clock.now(), limit);
    for (const parcel of asked) await this.ask(parcel);
    return asked.length;
  }

  private async ask(parcel: OrderedParcel): Promise<void> {
    const { parcelId, dossierId, reference } = parcel;
    try {
      const shipment = await this.post.find(reference);
      if (!shipment) throw new Error('the post does not know a parcel it took');
      const points = await this.parcels.note(parcel, shipment.points, this.clock.now());
      const outcome = outcomeIn(points);
      if (outcome === null) return;
      await this.dossiers.record(dossierId, parcelId, outcome);
      if (outcome !== 'not-delivered') await this.parcels.settle(parcelId);
    } catch (error) {
      this.logger.warn({ err: error, parcelId }, 'the post was not heard; the parcel is asked about again');
    }
  }
}
