import {
  type DossierEvent,
  type DossierState,
  isToldNationally,
  nationalCodeOf,
} from '@mocua/engine/dossier';
import type { OutboxMessage } from '@mocua/server/kernel';

/** Destination of what the national portal learns. */
export const nationalPortalDestination = 'national-portal';

/**
 * That there is news for the national portal: up to which event. What the news is follows from the events when it is told,
 * so the message holds no fact that could differ from them.
 */
export function nationalNewsOf(events: readonly DossierEvent[], state: DossierState): OutboxMessage[] {
  if (nationalCodeOf(state) === null || !events.some(isToldNationally)) return [];
  return [
    {
      destination: nationalPortalDestination,
      lane: state.dossierId,
      payload: { dossierId: state.dossierId, seq: state.version },
    },
  ];
}
