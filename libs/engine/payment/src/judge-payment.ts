/** An order as a payment meets it. */
export interface OrderFacts {
  readonly state: 'open' | 'settled' | 'expired' | 'cancelled';
  /** Integer đồng. */
  readonly amount: number;
}

export interface DueFacts {
  /** What the dossier owes now, in integer đồng. */
  readonly amount: number;
  /** Whether what the order was made out for was paid by another order. */
  readonly isPaid: boolean;
}

/**
 * - `settle`: the order is paid
 * - `return`: a genuine payment that nobody owes any more; it goes back by itself
 * - `unmatched`: money that a person has to look at
 */
export type PaymentVerdict =
  | { readonly kind: 'settle' }
  | { readonly kind: 'return'; readonly why: 'paid-before' | 'nothing-due' }
  | { readonly kind: 'unmatched'; readonly why: 'unknown-order' | 'wrong-amount' | 'second-transaction' };

/**
 * What becomes of money that the platform says was paid under a reference. Late is no reason to refuse it: an expired or
 * cancelled order that is paid still counts while the dossier owes that much.
 */
export function judgePayment(order: OrderFacts | null, due: DueFacts, amount: number): PaymentVerdict {
  if (!order) return { kind: 'unmatched', why: 'unknown-order' };
  if (order.state === 'settled') return { kind: 'unmatched', why: 'second-transaction' };
  if (order.amount !== amount) return { kind: 'unmatched', why: 'wrong-amount' };
  if (due.isPaid) return { kind: 'return', why: 'paid-before' };
  if (due.amount < amount) return { kind: 'return', why: 'nothing-due' };
  return { kind: 'settle' };
}
