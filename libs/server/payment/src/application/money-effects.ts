import type { PartyId } from '@mocua/contract';
import { namedId, type OutboxMessage, type SqlExecutor, writeOutbox } from '@mocua/server/kernel';
import type { Refund, Refunds } from '../persistence/refunds';

/** Destination of what a dossier is told about its money. */
export const toDossier = 'dossier-payment';
/** Destination of money that goes back through the platform. */
export const toPlatform = 'payment-refund';

export function tellDossier(dossierId: string, orderId: string, refundId: string | null): OutboxMessage {
  return { destination: toDossier, lane: dossierId, payload: { dossierId, orderId, refundId } };
}

/** Who asked for money to go back, when and why. */
export interface Asked {
  readonly at: Date;
  readonly by: PartyId | null;
  readonly note: string | null;
}

/** Id of a part of a payment that goes back: it follows from the payment and from what went back before. */
export function refundIdOf(payment: string, already: number): string {
  return namedId<string>('refund', already === 0 ? payment : `${payment}/${already}`);
}

/** Money of one transaction that goes back; the id follows from it, so that each part goes back once. */
export async function giveBack(
  tx: SqlExecutor,
  refunds: Refunds,
  money: Omit<Refund, 'refundId' | 'state' | 'transactionId'> & { readonly transactionId: string },
  asked: Asked,
): Promise<string | null> {
  const refundId = refundIdOf(money.transactionId, money.already);
  if (!(await refunds.add(tx, { refundId, ...money }, asked))) return null;
  await writeOutbox(tx, [{ destination: toPlatform, lane: refundId, payload: { refundId } }]);
  return refundId;
}
