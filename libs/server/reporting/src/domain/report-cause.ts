/** What we know of a month, and what the other side says. */
export interface ReportComparison {
  /** The newest version that was released, and its digest; null when none was. */
  readonly ours: { readonly version: number; readonly digest: string } | null;
  readonly theirs: { readonly version: number; readonly digest: string } | null;
  /** Whether a version waits to be sent, or was put aside. */
  readonly waiting: { readonly dead: boolean } | null;
}

/**
 * Why both sides differ.
 *
 * - `waiting`, `put-aside`: it has not left; `missing-there`: it left, and is not there
 * - `older-there`, `newer-there`: another version; `changed`: the same version with other numbers
 * - `not-ours`: a report that nobody released here
 */
export type ReportCause =
  'waiting' | 'put-aside' | 'missing-there' | 'older-there' | 'newer-there' | 'changed' | 'not-ours';

/** Null when both sides say the same. */
export function reportCauseOf({ ours, theirs, waiting }: ReportComparison): ReportCause | null {
  if (ours === null) return theirs === null ? null : 'not-ours';
  if (theirs !== null && theirs.version > ours.version) return 'newer-there';
  if (theirs?.version === ours.version) return theirs.digest === ours.digest ? null : 'changed';
  if (waiting !== null) return waiting.dead ? 'put-aside' : 'waiting';
  return theirs === null ? 'missing-there' : 'older-there';
}
