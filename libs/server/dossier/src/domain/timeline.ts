import type { LocalizedText, TimelineEntry } from '@mocua/contract';
import type { DossierEvent, EventActor, ValueRef } from '@mocua/engine/dossier';

/** Events that are bookkeeping of another one and say nothing new to a reader. */
const silent = new Set<DossierEvent['type']>(['clock-started', 'process-started']);
/** Internal steps that only officers see. */
const internal = new Set<DossierEvent['type']>(['supplement-prepared', 'reception-alerted']);

/** The sealed free text of an event, if it has one. */
export function noteOf(event: DossierEvent): ValueRef | null {
  switch (event.type) {
    case 'dossier-received':
    case 'supplement-insufficient':
      return event.payload.note;
    case 'dossier-refused':
    case 'dossier-withdrawn':
    case 'payment-request-revoked':
      return event.payload.reason;
    case 'supplement-prepared':
    case 'supplement-requested':
      return event.payload.text;
    case 'task-completed':
      return event.payload.comment;
    case 'payment-requested':
      return event.payload.explanation;
    default:
      return null;
  }
}

export interface TimelineOptions {
  readonly audience: 'citizen' | 'officer';
  readonly labelOf: (actor: EventActor) => string;
  readonly textOf: (ref: ValueRef) => string | null;
  /** Name of a step of the process. */
  readonly stepOf: (nodeId: string) => LocalizedText | null;
}

/** What happened, in order. `kind` is the type of the event; a citizen does not read comments between officers. */
export function timelineOf(events: readonly DossierEvent[], options: TimelineOptions): TimelineEntry[] {
  const shown = events.filter(
    (event) => !silent.has(event.type) && (options.audience === 'officer' || !internal.has(event.type)),
  );
  return shown.map((event) => {
    const note = options.audience === 'citizen' && event.type === 'task-completed' ? null : noteOf(event);
    return {
      seq: event.seq,
      at: event.occurredAt,
      kind: event.type,
      actor: { kind: event.actor.kind, label: options.labelOf(event.actor) },
      step: event.type === 'task-completed' ? options.stepOf(event.payload.nodeId) : null,
      note: note && options.textOf(note),
    };
  });
}
