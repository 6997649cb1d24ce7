/** Where a visitor stands between the last touch and the wipe. */
export type IdleStage =
  | { readonly kind: 'active' }
  | { readonly kind: 'warning'; readonly secondsLeft: number }
  | { readonly kind: 'expired' };

/** How long a kiosk waits, in seconds; both come from the settings of the device. */
export interface IdleLimits {
  readonly idleSeconds: number;
  readonly warningSeconds: number;
}

/**
 * Decides from two instants alone, never by counting ticks: a browser that slept through the warning comes back
 * expired, not with a second of grace.
 *
 * @param now - milliseconds of a monotonic clock
 * @param lastTouch - milliseconds of the same clock
 */
export function idleStage(now: number, lastTouch: number, limits: IdleLimits): IdleStage {
  const idle = Math.max(0, now - lastTouch) / 1000;
  if (idle < limits.idleSeconds) return { kind: 'active' };
  const left = limits.idleSeconds + limits.warningSeconds - idle;
  return left > 0 ? { kind: 'warning', secondsLeft: Math.ceil(left) } : { kind: 'expired' };
}

/** Seconds at which a screen reader hears the countdown; every second would drown the question itself. */
export function isSpokenSecond(secondsLeft: number): boolean {
  return secondsLeft === 10 || secondsLeft === 5 || secondsLeft >= 20;
}
