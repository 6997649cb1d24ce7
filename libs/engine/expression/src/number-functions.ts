import { FeelDuration } from './calendar-date';
import { order, type Meter } from './comparison';
import {
  add,
  asNumber,
  compareNumbers,
  divide,
  floor,
  multiply,
  negate,
  parseDecimal,
  roundTo,
  scaled,
  type FeelNumber,
  type RoundingMode,
} from './decimal';
import { define, hasUnknown, listed, numeric, type FeelFunction } from './function-definition';
import type { InnerValue } from './value';

type Run = FeelFunction['run'];

/** Folds numbers with an exact operation; null when there are none, or when one of them is no number. */
function fold(operation: (total: FeelNumber, value: FeelNumber) => FeelNumber | null): Run {
  return (args, meter) => {
    let total: FeelNumber | null = null;
    for (const item of listed(args)) {
      meter.spend(1);
      const value = asNumber(item);
      if (value === null) return null;
      total = total === null ? value : operation(total, value);
      if (total === null) return null;
    }
    return total;
  };
}

const sum = fold(add);

function extreme(sign: 1 | -1): Run {
  return (args, meter) => {
    const items = listed(args);
    let best: InnerValue = items[0] ?? null;
    // A single value is its own extreme only when it can be ordered at all.
    if (order(best, best, meter) === null) return null;
    for (const item of items) {
      meter.spend(1);
      const difference = order(item, best, meter);
      if (difference === null) return null;
      if (difference * sign > 0) best = item;
    }
    return best;
  };
}

const mean: Run = (args, meter) => {
  const total = asNumber(sum(args, meter));
  return total === null ? null : divide(total, listed(args).length);
};

/** The numbers in order, or null when one of them is none. */
function sortedNumbers(args: readonly InnerValue[], meter: Meter): readonly FeelNumber[] | null {
  const items = listed(args);
  meter.spend(items.length * 4);
  const numbers = items.map(asNumber);
  return numbers.every((value) => value !== null) ? numbers.sort(compareNumbers) : null;
}

const median: Run = (args, meter) => {
  const sorted = sortedNumbers(args, meter);
  const middle = sorted === null ? 0 : Math.floor(sorted.length / 2);
  const upper = sorted?.[middle];
  if (sorted === null || upper === undefined) return null;
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : undefined;
  const both = lower === undefined ? null : add(lower, upper);
  return both === null ? upper : divide(both, 2);
};

const mode: Run = (args, meter) => {
  const sorted = sortedNumbers(args, meter);
  if (sorted === null) return null;
  const runs: { readonly value: FeelNumber; count: number }[] = [];
  for (const value of sorted) {
    const last = runs.at(-1);
    if (last && compareNumbers(last.value, value) === 0) last.count += 1;
    else runs.push({ value, count: 1 });
  }
  const most = Math.max(0, ...runs.map((run) => run.count));
  return runs.filter((run) => run.count === most).map((run) => run.value);
};

const ceiling = (value: FeelNumber): FeelNumber | null => {
  const lowered = floor(negate(value));
  return lowered === null ? null : negate(lowered);
};

/** `floor` and `ceiling` at a number of decimal places. */
function atScale(round: (value: FeelNumber) => FeelNumber | null) {
  return (value: FeelNumber, places: FeelNumber): FeelNumber | null => {
    if (places === 0) return round(value);
    const shifted = isScale(places) ? scaled(value, places) : null;
    const rounded = shifted === null ? null : round(shifted);
    return rounded === null || !isScale(places) ? null : scaled(rounded, -places);
  };
}

const isScale = (places: FeelNumber): places is number =>
  typeof places === 'number' && places >= -34 && places <= 34;

const rounding = (how: RoundingMode): Run =>
  numeric((value, places) => (isScale(places) ? roundTo(value, places, how) : null));

/** The result has the sign of the divisor. */
const modulo = (value: FeelNumber, divisor: FeelNumber): FeelNumber | null => {
  const quotient = divide(value, divisor);
  const whole = quotient === null ? null : floor(quotient);
  const taken = whole === null ? null : multiply(divisor, whole);
  return taken === null ? null : add(value, negate(taken));
};

const parity = (wanted: 0 | 1): Run =>
  numeric((value) => {
    const half = modulo(value, 2);
    return half === null ? null : half === wanted;
  });

const abs: Run = ([value]) => {
  if (value instanceof FeelDuration) return new FeelDuration(value.unit, Math.abs(value.amount));
  const number = asNumber(value);
  return number !== null && compareNumbers(number, 0) < 0 ? negate(number) : number;
};

const separators = new Set([' ', '.', ',']);

/** A number in digits, `.` before the fraction and a sign; longer than any that can be held is none. */
const number: Run = ([text, grouping, point], meter) => {
  if (typeof text !== 'string' || text.length > 400) return null;
  if (grouping !== undefined && grouping !== null && !separators.has(String(grouping))) return null;
  if (point !== undefined && point !== null && point !== '.' && point !== ',') return null;
  if (grouping !== undefined && grouping !== null && grouping === point) return null;
  if (hasUnknown([grouping ?? '', point ?? ''], meter)) return null;
  const digits = typeof grouping === 'string' ? text.replaceAll(grouping, '') : text;
  const written = point === ',' ? digits.replaceAll('.', 'x').replace(',', '.') : digits;
  return parseDecimal(written);
};

const aggregate = (run: Run, gives: FeelFunction['gives'] = 'number'): FeelFunction =>
  define(['any'], gives, run, 1, Infinity);

export const numberFunctions: readonly (readonly [string, FeelFunction])[] = [
  ['sum', aggregate(sum)],
  ['product', aggregate(fold(multiply))],
  ['mean', aggregate(mean)],
  ['median', aggregate(median)],
  ['mode', aggregate(mode, { kind: 'list', of: 'number' })],
  ['min', aggregate(extreme(-1), 'element')],
  ['max', aggregate(extreme(1), 'element')],
  ['abs', define(['number-or-duration'], 'same', abs)],
  ['floor', define(['number', 'number'], 'number', numeric(atScale(floor)), 1)],
  ['ceiling', define(['number', 'number'], 'number', numeric(atScale(ceiling)), 1)],
  ['modulo', define(['number', 'number'], 'number', numeric(modulo))],
  ['odd', define(['number'], 'boolean', parity(1))],
  ['even', define(['number'], 'boolean', parity(0))],
  ['decimal', define(['number', 'number'], 'number', rounding('half-even'))],
  ['round up', define(['number', 'number'], 'number', rounding('up'))],
  ['round down', define(['number', 'number'], 'number', rounding('down'))],
  ['round half up', define(['number', 'number'], 'number', rounding('half-up'))],
  ['round half down', define(['number', 'number'], 'number', rounding('half-down'))],
  ['number', define(['string', 'string', 'string'], 'number', number, 1)],
];
