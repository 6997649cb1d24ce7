import { amountOverpaid, type DossierEvent, type DossierState } from '@mocua/engine/dossier';
import type { OutboxMessage } from '@mocua/server/kernel';

/** Destination of the news that more was paid than a dossier costs. */
export const overpaidDestination = 'payment-overpaid';

/** What the payment domain has to be told because of events: that more is paid than is owed any more. Ids only. */
export function moneyErrandsOf(events: readonly DossierEvent[], state: DossierState): OutboxMessage[] {
  const changed = events.some(({ type }) => type === 'fee-assessed' || type === 'payment-received');
  if (!changed || amountOverpaid(state) === 0) return [];
  const { dossierId } = state;
  return [{ destination: overpaidDestination, lane: dossierId, payload: { dossierId } }];
}
