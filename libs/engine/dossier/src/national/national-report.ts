import type { DossierId } from '@mocua/contract';
import type { DossierEvent } from '../events';
import { evolve, replay } from '../evolve';
import { nationalStatusOf } from '../national-status';
import {
  type Channel,
  countsAsReused,
  type DocumentRef,
  type DossierState,
  type EventActor,
  isOpen,
  type Outcome,
  type People,
  type Supplement,
  type Units,
  type ValueRef,
} from '../state';

/** Name under which dossiers filed on the national portal carry their source. */
export const nationalPortalSource = 'national-portal';

/** A file of the dossier with the flags the national index counts. */
export interface ReportedFile {
  readonly attachmentId: string;
  readonly componentCode: string;
  readonly name: ValueRef;
  /** Whether an officer made the file from a paper. */
  readonly digitised: boolean;
  /** Whether it was taken from a data store, where an agency had issued or digitised it. */
  readonly reused: boolean;
}

/** A supplement request with the due dates on both sides of it. */
export interface ReportedSupplement {
  readonly supplementId: string;
  readonly state: Supplement['state'];
  readonly requestedAt: string;
  readonly requestedBy: EventActor;
  readonly answeredAt: string | null;
  readonly confirmedBy: EventActor | null;
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
}

/** What the national portal is told about a dossier: facts that follow from its events, and nothing else. */
export interface NationalReport {
  readonly dossierId: DossierId;
  /** Number of the event up to which the report tells. */
  readonly seq: number;
  /** Code by which the national portal knows the dossier; never changes. */
  readonly code: string;
  readonly procedure: DossierState['procedure'];
  readonly channel: Channel;
  readonly sourceSystem: string;
  /** One of the ten national codes. */
  readonly status: number;
  readonly outcome: Outcome | null;
  readonly people: People;
  readonly units: Units;
  readonly answers: ValueRef;
  readonly submittedAt: string;
  readonly receivedAt: string | null;
  readonly refusedAt: string | null;
  readonly dueAt: string | null;
  /** The first due date. It stands beside the present one for ever. */
  readonly originalDueAt: string | null;
  readonly completedAt: string | null;
  readonly returnedAt: string | null;
  readonly returnMethod: 'counter' | 'electronic' | 'post' | null;
  readonly identityVerified: boolean;
  readonly reusedComponents: number;
  /** Integer đồng; null before a fee was assessed. */
  readonly fee: number | null;
  /** Integer đồng that was paid and not given back. */
  readonly paid: number;
  /** Whether any of it was paid online. */
  readonly paidOnline: boolean;
  readonly files: readonly ReportedFile[];
  readonly supplements: readonly ReportedSupplement[];
  readonly results: readonly DocumentRef[];
}

/**
 * The code under which the national portal knows a dossier: the one it gave itself, else the dossier code, else, for
 * what ended without ever getting one, the transaction code. Null as long as there is none that will stay.
 */
export function nationalCodeOf(
  state: Pick<DossierState, 'sourceSystem' | 'externalCodes' | 'code' | 'transactionCode' | 'processing'>,
): string | null {
  if (state.sourceSystem === nationalPortalSource) return state.externalCodes[0] ?? null;
  if (state.code !== null) return state.code;
  return isOpen(state as DossierState) ? null : state.transactionCode;
}

/** The report that follows from a stream; null while the dossier has no code that will stay. */
export function nationalReportOf(events: readonly DossierEvent[]): NationalReport | null {
  const [first] = events;
  const state = replay(events);
  const code = state && nationalCodeOf(state);
  if (first?.type !== 'dossier-submitted' || !state || code === null) return null;
  const { facts } = first.payload;
  return {
    dossierId: state.dossierId,
    seq: state.version,
    code,
    procedure: state.procedure,
    channel: state.channel,
    sourceSystem: state.sourceSystem,
    status: nationalStatusOf[state.processing],
    outcome: state.outcome,
    people: state.people,
    units: state.units,
    answers: state.answers,
    submittedAt: state.submittedAt,
    receivedAt: state.receivedAt,
    refusedAt: state.endReason === 'refused' ? state.endedAt : null,
    dueAt: state.due?.dueAt ?? null,
    originalDueAt: state.due?.originalDueAt ?? null,
    completedAt: state.completedAt,
    returnedAt: state.returnedAt,
    returnMethod: returnMethodOf(events),
    identityVerified: facts.identityVerified,
    reusedComponents: facts.reusedComponents,
    fee: state.fee?.amount ?? null,
    paid: paymentsOf(events).reduce((sum, payment) => sum + payment.amount, 0),
    paidOnline: paymentsOf(events).some((payment) => payment.method === 'online'),
    files: filesOf(events),
    supplements: supplementsOf(events),
    results: state.documents.filter((document) => isResult(document, state)),
  };
}

function isResult(document: DocumentRef, { outcome }: DossierState): boolean {
  return document.kind === (outcome === 'negative' ? 'form-03' : 'result');
}

function returnMethodOf(events: readonly DossierEvent[]): NationalReport['returnMethod'] {
  for (const event of events) if (event.type === 'result-returned') return event.payload.method;
  return null;
}

/** Payments that came in and were not given back, less the parts that were. */
function paymentsOf(events: readonly DossierEvent[]) {
  const returned = new Map<string, number>();
  for (const event of events) {
    if (event.type !== 'payment-refunded') continue;
    const { orderId, amount } = event.payload;
    returned.set(orderId, (returned.get(orderId) ?? 0) + amount);
  }
  return events
    .flatMap((event) => (event.type === 'payment-received' ? [event.payload] : []))
    .map(({ orderId, method, amount }) => ({ method, amount: amount - (returned.get(orderId) ?? 0) }))
    .filter(({ amount }) => amount > 0);
}

function filesOf(events: readonly DossierEvent[]): ReportedFile[] {
  return events.flatMap((event) => {
    if (event.type !== 'dossier-submitted' && event.type !== 'supplement-answered') return [];
    return event.payload.attachments.map((file) => ({
      attachmentId: file.attachmentId,
      componentCode: file.componentCode,
      name: file.name,
      digitised: event.actor.kind === 'officer',
      reused: countsAsReused(file),
    }));
  });
}

/** Requests that were sent; one that is only prepared is nobody else's matter. */
function supplementsOf(events: readonly DossierEvent[]): ReportedSupplement[] {
  const found = new Map<string, ReportedSupplement>();
  let state: DossierState | null = null;
  for (const event of events) {
    const before: DossierState | null = state;
    state = evolve(state, event);
    if (!('supplementId' in event.payload) || event.type === 'supplement-prepared') continue;
    const { supplementId } = event.payload;
    const now = state.supplements.find((each) => each.supplementId === supplementId);
    if (!now) continue;
    const known = found.get(supplementId);
    found.set(supplementId, {
      supplementId,
      state: now.state,
      requestedAt: known?.requestedAt ?? event.occurredAt,
      requestedBy: known?.requestedBy ?? event.actor,
      answeredAt: now.answeredAt,
      confirmedBy: event.type === 'supplement-confirmed' ? event.actor : (known?.confirmedBy ?? null),
      dueBefore: known ? known.dueBefore : (before?.due?.dueAt ?? null),
      dueAfter:
        event.type === 'supplement-confirmed' ? (state.due?.dueAt ?? null) : (known?.dueAfter ?? null),
    });
  }
  return [...found.values()];
}
