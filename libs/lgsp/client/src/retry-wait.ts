import type { LgspFailure } from './failure';
import type { ServiceLimits } from './service';

/**
 * Milliseconds until the next attempt: somewhere in the upper half of a doubling span, so that callers who failed together
 * do not come back together. What the other side asked for is a lower bound; null when it asks for more than a caller would wait.
 *
 * @param attempt - how many attempts have failed, from 1
 * @param random - from 0 (included) to 1 (excluded)
 */
export function retryWait(
  failure: LgspFailure,
  attempt: number,
  limits: ServiceLimits,
  random: () => number,
): number | null {
  const span = Math.min(limits.longestWaitMs, limits.firstWaitMs * 2 ** (attempt - 1));
  const wait = Math.round(span * (0.5 + random() / 2));
  const asked = failure.retryAfterMs ?? 0;
  if (asked > limits.longestWaitMs) return null;
  return Math.max(wait, asked);
}

/** Reads `Retry-After`: seconds, or a date. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  if (/^\d{1,9}$/u.test(header.trim())) return Number(header.trim()) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
