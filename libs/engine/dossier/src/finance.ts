import type { EventOf } from './events';
import {
  type DossierState,
  type FinanceState,
  isOpen,
  type Money,
  type Payment,
  type PaymentRequest,
  type ReturnedPart,
} from './state';

const nothingYet: Money = { owedSince: 0, requested: 0, request: null, payments: [] };

/** What is kept of a payment, in integer đồng. */
export function amountKept({ amount, refundedAt, returned = [] }: Payment): number {
  return refundedAt === null ? amount - returned.reduce((sum, part) => sum + part.amount, 0) : 0;
}

/** Money that came in and was not given back, in integer đồng. */
export function amountPaid({ money }: Pick<DossierState, 'money'>): number {
  return (money?.payments ?? []).reduce((sum, payment) => sum + amountKept(payment), 0);
}

/** What the dossier costs, paid or not, in integer đồng; nothing once it ended without a result. */
export function amountOwed(state: DossierState): number {
  return state.endReason === null ? costOf(state) : 0;
}

/** What still has to be paid, in integer đồng; nothing once the dossier ended without a result. */
export function amountDue(state: DossierState): number {
  return Math.max(0, amountOwed(state) - amountPaid(state));
}

/** What was paid beyond what the dossier costs: it cost more when it was paid. Integer đồng. */
export function amountOverpaid(state: DossierState): number {
  return state.endReason === null ? Math.max(0, amountPaid(state) - amountOwed(state)) : 0;
}

/** How much of what a dossier costs is lệ phí, in integer đồng. */
export function chargeOwed({ fee, money }: Pick<DossierState, 'fee' | 'money'>): number {
  return (fee?.charge ?? 0) + standing(money).reduce((sum, { charge }) => sum + charge, 0);
}

/** Lines of the fee schedule that were asked for during the work; they are not assessed again. */
export function askedLinesOf({ money }: Pick<DossierState, 'money'>): string[] {
  return standing(money).flatMap(({ lines }) => [...lines]);
}

/** Requests that were not taken back. */
function standing(money: Money | undefined): readonly PaymentRequest[] {
  return (money?.requests ?? []).filter(({ revoked }) => revoked === undefined);
}

/** The request the work waits for; null when it waits for none, or for one of an older program that names no ground. */
export function openPaymentRequest(state: DossierState): PaymentRequest | null {
  const latest = state.money?.requests?.at(-1);
  const waits = state.processing === 'awaiting-payment' && amountDue(state) > 0;
  return waits && latest && latest.revoked === undefined ? latest : null;
}

/** The first moment after the last day to pay, ISO instant: the whole day in Vietnam belongs to the person. */
export function lateFrom({ payBy }: Pick<PaymentRequest, 'payBy'>): string {
  return new Date(Date.parse(`${payBy}T00:00:00+07:00`) + 86_400_000).toISOString();
}

/** Whether the work waits for money whose last day was noted as passed. */
export function isPaymentOverdue(state: DossierState): boolean {
  return openPaymentRequest(state)?.overdueAt !== undefined;
}

/** Whether money came in since something was last asked for: each payment left a receipt, numbered with its event. */
export function isPaidSinceAsked({ money, documents }: Pick<DossierState, 'money' | 'documents'>): boolean {
  const since = money?.owedSince ?? 0;
  return documents.some(({ kind, seq }) => kind === 'payment-receipt' && seq > since);
}

function costOf({ fee, money }: Pick<DossierState, 'fee' | 'money'>): number {
  return (fee?.amount ?? 0) + (money?.requested ?? 0);
}

/** Whether the one-stop may not take the dossier in before it is paid. */
export function awaitsPaymentBeforeReception(state: DossierState): boolean {
  return state.processing === 'submitted' && state.fee?.timing === 'before' && amountDue(state) > 0;
}

/** Whether a payment may be given back: only when the dossier ended without the work it was for. */
export function mayRefund(state: DossierState): boolean {
  return state.endReason !== null;
}

type MoneyEvent = EventOf<
  | 'fee-assessed'
  | 'payment-requested'
  | 'payment-reminded'
  | 'payment-overdue'
  | 'payment-request-revoked'
  | 'payment-received'
  | 'payment-refunded'
>;
type Change = Partial<DossierState>;

/** The finance axis after one more event; it also says when a dossier that waited for money goes on. */
export function changeMoney(state: DossierState, event: MoneyEvent): Change {
  const changed = { ...state, ...amountsAfter(state, event) };
  return { ...amountsAfter(state, event), finance: financeOf(changed), ...progressAfter(changed, event) };
}

function amountsAfter(state: DossierState, event: MoneyEvent): Change {
  const money = state.money ?? nothingYet;
  switch (event.type) {
    case 'fee-assessed': {
      const { amount, charge = 0, timing, explanation } = event.payload;
      return {
        fee: { amount, charge, timing, explanation, assessedAt: event.occurredAt },
        money: { ...money, owedSince: event.seq },
      };
    }
    case 'payment-requested': {
      const { amount, explanation, asked } = event.payload;
      const requested = money.requested + amount;
      const requests = asked
        ? {
            requests: [
              ...(money.requests ?? []),
              { ...asked, amount, explanation, requestedAt: event.occurredAt },
            ],
          }
        : {};
      return { money: { ...money, owedSince: event.seq, requested, request: explanation, ...requests } };
    }
    case 'payment-reminded':
      return { money: withLatest(money, { remindedAt: event.occurredAt }) };
    case 'payment-overdue':
      return { money: withLatest(money, { overdueAt: event.occurredAt }) };
    case 'payment-request-revoked':
      return { money: withoutLatest(money, event) };
    case 'payment-received': {
      const { orderId, amount, method, paidAt, receipt } = event.payload;
      const payment = { orderId, amount, method, paidAt, receipt, refundedAt: null };
      return { money: { ...money, payments: [...money.payments, payment] } };
    }
    case 'payment-refunded': {
      const { orderId, refundId, amount } = event.payload;
      const payments = money.payments.map((payment) =>
        payment.orderId === orderId ? afterReturn(payment, { refundId, amount }, event.occurredAt) : payment,
      );
      return { money: { ...money, payments } };
    }
  }
}

function withoutLatest(money: Money, event: EventOf<'payment-request-revoked'>): Money {
  const { amount, reason } = event.payload;
  const left = withLatest(money, { revoked: { at: event.occurredAt, reason } });
  const request = standing(left).at(-1)?.explanation ?? null;
  return { ...left, owedSince: event.seq, requested: money.requested - amount, request };
}

function withLatest(money: Money, change: Partial<PaymentRequest>): Money {
  const requests = money.requests ?? [];
  return {
    ...money,
    requests: requests.map((each, at) => (at === requests.length - 1 ? { ...each, ...change } : each)),
  };
}

function afterReturn(payment: Payment, part: ReturnedPart, at: string): Payment {
  if (part.amount >= amountKept(payment)) return { ...payment, refundedAt: at };
  return { ...payment, returned: [...(payment.returned ?? []), part] };
}

function financeOf(state: DossierState): FinanceState {
  const payments = state.money?.payments ?? [];
  if (!isOpen(state) && payments.length > 0 && payments.every((payment) => payment.refundedAt !== null))
    return 'refunded';
  const owed = costOf(state);
  const paid = amountPaid(state);
  if (owed === 0 && paid === 0) return 'none';
  return paid >= owed ? 'paid' : 'due';
}

function progressAfter(changed: DossierState, event: MoneyEvent): Change {
  if (event.type === 'payment-requested')
    return { processing: 'awaiting-payment', ...(event.payload.due ? { due: event.payload.due } : {}) };
  if (event.type === 'payment-request-revoked')
    return { processing: 'processing', ...(event.payload.due ? { due: event.payload.due } : {}) };
  if (event.type !== 'payment-received') return {};
  const { due, reception } = event.payload;
  const goesOn = changed.processing === 'awaiting-payment' && amountDue(changed) === 0;
  return {
    ...(goesOn ? { processing: 'processing' as const } : {}),
    ...(due ? { due } : {}),
    ...(reception ? { reception } : {}),
  };
}
