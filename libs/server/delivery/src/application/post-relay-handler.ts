import type { DossierId } from '@mocua/contract';
import type { Parcel } from '@mocua/engine/dossier';
import { type DossierParcel, type DossierParcels, postDestination } from '@mocua/server/dossier';
import {
  type ChunkOutcome,
  type Clock,
  DestinationUnavailable,
  OutboxChunkHandler,
  type OutboxRow,
} from '@mocua/server/kernel';
import type { Parcels } from '../persistence/parcels';
import { ParcelRefused, type PostalService, PostUnavailable } from '../ports';

/** Name of a parcel at the post: ours, so that an order whose answer was lost is the same order. */
export function referenceOf({ code }: DossierParcel, { number }: Parcel): string {
  return `${code}-BC${number}`;
}

/**
 * Orders parcels and calls them off, in the order of each dossier. A post that is down rests and costs no order an attempt;
 * an order that was answered strangely is looked up by its reference first: it may be there.
 */
export class PostRelayHandler extends OutboxChunkHandler {
  override readonly destination = postDestination;
  override readonly chunkSize = 2;
  /** One after the other: whose address is read is said by the dossier that was loaded last. */
  override readonly concurrency = 1;

  constructor(
    private readonly dossiers: Pick<DossierParcels, 'of' | 'receiverOf' | 'record'>,
    private readonly parcels: Parcels,
    private readonly post: PostalService,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    const outcome = new Map<string, Error | null>();
    for (const row of rows) outcome.set(row.id, await this.deliver(row));
    return outcome;
  }

  private async deliver({ payload }: OutboxRow): Promise<Error | null> {
    const parcelId = String(payload['parcelId']);
    try {
      const known = await this.dossiers.of(String(payload['dossierId']) as DossierId);
      if (payload['errand'] === 'call-off') await this.callOff(parcelId);
      else if (known.parcel?.parcelId === parcelId && known.underWay) await this.order(known, known.parcel);
      return null;
    } catch (error) {
      if (error instanceof PostUnavailable) return new DestinationUnavailable(this.destination, error);
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private async order(dossier: DossierParcel, parcel: Parcel): Promise<void> {
    const { dossierId, code, sender } = dossier;
    const { parcelId } = parcel;
    if (await this.parcels.byId(parcelId)) return;
    const receiver = await this.dossiers.receiverOf(parcel);
    const reference = referenceOf(dossier, parcel);
    if (!receiver) return void (await this.dossiers.record(dossierId, parcelId, 'refused'));
    const { receiverName: name, ...address } = receiver;
    try {
      const order = { reference, dossierCode: code, sender, receiver: { name, ...address } };
      const trackingNumber = await this.orderOnce(order);
      await this.parcels.add({ parcelId, dossierId, reference, trackingNumber, orderedAt: this.clock.now() });
    } catch (error) {
      if (!(error instanceof ParcelRefused)) throw error;
      await this.dossiers.record(dossierId, parcelId, 'refused');
    }
  }

  private async orderOnce(order: Parameters<PostalService['order']>[0]): Promise<string> {
    try {
      return await this.post.order(order);
    } catch (error) {
      if (error instanceof ParcelRefused || error instanceof PostUnavailable) throw error;
      const there = await this.find(order.reference);
      if (there === null) throw error;
      return there.trackingNumber;
    }
  }

  /** A post that cannot even say what it knows is down. */
  private async find(reference: string) {
    try {
      return await this.post.find(reference);
    } catch (error) {
      throw error instanceof PostUnavailable ? error : new PostUnavailable(error);
    }
  }

  private async callOff(parcelId: string): Promise<void> {
    const parcel = await this.parcels.byId(parcelId);
    if (!parcel) return;
    await this.post.callOff(parcel.reference);
    await this.parcels.settle(parcelId);
  }
}
