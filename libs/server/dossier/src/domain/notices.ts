import {
  amountDue,
  type DossierEvent,
  type DossierState,
  type EventType,
  openPaymentRequest,
  openSupplement,
} from '@mocua/engine/dossier';
import type { OutboxMessage } from '@mocua/server/kernel';

/** Which events are told to the applicant, and as what. A status change is told at once, never in a digest. */
const noticeOf: Partial<Record<EventType, string>> = {
  'dossier-submitted': 'submitted',
  'dossier-received': 'received',
  'dossier-refused': 'refused',
  'supplement-requested': 'supplement-requested',
  'supplement-insufficient': 'supplement-requested',
  'supplement-confirmed': 'supplement-confirmed',
  'supplement-lapsed': 'lapsed',
  'dossier-withdrawn': 'withdrawn',
  'payment-requested': 'payment-requested',
  'payment-reminded': 'payment-due-soon',
  'payment-overdue': 'payment-overdue',
  'payment-request-revoked': 'payment-revoked',
  'payment-received': 'paid',
  'payment-refunded': 'refunded',
  'dossier-completed': 'done',
  'result-returned': 'returned',
  'result-posted': 'posted',
  'parcel-failed': 'parcel-failed',
};

/** Notices that say how much has to be paid and until when. */
const namesSum: ReadonlySet<string> = new Set(['payment-requested', 'payment-due-soon', 'payment-overdue']);

/** Notices that follow from events: ids and codes only, delivered after commit in the order of the dossier. */
export function noticesOf(events: readonly DossierEvent[], state: DossierState): OutboxMessage[] {
  const asksForMoney = events.some(({ type }) => type === 'payment-requested');
  return events.flatMap((event): OutboxMessage[] => {
    if (event.type === 'reception-alerted') {
      return [
        message(state, { kind: 'reception-alert', unitId: state.units.receiving, ...factsOf(event, state) }),
      ];
    }
    const asksForFee = isFeeDue(event, state) && !asksForMoney;
    const kind = asksForFee ? 'payment-requested' : noticeOf[event.type];
    if (kind === undefined || isDeskMatter(event)) return [];
    const money = namesSum.has(kind) ? moneyOf(state) : {};
    return [message(state, { kind, partyId: state.people.submitter, ...factsOf(event, state), ...money })];
  });
}

/** A fee of nothing, when everything was waived, is nothing to be told of; nor is one that is covered by what was paid before. */
function isFeeDue(event: DossierEvent, state: DossierState): boolean {
  return event.type === 'fee-assessed' && amountDue(state) > 0;
}

/** How much has to be paid and until which day; only the inbox says it. */
function moneyOf(state: DossierState): Readonly<Record<string, unknown>> {
  return { amount: amountDue(state), payBy: openPaymentRequest(state)?.payBy ?? null };
}

/** A parcel the post would not take has not left the desk; the person has nothing to do. */
function isDeskMatter(event: DossierEvent): boolean {
  return event.type === 'parcel-failed' && event.payload.why === 'refused';
}

function factsOf(event: DossierEvent, state: DossierState): Readonly<Record<string, unknown>> {
  return {
    seq: event.seq,
    occurredAt: event.occurredAt,
    answerBy: state.reception?.dueAt ?? null,
    personDueAt: openSupplement(state)?.answerBy ?? null,
  };
}

function message(state: DossierState, payload: Readonly<Record<string, unknown>>): OutboxMessage {
  return {
    destination: 'notification',
    lane: state.dossierId,
    payload: {
      ...payload,
      dossierId: state.dossierId,
      code: state.code,
      transactionCode: state.transactionCode,
      procedureCode: state.procedure.code,
    },
  };
}
