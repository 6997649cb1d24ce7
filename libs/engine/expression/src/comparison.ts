import { FeelDate, FeelDuration } from './calendar-date';
import { asNumber, compareNumbers } from './decimal';
import { isContext, readMember, type InnerValue } from './value';

/** Counts work; throws the evaluator's own signal when the budget is used up. */
export interface Meter {
  spend(steps: number): void;
  /** Runs one level deeper, within the depth limit. */
  deeper<T>(work: () => T): T;
}

/** Order of two values of one kind; null when they cannot be ordered. */
export function order(left: InnerValue, right: InnerValue): number | null {
  if (typeof left === 'string')
    return typeof right === 'string' ? (left < right ? -1 : left > right ? 1 : 0) : null;
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
  if (left === null || right === null) return left === right;
  if (typeof left === 'boolean') return typeof right === 'boolean' ? left === right : null;
  if (Array.isArray(left)) return Array.isArray(right) ? equalLists(left, right, meter) : null;
  if (isContext(left)) return isContext(right) ? equalContexts(left, right, meter) : null;
  const difference = order(left, right);
  return difference === null ? null : difference === 0;
}

function equalLists(left: readonly InnerValue[], right: readonly InnerValue[], meter: Meter): boolean {
  if (left.length !== right.length) return false;
  return meter.deeper(() =>
    left.every((item, index) => equal(item ?? null, right[index] ?? null, meter) === true),
  );
}

type Members = Readonly<Record<string, InnerValue>>;

function equalContexts(left: Members, right: Members, meter: Meter): boolean {
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return meter.deeper(() =>
    names.every(
      (name) =>
        Object.hasOwn(right, name) && equal(readMember(left, name), readMember(right, name), meter) === true,
    ),
  );
}
