/**
 * How far the signature of a result is.
 *
 * - `due`: to be asked for; `waiting`: the leader has it on their phone
 * - `refused`, `expired`: the leader said no, or nothing in time
 * - `invalid`: what came was no signature of this leader over this paper; `failed`: the request itself was not taken
 * - `superseded`: another attempt, or paper, took its place
 */
export const requestStates = [
  'due',
  'waiting',
  'signed',
  'refused',
  'expired',
  'invalid',
  'failed',
  'superseded',
] as const;
export type RequestState = (typeof requestStates)[number];

/** States from which a signature may be asked for again. */
export const canAskAgain: ReadonlySet<RequestState> = new Set(['refused', 'expired', 'invalid', 'failed']);
