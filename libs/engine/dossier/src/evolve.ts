import type { DocumentId } from '@mocua/contract';
import type { DossierEvent, EventOf, IssuedDocument } from './events';
import { changeMoney } from './finance';
import { changeParcel, isResultInPost, moved } from './parcel';
import type { DocumentRef, DossierState, Supplement } from './state';

/** Id of a document: the same for the same event, so that a replay gives the same state. */
export function documentIdOf(dossierId: string, kind: string, seq: number): DocumentId {
  const tail = (
    seq * 8 +
    ['submission-receipt', 'form-01', 'form-02', 'form-03', 'result', 'payment-receipt'].indexOf(kind)
  )
    .toString(16)
    .padStart(8, '0');
  return `${dossierId.slice(0, 28)}${tail}` as DocumentId;
}

function documents(event: DossierEvent, issued: readonly IssuedDocument[]): DocumentRef[] {
  return issued.map(({ kind, template }) => ({
    documentId: documentIdOf(event.dossierId, kind, event.seq),
    kind,
    template,
    seq: event.seq,
    issuedAt: event.occurredAt,
  }));
}

function begin(event: EventOf<'dossier-submitted'>): DossierState {
  const { payload } = event;
  return {
    dossierId: event.dossierId,
    version: event.seq,
    processing: 'submitted',
    finance: 'none',
    delivery: 'none',
    outcome: null,
    endReason: null,
    channel: payload.channel,
    sourceSystem: payload.sourceSystem,
    externalCodes: payload.externalCodes,
    transactionCode: payload.transactionCode,
    code: null,
    procedure: payload.procedure,
    people: payload.people,
    units: payload.units,
    answers: payload.answers,
    attachments: payload.attachments,
    submittedAt: event.occurredAt,
    reception: payload.reception,
    receivedAt: null,
    due: null,
    completedAt: null,
    returnedAt: null,
    endedAt: null,
    supplements: [],
    process: null,
    tasks: [],
    taskValues: {},
    completedBy: {},
    documents: documents(event, payload.documents),
    parentId: payload.parentId,
  };
}

/** The state after one more event. Total: every event that was decided can be applied. */
export function evolve(state: DossierState | null, event: DossierEvent): DossierState {
  if (event.type === 'dossier-submitted') return begin(event);
  if (!state) throw new Error(`stream of ${event.dossierId} begins with ${event.type}`);
  return { ...state, ...change(state, event), version: event.seq };
}

/** Folds a whole stream. */
export function replay(events: readonly DossierEvent[]): DossierState | null {
  return events.reduce<DossierState | null>(evolve, null);
}

type Change = Partial<DossierState>;

function change(state: DossierState, event: Exclude<DossierEvent, EventOf<'dossier-submitted'>>): Change {
  switch (event.type) {
    case 'reception-alerted':
      return state.reception ? { reception: { ...state.reception, alertedAt: event.occurredAt } } : {};
    case 'dossier-received':
      return {
        processing: 'received',
        code: event.payload.code,
        reception: null,
        receivedAt: event.occurredAt,
        documents: [...state.documents, ...documents(event, event.payload.documents)],
      };
    case 'fee-assessed':
    case 'payment-requested':
    case 'payment-reminded':
    case 'payment-overdue':
    case 'payment-request-revoked':
    case 'payment-refunded':
      return changeMoney(state, event);
    case 'payment-received':
      return {
        ...changeMoney(state, event),
        documents: [...state.documents, ...documents(event, event.payload.documents)],
      };
    case 'dossier-transferred':
      return { processing: 'transferring', units: { ...state.units, competent: event.payload.to } };
    case 'clock-started':
    case 'clock-paused':
    case 'clock-resumed':
      return { due: event.payload.due };
    case 'process-started':
      return { processing: 'processing', process: event.payload.process, tasks: event.payload.tasks };
    case 'task-completed':
      return completeTask(state, event);
    case 'dossier-completed':
      return complete(state, event);
    case 'result-returned':
      return {
        processing: 'returned',
        ...handedOver(state, event),
        returnedAt: event.occurredAt,
        endedAt: event.occurredAt,
      };
    case 'result-posted':
    case 'parcel-failed':
    case 'parcel-recalled':
      return changeParcel(state, event);
    case 'answers-edited':
      return { answers: event.payload.answers, ...(event.payload.due ? { due: event.payload.due } : {}) };
    case 'dossier-refused':
      return {
        ...ended(event.occurredAt, 'refused', 'refused'),
        documents: [...state.documents, ...documents(event, event.payload.documents)],
      };
    case 'dossier-withdrawn':
      return ended(event.occurredAt, 'withdrawn', 'withdrawn');
    default:
      return changeSupplement(state, event);
  }
}

function complete(state: DossierState, event: EventOf<'dossier-completed'>): Change {
  // Nothing to hand over: the dossier ends here.
  const nothing = event.payload.documents.length === 0;
  return {
    processing: 'done',
    outcome: event.payload.outcome,
    delivery: nothing ? 'none' : 'ready',
    ...(nothing ? { endedAt: event.occurredAt } : {}),
    completedAt: event.occurredAt,
    tasks: [],
    documents: [...state.documents, ...documents(event, event.payload.documents)],
  };
}

/** A letter whose number an officer wrote down is followed by nobody; a parcel was followed to its end. */
function handedOver(state: DossierState, event: EventOf<'result-returned'>): Change {
  if (event.payload.method !== 'post') return { delivery: 'delivered' };
  if (!isResultInPost(state)) return { delivery: 'sent' };
  return { delivery: 'delivered', ...moved(state, 'delivered', event.occurredAt) };
}

function ended(
  at: string,
  processing: DossierState['processing'],
  endReason: DossierState['endReason'],
): Change {
  return { processing, endReason, endedAt: at, tasks: [], reception: null };
}

function completeTask(state: DossierState, event: EventOf<'task-completed'>): Change {
  const { nodeId, values, process, tasks } = event.payload;
  return {
    process,
    tasks,
    taskValues: values ? { ...state.taskValues, [nodeId]: values } : state.taskValues,
    completedBy: { ...state.completedBy, [nodeId]: event.actor },
  };
}

type SupplementEvent = EventOf<
  | 'supplement-prepared'
  | 'supplement-requested'
  | 'supplement-answered'
  | 'supplement-confirmed'
  | 'supplement-insufficient'
  | 'supplement-lapsed'
>;

function changeSupplement(state: DossierState, event: SupplementEvent): Change {
  const { supplementId } = event.payload;
  const amend = (amendment: Partial<Supplement>): Supplement[] =>
    state.supplements.map((request) =>
      request.supplementId === supplementId ? { ...request, ...amendment } : request,
    );
  switch (event.type) {
    case 'supplement-prepared':
      return { supplements: [...state.supplements, request(event, 'appraisal', 'prepared', null)] };
    case 'supplement-requested': {
      const { stage, answerBy, due } = event.payload;
      const known = state.supplements.some((each) => each.supplementId === supplementId);
      return {
        processing: stage === 'reception' ? 'pre-supplement' : 'awaiting-supplement',
        reception: null,
        due: due ?? state.due,
        supplements: known
          ? amend({ state: 'sent', answerBy, requestedAt: event.occurredAt })
          : [...state.supplements, request(event, stage, 'sent', answerBy)],
        documents: [...state.documents, ...documents(event, event.payload.documents)],
      };
    }
    case 'supplement-answered': {
      const { answers, attachments, reception } = event.payload;
      return {
        // Before reception a complete answer is a filing anew; during appraisal the one-stop confirms it first.
        processing: reception ? 'submitted' : state.processing,
        reception,
        answers,
        attachments: [...state.attachments, ...attachments],
        supplements: amend({ state: reception ? 'confirmed' : 'answered', answeredAt: event.occurredAt }),
      };
    }
    case 'supplement-confirmed':
      return {
        processing: 'processing',
        due: event.payload.due ?? state.due,
        supplements: amend({ state: 'confirmed' }),
      };
    case 'supplement-insufficient':
      return { supplements: amend({ state: 'sent', answerBy: event.payload.answerBy, answeredAt: null }) };
    case 'supplement-lapsed':
      return {
        ...ended(event.occurredAt, 'stopped', 'no-supplement'),
        supplements: amend({ state: 'lapsed' }),
      };
  }
}

function request(
  event: EventOf<'supplement-prepared' | 'supplement-requested'>,
  stage: Supplement['stage'],
  state: Supplement['state'],
  answerBy: string | null,
): Supplement {
  const { supplementId, items, text } = event.payload;
  return {
    supplementId,
    stage,
    state,
    items,
    text,
    requestedAt: event.occurredAt,
    answerBy,
    answeredAt: null,
  };
}
