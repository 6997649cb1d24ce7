import type { Meter } from './comparison';
import { asNumber, type FeelNumber } from './decimal';
import type { FeelType, TypeWord } from './type';
import { isContext, type InnerValue } from './value';

export interface FeelFunction {
  readonly least: number;
  readonly most: number;
  /** Types of the arguments; the last one repeats. */
  readonly takes: readonly ArgumentType[];
  /**
   * `element`: the element type of the list in the first argument, or the type of the arguments themselves. `same`: the type
   * of the first argument. `either`: of any argument. `same-list`: the list with the values after it. `inserted-list`: the
   * list with the last value. `all-lists`: everything that is in the lists.
   */
  readonly gives: FeelType | 'element' | 'same' | 'either' | 'same-list' | 'inserted-list' | 'all-lists';
  readonly run: (args: readonly InnerValue[], meter: Meter) => InnerValue;
}

/** `point-or-range`: a value that can be ordered, or an interval of them. */
export type ArgumentType = TypeWord | 'point-or-range' | 'number-or-duration';

type Run = FeelFunction['run'];

/** A function with exactly the arguments it takes, unless a least and a most number are given. */
export function define(
  takes: readonly ArgumentType[],
  gives: FeelFunction['gives'],
  run: Run,
  least = takes.length,
  most = takes.length,
): FeelFunction {
  return { takes, gives, run, least, most };
}

/** FEEL lets an aggregate take one list, or the values themselves. */
export function listed(args: readonly InnerValue[]): readonly InnerValue[] {
  const first = args[0];
  return args.length === 1 && Array.isArray(first) ? (first as readonly InnerValue[]) : args;
}

/** A single value counts as a list of one; null does not. */
export function asList(value: InnerValue | undefined): readonly InnerValue[] | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? (value as readonly InnerValue[]) : [value];
}

/** Runs on one or two texts; anything else gives null. Costs steps by length. */
export function textual(run: (text: string, other: string) => InnerValue): Run {
  return (args, meter) => {
    const [text, other] = args;
    if (typeof text !== 'string' || (args.length > 1 && typeof other !== 'string')) return null;
    const second = typeof other === 'string' ? other : '';
    meter.spend((text.length + second.length) >> 6);
    return run(text, second);
  };
}

/** As {@link textual} for looking one text up in another, which in the worst case compares every place with every place. */
export function searching(run: (text: string, part: string) => InnerValue): Run {
  const plain = textual(run);
  return (args, meter) => {
    const [text, part] = args;
    if (typeof text === 'string' && typeof part === 'string')
      meter.spend(Math.floor((text.length * part.length) / 65_536));
    return plain(args, meter);
  };
}

/** Runs on one or two numbers; anything else gives null. A second number that is left out is 0. */
export function numeric(run: (value: FeelNumber, other: FeelNumber) => InnerValue): Run {
  return (args) => {
    const value = asNumber(args[0]);
    const other = args.length > 1 ? asNumber(args[1]) : 0;
    return value === null || other === null ? null : run(value, other);
  };
}

/**
 * Whether something inside is not known, so that a function which looks at its items one by one cannot answer yet. Only
 * where null means "not known".
 */
export function hasUnknown(value: InnerValue | undefined, meter: Meter): boolean {
  if (!meter.partial) return false;
  if (value === null || value === undefined) return true;
  meter.spend(1);
  if (Array.isArray(value)) {
    return meter.deeper(() => (value as readonly InnerValue[]).some((item) => hasUnknown(item, meter)));
  }
  if (!isContext(value)) return false;
  return meter.deeper(() => Object.values(value).some((item: InnerValue) => hasUnknown(item, meter)));
}
