import { pauseDue, resumeDue, type ResumePolicy } from '@mocua/engine/working-time';
import {
  amountDue,
  amountKept,
  awaitsPaymentBeforeReception,
  isPaidSinceAsked,
  lateFrom,
  openPaymentRequest,
} from '../finance';
import {
  type DossierState,
  openSupplement,
  type PaymentAsked,
  type PaymentMethod,
  type PaymentRequest,
  type ReceiptNumber,
  type ValueRef,
} from '../state';
import {
  type AssessedFee,
  type Decision,
  type DecisionFacts,
  EventList,
  refuse,
  refuseClock,
  templateVersion,
} from './decision';
import { refuseWhileWaiting, waitedCause, waitsForOthers } from './requested-pause';
import { startReception } from './submit';

/** Name of the pause in the rules of a procedure that holds while a payment is waited for. */
export const paymentPause = 'payment';

/** Asks for money during the work; the dossier waits until it is paid. */
export interface RequestPaymentCommand {
  readonly type: 'request-payment';
  /** Integer đồng, more than 0. */
  readonly amount: number;
  readonly explanation: ValueRef;
  readonly asked: PaymentAsked;
}
/** Takes back what was asked for last. */
export interface RevokePaymentRequestCommand {
  readonly type: 'revoke-payment-request';
  readonly reason: ValueRef;
}
/** A timer: some days before the last day to pay. */
export interface RemindPaymentCommand {
  readonly type: 'remind-payment';
}
/** A timer: the last day to pay has passed. */
export interface NotePaymentOverdueCommand {
  readonly type: 'note-payment-overdue';
}
/** Tells the dossier of money that was booked for it. However often it is told, it is one payment. */
export interface RecordPaymentCommand {
  readonly type: 'record-payment';
  readonly orderId: string;
  readonly amount: number;
  readonly method: PaymentMethod;
  readonly paidAt: string;
  readonly receipt: ReceiptNumber;
}
/** Tells the dossier of money that was given back: a payment, or a part of one. */
export interface RecordRefundCommand {
  readonly type: 'record-refund';
  readonly orderId: string;
  readonly refundId: string;
  readonly amount: number;
}

/**
 * The clock stands still only where the rules of the procedure name a ground for it: the law does not say that waiting for
 * a fee is not counted.
 */
export function decideRequestPayment(
  state: DossierState,
  command: RequestPaymentCommand,
  facts: DecisionFacts,
): Decision {
  if (state.processing !== 'processing' || openSupplement(state))
    return refuse('dossier.wrong-state', { state: state.processing });
  // A step that waits for this very payment has stopped the clock already.
  const waited = waitedCause(state, facts);
  if (waited !== null && waited !== 'payment') return refuseWhileWaiting();
  const rule = facts.rules.pauses?.[paymentPause];
  const paused =
    rule &&
    waited === null &&
    state.due &&
    pauseDue(state.due, facts.calendar, {
      at: facts.now,
      cause: rule.cause,
      ground: rule.source.citation,
      by: facts.actor.kind,
      policy: rule.resume,
    });
  if (paused && !paused.ok) return refuseClock(paused.problem);
  const { amount, explanation, asked } = command;
  return EventList.after(state, facts)
    .add('payment-requested', { amount, explanation, asked, due: paused ? paused.value : null })
    .decided();
}

/**
 * The work goes on as if nothing had been asked: the due date is the one of before, because what the agency asked for by mistake
 * gives it no more time.
 */
export function decideRevokePaymentRequest(
  state: DossierState,
  command: RevokePaymentRequestCommand,
  facts: DecisionFacts,
): Decision {
  const request = openPaymentRequest(state);
  if (!request) return refuse('dossier.wrong-state', { state: state.processing });
  if (isPaidSinceAsked(state)) return refuse('payment.already-paid');
  const resumed = resumedClock(state, facts, 'keep');
  if (resumed && !resumed.ok) return refuseClock(resumed.problem);
  const { amount } = request;
  return EventList.after(state, facts)
    .add('payment-request-revoked', { amount, reason: command.reason, due: resumed ? resumed.value : null })
    .decided();
}

/** Reminds once, and never after the last day: then another notice is due. */
export function decideRemindPayment(state: DossierState, facts: DecisionFacts): Decision {
  const events = EventList.after(state, facts);
  const request = openPaymentRequest(state);
  if (!request || request.remindedAt !== undefined || isLate(request, facts)) return events.decided();
  return events.add('payment-reminded', { payBy: request.payBy }).decided();
}

/** Notes once that the last day has passed. No text we read says what follows, so nothing does. */
export function decideNotePaymentOverdue(state: DossierState, facts: DecisionFacts): Decision {
  const events = EventList.after(state, facts);
  const request = openPaymentRequest(state);
  if (!request || request.overdueAt !== undefined || !isLate(request, facts)) return events.decided();
  return events.add('payment-overdue', { payBy: request.payBy }).decided();
}

function isLate(request: PaymentRequest, { now }: Pick<DecisionFacts, 'now'>): boolean {
  return Date.parse(now) >= Date.parse(lateFrom(request));
}

/**
 * Money is a fact: it is recorded in every state. It lets a filing go on that waited for its payment, with a new clock for
 * the answer of the one-stop, and work that waited for it.
 *
 * @legal NĐ 118/2025 Điều 24: the proof of payment belongs to the dossier
 */
export function decideRecordPayment(
  state: DossierState,
  command: RecordPaymentCommand,
  facts: DecisionFacts,
): Decision {
  const events = EventList.after(state, facts);
  if (state.money?.payments.some((payment) => payment.orderId === command.orderId)) return events.decided();
  const isPaidNow = command.amount >= amountDue(state);
  let reception = null;
  if (isPaidNow && awaitsPaymentBeforeReception(state)) {
    const started = startReception(facts);
    if (!started.ok) return started;
    reception = started.clock;
  }
  const resumed = isPaidNow && state.processing === 'awaiting-payment' ? resumedClock(state, facts) : null;
  if (resumed && !resumed.ok) return refuseClock(resumed.problem);
  const { type: _type, ...payment } = command;
  return events
    .add('payment-received', {
      ...payment,
      due: resumed ? resumed.value : null,
      reception,
      documents: [{ kind: 'payment-receipt', template: templateVersion }],
    })
    .decided();
}

function resumedClock(state: DossierState, facts: DecisionFacts, policy?: ResumePolicy) {
  const rule = facts.rules.pauses?.[paymentPause];
  const { duration } = facts.rules.clock;
  // Only a clock that was stopped for this can go on.
  if (!rule || !duration || state.due?.remainingMinutes == null || waitsForOthers(state, facts)) return null;
  return resumeDue(state.due, facts.calendar, duration, {
    at: facts.now,
    policy: policy ?? rule.resume,
  });
}

/** A fact as well: what may go back was decided where the money is. However often it is told, it went back once. */
export function decideRecordRefund(
  state: DossierState,
  command: RecordRefundCommand,
  facts: DecisionFacts,
): Decision {
  const events = EventList.after(state, facts);
  const payment = state.money?.payments.find((each) => each.orderId === command.orderId);
  if (!payment || payment.refundedAt !== null) return events.decided();
  const { orderId, refundId } = command;
  if (payment.returned?.some((part) => part.refundId === refundId)) return events.decided();
  const amount = Math.min(command.amount, amountKept(payment));
  return events.add('payment-refunded', { orderId, refundId, amount }).decided();
}

/** A changed answer may change what a dossier costs; the same amount is no news. */
export function reassess(events: EventList, state: DossierState, fee: AssessedFee | null | undefined): void {
  if (fee && fee.amount !== state.fee?.amount) events.add('fee-assessed', fee);
}
