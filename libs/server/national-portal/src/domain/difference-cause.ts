/**
 * Why both sides differ.
 *
 * - `history-changed`: our own stream is not what was written, or not what was told
 * - `dead-letter`: a message was put aside and holds back the rest
 * - `waiting`: the news is still on its way
 * - `missing-there`: the portal does not know the dossier
 * - `doubled-there`: the portal holds progress twice, or progress we never told
 * - `changed-there`: the portal says something else
 */
export const differenceCauses = [
  'history-changed',
  'dead-letter',
  'waiting',
  'missing-there',
  'doubled-there',
  'changed-there',
] as const;
export type DifferenceCause = (typeof differenceCauses)[number];

/** The first cause that explains a difference; null when there is none. */
export function causeOf(seen: {
  readonly historyChanged: boolean;
  readonly differences: number;
  /** Progress over there that is not ours, or ours twice. */
  readonly tooMuch: boolean;
  readonly knownThere: boolean;
  readonly waiting: { readonly dead: boolean } | null;
}): DifferenceCause | null {
  if (seen.historyChanged) return 'history-changed';
  if (seen.knownThere && seen.differences === 0) return null;
  if (seen.waiting) return seen.waiting.dead ? 'dead-letter' : 'waiting';
  if (!seen.knownThere) return 'missing-there';
  return seen.tooMuch ? 'doubled-there' : 'changed-there';
}
