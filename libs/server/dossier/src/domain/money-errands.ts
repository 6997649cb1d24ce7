import { amountOverpaid, type DossierEvent, type DossierState, type EventType } from '@mocua/engine/dossier';
import type { OutboxMessage } from '@mocua/server/kernel';

/** Destination of the news that what was paid for a dossier, or what it costs, has changed. */
export const overpaidDestination = 'payment-overpaid';

/** After these something may go back that could not before, or the other way round. */
const changing: ReadonlySet<EventType> = new Set([
  'fee-assessed',
  'payment-request-revoked',
  'payment-received',
  'payment-refunded',
  'dossier-refused',
  'dossier-withdrawn',
  'supplement-lapsed',
]);

/**
 * What the payment domain has to be told because of events: that more is paid than is owed any more, or that cash may have to be
 * given back, or has no longer to be. Ids only.
 */
export function moneyErrandsOf(events: readonly DossierEvent[], state: DossierState): OutboxMessage[] {
  const changed = events.some(({ type }) => changing.has(type));
  const hasCash = state.money?.payments.some(({ method }) => method === 'cash') ?? false;
  if (!changed || (amountOverpaid(state) === 0 && !hasCash)) return [];
  const { dossierId } = state;
  return [{ destination: overpaidDestination, lane: dossierId, payload: { dossierId } }];
}
