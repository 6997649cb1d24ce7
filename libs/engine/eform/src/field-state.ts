import type { AnswerValue } from '@mocua/contract';
import type { EformProblem } from './eform-problem';

/** Everything a page needs to know about one field. */
export interface FieldState {
  /** Field id, or `section.index.field`. */
  readonly path: string;
  readonly visible: boolean;
  readonly required: boolean;
  /** The value comes from the form, not from the person. */
  readonly calculated: boolean;
  /** A supplement is being answered and this field was not asked for. */
  readonly locked: boolean;
  /** Normalised when it is right, as typed when it is not, null when empty or hidden. */
  readonly value: AnswerValue;
  /** What a submission would refuse; empty when hidden. */
  readonly problems: readonly EformProblem[];
}

/** One group of a repeating section. */
export interface GroupState {
  readonly index: number;
  readonly fields: ReadonlyMap<string, FieldState>;
}

export interface SectionState {
  readonly id: string;
  readonly visible: boolean;
  /** Groups of a repeating section, at least its minimum; null for a plain section. */
  readonly groups: readonly GroupState[] | null;
  /** Problems of the section itself: too few or too many groups. */
  readonly problems: readonly EformProblem[];
}

export interface PageState {
  readonly id: string;
  readonly visible: boolean;
  /** Everything on the page that a submission would refuse. */
  readonly problems: readonly EformProblem[];
  /** At least one field on the page can be changed. */
  readonly open: boolean;
}
