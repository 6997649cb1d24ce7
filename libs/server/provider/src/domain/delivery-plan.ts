/** What a receiver answered: a status, or why there was none. */
export type ReceiverAnswer =
  { readonly status: number } | { readonly failure: 'timeout' | 'unreachable' | 'forbidden-address' };

/** What becomes of a delivery after a try. */
export type DeliveryVerdict =
  | { readonly kind: 'delivered' }
  /** The receiver wants nothing any more (410). */
  | { readonly kind: 'gone' }
  | { readonly kind: 'again'; readonly at: Date }
  | { readonly kind: 'given-up' };

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waits between tries as Standard Webhooks recommends: ten tries within some three days. */
const waits = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];
export const maximumTries = waits.length + 1;

/**
 * Decides after the `tries`-th try. A redirect is a failure like any other: an address that was approved must not lead to
 * one that was not.
 *
 * @param random - from 0 (included) to 1 (excluded); spreads the waits, so that many receivers do not get everything at once
 */
export function verdictOn(
  answer: ReceiverAnswer,
  { tries, now, random }: { readonly tries: number; readonly now: Date; readonly random: number },
): DeliveryVerdict {
  if ('status' in answer && answer.status >= 200 && answer.status < 300) return { kind: 'delivered' };
  if ('status' in answer && answer.status === 410) return { kind: 'gone' };
  const wait = waits[tries - 1];
  if (wait === undefined) return { kind: 'given-up' };
  return { kind: 'again', at: new Date(now.getTime() + wait * (0.9 + random / 5)) };
}
