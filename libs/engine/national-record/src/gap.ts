import type { GapKind } from './gap-words';
import type { Place } from './places';

/** Something to complete, at one place; without a place it is about the whole record. */
export interface Gap {
  readonly kind: GapKind;
  readonly place: Place | null;
}

/** One gap about the whole record when something is not there. */
export function missing(kind: GapKind, isMissing: boolean): Gap[] {
  return isMissing ? [{ kind, place: null }] : [];
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}
