import type { InnerValue } from './value';

/** An interval between two values that can be ordered; a bound that is null is not known. Lives inside an evaluation only. */
export class FeelRange {
  constructor(
    readonly low: InnerValue,
    readonly high: InnerValue,
    readonly lowIncluded: boolean,
    readonly highIncluded: boolean,
  ) {}

  /** A single value as an interval of one point. */
  static of(value: InnerValue): FeelRange {
    return value instanceof FeelRange ? value : new FeelRange(value, value, true, true);
  }
}
