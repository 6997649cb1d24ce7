import type { PartyId } from '@mocua/contract';
import { namedId, type OutboxMessage, type SqlExecutor, writeOutbox } from '@mocua/server/kernel';
import type { Refunds } from '../persistence/refunds';

/** Destination of what a dossier is told about its money. */
export const toDossier = 'dossier-payment';
/** Destination of money that goes back through the platform. */
export const toPlatform = 'payment-refund';

export function tellDossier(dossierId: string, orderId: string, refundId: string | null): OutboxMessage {
  return { destination: toDossier, lane: dossierId, payload: { dossierId, orderId, refundId } };
}

/** Money of one transaction that goes back; the id follows from it, so that it goes back once. */
export async function giveBack(
  tx: SqlExecutor,
  refunds: Refunds,
  money: {
    readonly transactionId: string;
    readonly orderId: string | null;
    readonly amount: number;
    readonly why: string;
  },
  asked: { readonly at: Date; readonly by: PartyId | null; readonly note: string | null },
): Promise<string | null> {
  const refundId = namedId<string>('refund', money.transactionId);
  if (!(await refunds.add(tx, { refundId, ...money }, asked))) return null;
  await writeOutbox(tx, [{ destination: toPlatform, lane: refundId, payload: { refundId } }]);
  return refundId;
}
