import type { ProblemCode } from '@mocua/contract';

/** An exchange of a signing secret as it was asked for. */
export interface SecretRotation {
  readonly subscriptionId: string;
  /** Number of the secret it led to. */
  readonly generation: number;
  readonly bodyHash: Buffer;
  /** Until when the same request gets the same secret again. */
  readonly repeatableUntil: Date;
}

/** How long an exchange without an overlap can be repeated, in hours. */
const hoursWithoutOverlap = 24;

/** When an exchange ends: how long the former secret signs as well, and how long a lost reply can be asked for again. */
export function endsOfRotation(
  overlapHours: number,
  now: Date,
): { readonly formerUntil: Date | null; readonly repeatableUntil: Date } {
  const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  return overlapHours === 0
    ? { formerUntil: null, repeatableUntil: after(hoursWithoutOverlap) }
    : { formerUntil: after(overlapHours), repeatableUntil: after(overlapHours) };
}

/**
 * Why a request that was answered before is not answered with its secret again; null when it is. A secret that was followed by another one
 * is of no use to its receiver, and one whose exchange is over has been in use for long.
 *
 * @param newest - number of the newest secret of the subscription
 */
export function refusalToRepeat(
  known: SecretRotation,
  bodyHash: Buffer,
  newest: number,
  now: Date,
): ProblemCode | null {
  if (!known.bodyHash.equals(bodyHash)) return 'request.idempotency-key-reused';
  return known.generation < newest || now >= known.repeatableUntil ? 'agency.rotation-over' : null;
}
