import type { AgencyEvent, AgencyEventType, ProcessingState } from '@mocua/contract';
import { namedId } from '@mocua/server/kernel';

/** What an event of a dossier is to other systems, and the state it leaves the dossier in. */
const told: Readonly<Record<string, readonly [type: AgencyEventType, state: ProcessingState]>> = {
  'dossier-submitted': ['vn.mocua.dossier.submitted', 'submitted'],
  'dossier-received': ['vn.mocua.dossier.received', 'received'],
  'dossier-refused': ['vn.mocua.dossier.refused', 'refused'],
  'supplement-requested': ['vn.mocua.dossier.supplement-requested', 'awaiting-supplement'],
  'supplement-answered': ['vn.mocua.dossier.supplement-answered', 'awaiting-supplement'],
  'dossier-completed': ['vn.mocua.dossier.completed', 'done'],
  'result-returned': ['vn.mocua.dossier.returned', 'returned'],
  'dossier-withdrawn': ['vn.mocua.dossier.withdrawn', 'withdrawn'],
  'supplement-lapsed': ['vn.mocua.dossier.stopped', 'stopped'],
};

/** Types of events that other systems are told about. */
export const toldEventTypes: ReadonlySet<string> = new Set(Object.keys(told));

export interface HappenedEvent {
  readonly dossierId: string;
  readonly seq: number;
  readonly type: string;
  /** ISO instant. */
  readonly occurredAt: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface DossierCodes {
  readonly code: string | null;
  readonly transactionCode: string;
  readonly externalCode: string | null;
  readonly procedureCode: string;
}

/**
 * The CloudEvent of an event; null for one that is nobody else's business. Only codes, the state and the instant leave: who
 * wants more asks for it, and that leaves a reading.
 *
 * @param source - address of the service that sends it
 */
export function agencyEventOf(event: HappenedEvent, codes: DossierCodes, source: string): AgencyEvent | null {
  const entry = told[event.type];
  if (!entry) return null;
  const [type, state] = entry;
  const before = event.type === 'supplement-requested' && event.payload['stage'] === 'reception';
  const { code, transactionCode, externalCode, procedureCode } = codes;
  return {
    specversion: '1.0',
    id: namedId('agency-event', `${event.dossierId}/${String(event.seq)}`),
    source,
    type,
    subject: code ?? transactionCode,
    time: event.occurredAt,
    datacontenttype: 'application/json',
    sequence: String(event.seq).padStart(10, '0'),
    data: {
      code,
      transactionCode,
      externalCode,
      procedureCode,
      state: before ? 'pre-supplement' : state,
    },
  };
}
