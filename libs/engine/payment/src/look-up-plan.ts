const minute = 60_000;
/** How long after the order each question is asked: soon while a person may be waiting, rarely later. */
const waits = [0.5, 2, 5, 15, 60, 240].map((minutes) => minutes * minute);
/** After this the daily reconciliation is the only one that looks. */
const graceAfterExpiry = 24 * 60 * minute;

/**
 * When to ask the platform what became of an order whose callback has not come; null when it is asked no more.
 *
 * @param asked - how often it was asked before
 */
export function nextLookUp(
  order: { createdAt: Date; expiresAt: Date },
  asked: number,
  now: Date,
): Date | null {
  const wait = waits[Math.min(asked, waits.length - 1)] ?? minute;
  const next = new Date((asked === 0 ? order.createdAt : now).getTime() + wait);
  return next.getTime() > order.expiresAt.getTime() + graceAfterExpiry ? null : next;
}
