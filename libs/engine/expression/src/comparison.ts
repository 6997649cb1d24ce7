import { FeelDate, FeelDuration } from './calendar-date';
import { asNumber, compareNumbers } from './decimal';
import { isContext, readMember, type InnerValue } from './value';

/** Counts work; throws the evaluator's own signal when the budget is used up. */
export interface Meter {
  /** Whether null means "not known yet": then it is neither equal nor unequal to anything. */
  readonly partial: boolean;
  spend(steps: number): void;
  /** Runs one level deeper, within the depth limit. */
  deeper<T>(work: () => T): T;
}

/** Order of two values of one kind; null when they cannot be ordered. */
export function order(left: InnerValue, right: InnerValue, meter: Meter): number | null {
  if (typeof left === 'string') {
    if (typeof right !== 'string') return null;
    meter.spend(Math.min(left.length, right.length) >> 6);
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (left instanceof FeelDate) return right instanceof FeelDate ? left.dayNumber - right.dayNumber : null;
  if (left instanceof FeelDuration) {
    return right instanceof FeelDuration && left.unit === right.unit ? left.amount - right.amount : null;
  }
  const a = asNumber(left);
  const b = asNumber(right);
  return a === null || b === null ? null : compareNumbers(a, b);
}

/** FEEL equality: null equals only null; values of different kinds are neither equal nor unequal. */
export function equal(left: InnerValue, right: InnerValue, meter: Meter): boolean | null {
  meter.spend(1);
  if (left === null || right === null) return meter.partial ? null : left === right;
  if (typeof left === 'boolean') return typeof right === 'boolean' ? left === right : null;
  if (Array.isArray(left)) return Array.isArray(right) ? equalLists(left, right, meter) : null;
  if (isContext(left)) return isContext(right) ? equalContexts(left, right, meter) : null;
  const difference = order(left, right, meter);
  return difference === null ? null : difference === 0;
}

/** Whether a list holds a value: true, false, or null where an item that is not known could be it. */
export function holdsEqual(list: readonly InnerValue[], wanted: InnerValue, meter: Meter): boolean | null {
  let answer: boolean | null = false;
  for (const item of list) {
    const same = equal(item ?? null, wanted, meter);
    if (same === true) return true;
    if (same === null && meter.partial) answer = null;
  }
  return answer;
}

function equalLists(left: readonly InnerValue[], right: readonly InnerValue[], meter: Meter): boolean | null {
  if (left.length !== right.length) return false;
  return meter.deeper(() =>
    allEqual(left.keys(), (at) => equal(left[at] ?? null, right[at] ?? null, meter), meter),
  );
}

type Members = Readonly<Record<string, InnerValue>>;

function equalContexts(left: Members, right: Members, meter: Meter): boolean | null {
  const names = Object.keys(left);
  const others = Object.keys(right);
  meter.spend((names.length + others.length) >> 4);
  if (names.length !== others.length) return false;
  if (!names.every((name) => Object.hasOwn(right, name))) return false;
  return meter.deeper(() =>
    allEqual(names, (name) => equal(readMember(left, name), readMember(right, name), meter), meter),
  );
}

/** A part that cannot be compared makes the whole unequal, as FEEL says; where null is "not known", it decides nothing. */
function allEqual<T>(parts: Iterable<T>, same: (part: T) => boolean | null, meter: Meter): boolean | null {
  let answer: boolean | null = true;
  for (const part of parts) {
    const one = same(part);
    if (one === false || (one === null && !meter.partial)) return false;
    if (one === null) answer = null;
  }
  return answer;
}
