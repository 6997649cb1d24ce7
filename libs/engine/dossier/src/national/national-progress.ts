import type { DossierEvent, EventType } from '../events';
import { evolve } from '../evolve';
import { nationalStatusOf } from '../national-status';
import type { DossierState, EventActor } from '../state';

/** One row of progress at the national portal: one event, told once. */
export interface NationalProgress {
  /** Number of the event; no other row of the dossier has it. */
  readonly seq: number;
  readonly type: EventType;
  readonly at: string;
  readonly actor: EventActor;
  /** Status after the event, one of the ten national codes. */
  readonly status: number;
  /** When the work on the dossier began. */
  readonly startedAt: string;
  /** The first due date as it was known then. */
  readonly originalDueAt: string | null;
  /** Step of the process the event is about. */
  readonly nodeId: string | null;
}

/** Events that are told. What only officers among themselves do, and what only moves a clock in the same commit, is not. */
const told: ReadonlySet<EventType> = new Set<EventType>([
  'dossier-submitted',
  'dossier-received',
  'dossier-refused',
  'dossier-transferred',
  'fee-assessed',
  'payment-requested',
  'payment-request-revoked',
  'payment-received',
  'payment-refunded',
  'clock-paused',
  'clock-resumed',
  'process-started',
  'supplement-requested',
  'supplement-answered',
  'supplement-confirmed',
  'supplement-insufficient',
  'supplement-lapsed',
  'answers-edited',
  'dossier-withdrawn',
  'task-completed',
  'dossier-completed',
  'result-posted',
  'parcel-failed',
  'result-returned',
]);

/** Whether the national portal learns of an event. */
export function isToldNationally(event: Pick<DossierEvent, 'type'>): boolean {
  return told.has(event.type);
}

/** The rows of progress of a stream, one for each event that is told, in order. */
export function nationalProgressOf(events: readonly DossierEvent[]): NationalProgress[] {
  const rows: NationalProgress[] = [];
  let state: DossierState | null = null;
  for (const event of events) {
    state = evolve(state, event);
    if (!isToldNationally(event)) continue;
    rows.push({
      seq: event.seq,
      type: event.type,
      at: event.occurredAt,
      actor: event.actor,
      status: nationalStatusOf[state.processing],
      startedAt: state.receivedAt ?? state.submittedAt,
      originalDueAt: state.due?.originalDueAt ?? null,
      nodeId: event.type === 'task-completed' ? event.payload.nodeId : null,
    });
  }
  return rows;
}
