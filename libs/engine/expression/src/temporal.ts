import { FeelDate, FeelDuration } from './calendar-date';
import { asNumber, divide, negate } from './decimal';
import type { ArithmeticOperator } from './syntax-tree';
import type { InnerValue } from './value';

/** `-value` for numbers and durations. */
export function negated(value: InnerValue): InnerValue {
  if (value instanceof FeelDuration) return new FeelDuration(value.unit, 0 - value.amount);
  const number = asNumber(value);
  return number === null ? null : negate(number);
}

/** `.year` and the like of a date, `.months` and the like of a duration; null for any other name. */
export function temporalMember(holder: FeelDate | FeelDuration, name: string): InnerValue {
  if (holder instanceof FeelDate) {
    return name === 'year' || name === 'month' || name === 'day' || name === 'weekday' ? holder[name] : null;
  }
  if (holder.unit === 'days') return name === 'days' ? holder.amount : null;
  if (name === 'years') return Math.trunc(holder.amount / 12) + 0;
  return name === 'months' ? (holder.amount % 12) + 0 : null;
}

/** Arithmetic with dates and durations; null where the two do not go together. */
export function temporal(operator: ArithmeticOperator, left: InnerValue, right: InnerValue): InnerValue {
  if (left instanceof FeelDuration) return withDuration(operator, left, right);
  if (operator === '*' && right instanceof FeelDuration) return temporal('*', right, left);
  if (!(left instanceof FeelDate) || (operator !== '+' && operator !== '-')) return null;
  if (right instanceof FeelDate) {
    return operator === '-' ? new FeelDuration('days', left.dayNumber - right.dayNumber) : null;
  }
  if (!(right instanceof FeelDuration)) return null;
  const amount = operator === '+' ? right.amount : 0 - right.amount;
  return right.unit === 'days' ? left.plusDays(amount) : left.plusMonths(amount);
}

function withDuration(operator: ArithmeticOperator, left: FeelDuration, right: InnerValue): InnerValue {
  if (operator === '*') return whole(left.unit, typeof right === 'number' ? left.amount * right : null);
  if (operator === '+' && right instanceof FeelDate) return temporal('+', right, left);
  if (!(right instanceof FeelDuration) || left.unit !== right.unit) return null;
  if (operator === '/') return divide(left.amount, right.amount);
  return whole(left.unit, operator === '+' ? left.amount + right.amount : left.amount - right.amount);
}

/** A duration of so many whole months or days; null where they are too many to be counted exactly. */
function whole(unit: FeelDuration['unit'], amount: number | null): FeelDuration | null {
  return amount !== null && Number.isSafeInteger(amount) ? new FeelDuration(unit, amount + 0) : null;
}
