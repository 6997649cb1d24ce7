import type { EventOf } from './events';
import { type DossierState, type FinanceState, isOpen, type Money } from './state';

const nothingYet: Money = { owedSince: 0, requested: 0, request: null, payments: [] };

/** Money that came in and was not given back, in integer đồng. */
export function amountPaid({ money }: Pick<DossierState, 'money'>): number {
  return (money?.payments ?? [])
    .filter((payment) => payment.refundedAt === null)
    .reduce((sum, payment) => sum + payment.amount, 0);
}

/** What still has to be paid, in integer đồng; nothing once the dossier ended without a result. */
export function amountDue(state: DossierState): number {
  if (state.endReason !== null) return 0;
  const owed = (state.fee?.amount ?? 0) + (state.money?.requested ?? 0);
  return Math.max(0, owed - amountPaid(state));
}

/** Whether the one-stop may not take the dossier in before it is paid. */
export function awaitsPaymentBeforeReception(state: DossierState): boolean {
  return state.processing === 'submitted' && state.fee?.timing === 'before' && amountDue(state) > 0;
}

/** Whether a payment may be given back: only when the dossier ended without the work it was for. */
export function mayRefund(state: DossierState): boolean {
  return state.endReason !== null;
}

type MoneyEvent = EventOf<'fee-assessed' | 'payment-requested' | 'payment-received' | 'payment-refunded'>;
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
      const { amount, explanation } = event.payload;
      const requested = money.requested + amount;
      return { money: { ...money, owedSince: event.seq, requested, request: explanation } };
    }
    case 'payment-received': {
      const { orderId, amount, method, paidAt, receipt } = event.payload;
      const payment = { orderId, amount, method, paidAt, receipt, refundedAt: null };
      return { money: { ...money, payments: [...money.payments, payment] } };
    }
    case 'payment-refunded': {
      const payments = money.payments.map((payment) =>
        payment.orderId === event.payload.orderId ? { ...payment, refundedAt: event.occurredAt } : payment,
      );
      return { money: { ...money, payments } };
    }
  }
}

function financeOf(state: DossierState): FinanceState {
  const payments = state.money?.payments ?? [];
  if (!isOpen(state) && payments.length > 0 && payments.every((payment) => payment.refundedAt !== null))
    return 'refunded';
  const owed = (state.fee?.amount ?? 0) + (state.money?.requested ?? 0);
  const paid = amountPaid(state);
  if (owed === 0 && paid === 0) return 'none';
  return paid >= owed ? 'paid' : 'due';
}

function progressAfter(changed: DossierState, event: MoneyEvent): Change {
  if (event.type === 'payment-requested')
    return { processing: 'awaiting-payment', ...(event.payload.due ? { due: event.payload.due } : {}) };
  if (event.type !== 'payment-received') return {};
  const { due, reception } = event.payload;
  const goesOn = changed.processing === 'awaiting-payment' && amountDue(changed) === 0;
  return {
    ...(goesOn ? { processing: 'processing' as const } : {}),
    ...(due ? { due } : {}),
    ...(reception ? { reception } : {}),
  };
}
