/**
 * Where money lies or to whom it belongs. A cash drawer is one account for each cashier of a unit; `handed:` is money that was
 * collected for a unit and given to it.
 */
export type Account =
  | 'platform'
  | `cash:${string}`
  | `handed:${string}`
  | 'bank'
  | 'charge'
  | 'fee'
  | 'suspense'
  | 'cash-difference';

/** One movement of money: it leaves one account and enters another, so no posting can be out of balance. */
export interface Posting {
  readonly debit: Account;
  readonly credit: Account;
  /** Integer đồng, more than 0. */
  readonly amount: number;
}

/** What a payment is for: lệ phí goes to the budget, phí to the account of the agency. Integer đồng. */
export interface Split {
  readonly charge: number;
  readonly fee: number;
}

function posted(debit: Account, credit: Account, amount: number): Posting[] {
  return amount > 0 ? [{ debit, credit, amount }] : [];
}

/** A payment that was due, from where it came in. @legal NĐ 118/2025 Điều 24: lệ phí and phí have different beneficiaries */
export function bookPayment(from: Account, { charge, fee }: Split): Posting[] {
  return [...posted(from, 'charge', charge), ...posted(from, 'fee', fee)];
}

/** Money nobody owed: it is kept apart until it goes back or is explained. */
export function bookSuspense(from: Account, amount: number): Posting[] {
  return posted(from, 'suspense', amount);
}

/** A payment that goes back the way it came. */
export function bookRefund(to: Account, { charge, fee }: Split): Posting[] {
  return [...posted('charge', to, charge), ...posted('fee', to, fee)];
}

/** Money that nobody owed goes back. */
export function bookReturn(to: Account, amount: number): Posting[] {
  return posted('suspense', to, amount);
}

/**
 * A drawer at the end of its day: what was counted goes to the bank, or to the unit it was collected for, and what is missing or
 * too much is told as that.
 *
 * @param expected - what the books say lies in the drawer
 */
export function bookCloseOfDay(
  drawer: Account,
  expected: number,
  counted: number,
  to: Account = 'bank',
): Posting[] {
  return [
    ...posted('cash-difference', drawer, expected - counted),
    ...posted(drawer, 'cash-difference', counted - expected),
    ...posted(to, drawer, counted),
  ];
}

/** What the keeper of money counted when it arrived: from then on it lies in the drawer of whoever counted it. */
export function bookArrival(drawer: Account, keeper: string, counted: number): Posting[] {
  return posted(drawer, `handed:${keeper}`, counted);
}

/**
 * The end of a difference between what was sent and what arrived: settled by hand, out of the drawer or into it, or kept in the
 * books as what it is.
 *
 * @param missing - sent less counted; below 0 when more arrived than was sent
 */
export function bookHandOverEnd(to: Account, keeper: string, missing: number): Posting[] {
  return [...posted(to, `handed:${keeper}`, missing), ...posted(`handed:${keeper}`, to, -missing)];
}
