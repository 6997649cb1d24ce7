import { order, type Meter } from './comparison';
import { define, type FeelFunction } from './function-definition';
import { FeelRange } from './range';
import type { InnerValue } from './value';

/**
 * Two intervals with their ends compared; null where they cannot be.
 *
 * @see DMN 1.5, section 10.3.4.7
 */
interface Pair {
  readonly a: FeelRange;
  readonly b: FeelRange;
  readonly lows: number;
  readonly highs: number;
  /** The end of `a` against the start of `b`. */
  readonly highLow: number;
  /** The start of `a` against the end of `b`. */
  readonly lowHigh: number;
}

function pairOf(left: InnerValue, right: InnerValue, meter: Meter): Pair | null {
  const a = FeelRange.of(left);
  const b = FeelRange.of(right);
  const lows = order(a.low, b.low, meter);
  const highs = order(a.high, b.high, meter);
  const highLow = order(a.high, b.low, meter);
  const lowHigh = order(a.low, b.high, meter);
  if (lows === null || highs === null || highLow === null || lowHigh === null) return null;
  return { a, b, lows, highs, highLow, lowHigh };
}

const turned = ({ a, b, lows, highs, highLow, lowHigh }: Pair): Pair => ({
  a: b,
  b: a,
  lows: -lows,
  highs: -highs,
  highLow: -lowHigh,
  lowHigh: -highLow,
});

type Relation = (pair: Pair) => boolean;

const before: Relation = ({ a, b, highLow }) =>
  highLow < 0 || (highLow === 0 && !(a.highIncluded && b.lowIncluded));
const meets: Relation = ({ a, b, highLow }) => highLow === 0 && a.highIncluded && b.lowIncluded;
const overlaps: Relation = (pair) => !before(pair) && !before(turned(pair));
/** `a` begins first and ends inside `b`, or where `b` ends. */
const overlapsBefore: Relation = (pair) => {
  const { a, b, lows, highs } = pair;
  const beginsFirst = lows < 0 || (lows === 0 && a.lowIncluded && !b.lowIncluded);
  const endsInside = highs < 0 || (highs === 0 && (!a.highIncluded || b.highIncluded));
  return beginsFirst && !before(pair) && endsInside;
};
const beginsInside: Relation = ({ a, b, lows }) =>
  lows > 0 || (lows === 0 && (b.lowIncluded || !a.lowIncluded));
const endsInside: Relation = ({ a, b, highs }) =>
  highs < 0 || (highs === 0 && (b.highIncluded || !a.highIncluded));
const during: Relation = (pair) => beginsInside(pair) && endsInside(pair);
const finishes: Relation = (pair) =>
  pair.highs === 0 && pair.a.highIncluded === pair.b.highIncluded && beginsInside(pair);
const starts: Relation = (pair) =>
  pair.lows === 0 && pair.a.lowIncluded === pair.b.lowIncluded && endsInside(pair);
const coincides: Relation = ({ a, b, lows, highs }) =>
  lows === 0 && highs === 0 && a.lowIncluded === b.lowIncluded && a.highIncluded === b.highIncluded;

const relation = (holds: Relation): FeelFunction =>
  define(['point-or-range', 'point-or-range'], 'boolean', ([left, right], meter) => {
    const pair = pairOf(left ?? null, right ?? null, meter);
    return pair === null ? null : holds(pair);
  });
const inverse =
  (holds: Relation): Relation =>
  (pair) =>
    holds(turned(pair));

/** How two intervals, or a value and an interval, lie to each other. */
export const rangeFunctions: readonly (readonly [string, FeelFunction])[] = [
  ['before', relation(before)],
  ['after', relation(inverse(before))],
  ['meets', relation(meets)],
  ['met by', relation(inverse(meets))],
  ['overlaps', relation(overlaps)],
  ['overlaps before', relation(overlapsBefore)],
  ['overlaps after', relation(inverse(overlapsBefore))],
  ['finishes', relation(finishes)],
  ['finished by', relation(inverse(finishes))],
  ['includes', relation(inverse(during))],
  ['during', relation(during)],
  ['starts', relation(starts)],
  ['started by', relation(inverse(starts))],
  ['coincides', relation(coincides)],
];
