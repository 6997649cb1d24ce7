/** How close a work-list line is to its limit. Told by words and icon, never by colour alone. */
export type Urgency = 'overdue' | 'near' | 'later' | 'none';

/** A limit within this many hours is "near": half of an eight-hour working day. */
const NEAR_HOURS = 4;
const HOUR_MS = 3_600_000;

/**
 * @param item - `overdue` is the server's word; the browser's clock only tells "near" from "later"
 * @param now - milliseconds since the epoch
 */
export function urgencyOf(
  item: { readonly overdue: boolean; readonly limitAt: string | null },
  now: number,
): Urgency {
  if (item.overdue) return 'overdue';
  if (item.limitAt === null) return 'none';
  const left = Date.parse(item.limitAt) - now;
  return left <= NEAR_HOURS * HOUR_MS ? 'near' : 'later';
}
