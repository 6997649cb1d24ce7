import { FeelDate, FeelDuration } from './calendar-date';
import { equal, order, type Meter } from './comparison';
import {
  add,
  asNumber,
  compareNumbers,
  floor,
  negate,
  divide,
  multiply,
  roundTo,
  type FeelNumber,
} from './decimal';
import type { FeelType, TypeWord } from './type';
import type { InnerValue } from './value';

export interface FeelFunction {
  readonly least: number;
  readonly most: number;
  /** Types of the arguments; the last one repeats. */
  readonly takes: readonly TypeWord[];
  /** `element`: the element type of the list in the first argument, or the type of the arguments themselves. */
  readonly gives: FeelType | 'element' | 'same-list';
  readonly run: (args: readonly InnerValue[], meter: Meter) => InnerValue;
}

type Run = FeelFunction['run'];

function define(
  takes: readonly TypeWord[],
  gives: FeelFunction['gives'],
  run: Run,
  least = takes.length,
  most = takes.length,
): FeelFunction {
  return { takes, gives, run, least, most };
}

/** FEEL lets an aggregate take one list, or the values themselves. */
function listed(args: readonly InnerValue[]): readonly InnerValue[] {
  const first = args[0];
  return args.length === 1 && Array.isArray(first) ? (first as readonly InnerValue[]) : args;
}

function textual(run: (text: string, other: string, meter: Meter) => InnerValue): Run {
  return (args, meter) => {
    const [text, other] = args;
    if (typeof text !== 'string' || (args.length > 1 && typeof other !== 'string')) return null;
    meter.spend(text.length >> 6);
    return run(text, typeof other === 'string' ? other : '', meter);
  };
}

function numeric(run: (value: FeelNumber, other: FeelNumber) => FeelNumber | null): Run {
  return (args) => {
    const value = asNumber(args[0]);
    const other = args.length > 1 ? asNumber(args[1]) : 0;
    return value === null || other === null ? null : run(value, other);
  };
}

const sum: Run = (args, meter) => {
  const items = listed(args);
  let total: FeelNumber | null = null;
  for (const item of items) {
    meter.spend(1);
    const value = asNumber(item);
    if (value === null) return null;
    total = total === null ? value : add(total, value);
    if (total === null) return null;
  }
  return total;
};

function extreme(sign: 1 | -1): Run {
  return (args, meter) => {
    const items = listed(args);
    let best: InnerValue = items[0] ?? null;
    // A single value is its own extreme only when it can be ordered at all.
    if (order(best, best) === null) return null;
    for (const item of items) {
      meter.spend(1);
      const difference = order(item, best);
      if (difference === null) return null;
      if (difference * sign > 0) best = item;
    }
    return best;
  };
}

const count: Run = (args) => {
  const value = args[0] ?? null;
  return value === null ? null : Array.isArray(value) ? value.length : 1;
};

const append: Run = (args, meter) => {
  const [first, ...added] = args;
  if (first === null || first === undefined) return null;
  const list = Array.isArray(first) ? (first as readonly InnerValue[]) : [first];
  meter.spend(list.length);
  return [...list, ...added];
};

const listContains: Run = ([list, wanted], meter) => {
  if (list === null || list === undefined) return null;
  const items = Array.isArray(list) ? (list as readonly InnerValue[]) : [list];
  return items.some((item) => equal(item ?? null, wanted ?? null, meter) === true);
};

const date: Run = ([first, month, day]) => {
  if (typeof first === 'string') return FeelDate.parse(first);
  if (first instanceof FeelDate) return first;
  return typeof first === 'number' && typeof month === 'number' && typeof day === 'number'
    ? FeelDate.of(first, month, day)
    : null;
};

const substring: Run = ([text, start, length], meter) => {
  if (typeof text !== 'string' || typeof start !== 'number' || start === 0) return null;
  if (length !== undefined && (typeof length !== 'number' || length < 1)) return null;
  meter.spend(text.length >> 6);
  const points = [...text];
  const from = start > 0 ? start - 1 : Math.max(0, points.length + start);
  return points.slice(from, typeof length === 'number' ? from + length : undefined).join('');
};

const ceiling = (value: FeelNumber): FeelNumber | null => {
  const lowered = floor(negate(value));
  return lowered === null ? null : negate(lowered);
};

/** The result has the sign of the divisor. */
const modulo = (value: FeelNumber, divisor: FeelNumber): FeelNumber | null => {
  const quotient = divide(value, divisor);
  const whole = quotient === null ? null : floor(quotient);
  const taken = whole === null ? null : multiply(divisor, whole);
  return taken === null ? null : add(value, negate(taken));
};

const decimal = (value: FeelNumber, places: FeelNumber): FeelNumber | null =>
  typeof places === 'number' && places >= 0 && places <= 34 ? roundTo(value, places) : null;

/** Every function of the subset. Regular expressions (`matches`, `replace`) are left out: a pattern could hang the page. */
export const functions: ReadonlyMap<string, FeelFunction> = new Map<string, FeelFunction>([
  ['not', define(['boolean'], 'boolean', ([value]) => (typeof value === 'boolean' ? !value : null))],
  ['count', define(['any'], 'number', count)],
  ['sum', define(['any'], 'number', sum, 1, Infinity)],
  ['min', define(['any'], 'element', extreme(-1), 1, Infinity)],
  ['max', define(['any'], 'element', extreme(1), 1, Infinity)],
  ['append', define(['any', 'any'], 'same-list', append, 2, Infinity)],
  ['list contains', define(['list', 'any'], 'boolean', listContains)],
  [
    'contains',
    define(
      ['string', 'string'],
      'boolean',
      textual((text, part) => text.includes(part)),
    ),
  ],
  [
    'starts with',
    define(
      ['string', 'string'],
      'boolean',
      textual((text, part) => text.startsWith(part)),
    ),
  ],
  [
    'ends with',
    define(
      ['string', 'string'],
      'boolean',
      textual((text, part) => text.endsWith(part)),
    ),
  ],
  [
    'string length',
    define(
      ['string'],
      'number',
      textual((text) => [...text].length),
    ),
  ],
  [
    'upper case',
    define(
      ['string'],
      'string',
      textual((text) => text.toUpperCase()),
    ),
  ],
  [
    'lower case',
    define(
      ['string'],
      'string',
      textual((text) => text.toLowerCase()),
    ),
  ],
  ['substring', define(['string', 'number', 'number'], 'string', substring, 2, 3)],
  ['date', define(['any', 'number', 'number'], 'date', date, 1, 3)],
  [
    'duration',
    define(['string'], 'duration', ([text]) => (typeof text === 'string' ? FeelDuration.parse(text) : null)),
  ],
  [
    'years and months duration',
    define(['date', 'date'], 'duration', ([from, to]) =>
      from instanceof FeelDate && to instanceof FeelDate ? FeelDuration.monthsBetween(from, to) : null,
    ),
  ],
  [
    'abs',
    define(
      ['number'],
      'number',
      numeric((value) => (compareNumbers(value, 0) < 0 ? negate(value) : value)),
    ),
  ],
  ['floor', define(['number'], 'number', numeric(floor))],
  ['ceiling', define(['number'], 'number', numeric(ceiling))],
  ['modulo', define(['number', 'number'], 'number', numeric(modulo))],
  ['decimal', define(['number', 'number'], 'number', numeric(decimal))],
]);

export const functionNames: ReadonlySet<string> = new Set(functions.keys());
