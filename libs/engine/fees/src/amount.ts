/** What is known of an amount of đồng or of a number of units: it lies between the two; `most` is null without a bound. */
export interface Amount {
  readonly least: number;
  readonly most: number | null;
}

/** No single fee comes near; beyond it a formula is at fault, and sums of 200 lines stay exact. */
export const LARGEST = 1_000_000_000_000;

export const anything: Amount = { least: 0, most: null };
export const nothing: Amount = { least: 0, most: 0 };

export function exactly(value: number): Amount {
  return { least: value, most: value };
}

/** The value, when it is known. */
export function known({ least, most }: Amount): number | null {
  return least === most ? least : null;
}

export function plus(a: Amount, b: Amount): Amount {
  return { least: a.least + b.least, most: a.most === null || b.most === null ? null : a.most + b.most };
}

/** Price times quantity; nothing times anything is nothing. */
export function times(price: Amount, quantity: Amount): Amount {
  const free = price.most === 0 || quantity.most === 0;
  const most = price.most === null || quantity.most === null ? null : price.most * quantity.most;
  return { least: price.least * quantity.least, most: free ? 0 : most };
}

/** The smaller of the two, whatever they turn out to be. */
export function smaller(a: Amount, b: Amount): Amount {
  const most = a.most === null ? b.most : b.most === null ? a.most : Math.min(a.most, b.most);
  return { least: Math.min(a.least, b.least), most };
}

/** A function that never falls, applied to both ends. */
export function mapped(amount: Amount, rising: (value: number) => number): Amount {
  return { least: rising(amount.least), most: amount.most === null ? null : rising(amount.most) };
}

/** As an amount, or as nothing at all: which of the two is not known. */
export function perhaps(amount: Amount): Amount {
  return { least: 0, most: amount.most };
}
