import type { UnitId } from '@mocua/contract';
import {
  type AttachmentRef,
  type Channel,
  countsAsReused,
  type DossierEvent,
  type EventOf,
} from '@mocua/engine/dossier';

/** How a dossier ended. */
export type Ending = 'positive' | 'negative' | 'refused' | 'withdrawn' | 'stopped';

/** What is kept of an online payment; integer đồng. */
export interface OnlinePayment {
  readonly orderId: string;
  readonly amount: number;
}

/**
 * What is counted of one dossier. It follows from its events alone, names nobody, and holds no code by which a dossier could be
 * found. Instants are ISO in UTC.
 */
export interface DossierFacts {
  /** Number of the last event that is in here. */
  readonly seq: number;
  readonly procedure: { readonly code: string; readonly version: number };
  /** The unit that is competent; once it decided, the one that did. */
  readonly unitId: UnitId;
  readonly channel: Channel;
  readonly identityVerified: boolean;
  readonly submittedAt: string;
  readonly receivedAt: string | null;
  /** The first due date that was given; nothing that comes later moves it. */
  readonly originalDueAt: string | null;
  /** The due date of now, after pauses and extensions. */
  readonly dueAt: string | null;
  /** When it was decided, refused, withdrawn or stopped. */
  readonly endedAt: string | null;
  readonly ending: Ending | null;
  readonly returnedAt: string | null;
  /** Whether an officer made a file of it from a paper. */
  readonly digitised: boolean;
  /** Whether a paper was taken from a store that an agency answers for. */
  readonly reused: boolean;
  readonly fromNationalStore: boolean;
  /** Whether its decision came as an electronic document. */
  readonly electronicResult: boolean;
  /** Requests for supplements that were sent. */
  readonly supplements: readonly string[];
  readonly hasFee: boolean;
  /** Whether the fees of the procedure come to something, and how many requests for money stand; missing from facts of older programs. */
  readonly feeAssessed?: boolean;
  readonly asked?: number;
  /** Online payments, as far as they were not given back. */
  readonly paidOnline: readonly OnlinePayment[];
}

/** The facts after one more event. @throws Error when the stream does not begin with its submission */
export function factsAfter(facts: DossierFacts | null, event: DossierEvent): DossierFacts {
  if (event.type === 'dossier-submitted') return begun(event);
  if (facts === null) throw new Error(`stream of ${event.dossierId} begins with ${event.type}`);
  return { ...facts, ...dueAfter(facts, event), ...changed(facts, event), seq: event.seq };
}

function begun(event: EventOf<'dossier-submitted'>): DossierFacts {
  const { procedure, units, channel, facts, attachments } = event.payload;
  return {
    seq: event.seq,
    procedure: { code: procedure.code, version: procedure.version },
    unitId: units.competent,
    channel,
    identityVerified: facts.identityVerified,
    submittedAt: event.occurredAt,
    receivedAt: null,
    originalDueAt: null,
    dueAt: null,
    endedAt: null,
    ending: null,
    returnedAt: null,
    ...filesOf(attachments, event.actor.kind === 'officer'),
    electronicResult: false,
    supplements: [],
    ...{ hasFee: false, feeAssessed: false, asked: 0 },
    paidOnline: [],
  };
}

function filesOf(files: readonly AttachmentRef[], byOfficer: boolean) {
  return {
    digitised: byOfficer && files.length > 0,
    reused: files.some(countsAsReused),
    fromNationalStore: files.some(({ reused }) => reused?.source === 'national'),
  };
}

/** Several kinds of event carry the clock; null says nothing about it. */
function dueAfter(facts: DossierFacts, event: DossierEvent): Partial<DossierFacts> {
  const due = 'due' in event.payload ? event.payload.due : null;
  if (due === null) return {};
  return { originalDueAt: facts.originalDueAt ?? due.originalDueAt, dueAt: due.dueAt };
}

function changed(facts: DossierFacts, event: DossierEvent): Partial<DossierFacts> {
  switch (event.type) {
    case 'dossier-received':
      return { receivedAt: event.occurredAt };
    case 'dossier-transferred':
      return { unitId: event.payload.to };
    case 'supplement-requested': {
      const { supplementId } = event.payload;
      const known = facts.supplements.includes(supplementId);
      return known ? {} : { supplements: [...facts.supplements, supplementId] };
    }
    case 'supplement-answered': {
      const { digitised, reused, fromNationalStore } = filesOf(
        event.payload.attachments,
        event.actor.kind === 'officer',
      );
      return {
        digitised: facts.digitised || digitised,
        reused: facts.reused || reused,
        fromNationalStore: facts.fromNationalStore || fromNationalStore,
      };
    }
    case 'fee-assessed':
      return feeOf({ ...facts, feeAssessed: event.payload.amount > 0 });
    case 'payment-requested':
      return feeOf({ ...facts, asked: (facts.asked ?? 0) + 1 });
    case 'payment-request-revoked':
      return feeOf({ ...facts, asked: Math.max(0, (facts.asked ?? 1) - 1) });
    case 'payment-received': {
      const { method, orderId, amount } = event.payload;
      return method === 'online' ? { paidOnline: [...facts.paidOnline, { orderId, amount }] } : {};
    }
    case 'payment-refunded':
      return { paidOnline: lessReturned(facts.paidOnline, event.payload) };
    case 'dossier-completed': {
      const { outcome, documents } = event.payload;
      return { ...ended(event, outcome), electronicResult: documents.length > 0 };
    }
    case 'dossier-refused':
      return ended(event, 'refused');
    case 'dossier-withdrawn':
      return ended(event, 'withdrawn');
    case 'supplement-lapsed':
      return ended(event, 'stopped');
    case 'result-returned':
      return { returnedAt: event.occurredAt };
    default:
      return {};
  }
}

/** What older facts do not tell apart stays as it was counted. */
function feeOf({ hasFee, feeAssessed, asked = 0 }: DossierFacts): Partial<DossierFacts> {
  const hasOne = (feeAssessed ?? hasFee) || asked > 0;
  return { hasFee: hasOne, asked, ...(feeAssessed === undefined ? {} : { feeAssessed }) };
}

function lessReturned(payments: readonly OnlinePayment[], returned: OnlinePayment): OnlinePayment[] {
  return payments
    .map(({ orderId, amount }) => ({
      orderId,
      amount: orderId === returned.orderId ? amount - returned.amount : amount,
    }))
    .filter(({ amount }) => amount > 0);
}

function ended(event: DossierEvent, ending: Ending): Partial<DossierFacts> {
  return { endedAt: event.occurredAt, ending };
}
