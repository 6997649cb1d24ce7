import { FeelDate, FeelDuration } from './calendar-date';
import { Decimal, toPlainNumber } from './decimal';
import { Evaluation, Halt } from './evaluation';
import { expressionProblem, type ExpressionProblem } from './problem';
import type { ParsedExpression } from './syntax-tree';
import {
  isContext,
  isReservedName,
  readMember,
  type FeelContext,
  type FeelValue,
  type InnerValue,
} from './value';

export interface EvaluationOptions {
  /** Most steps before the evaluation is given up; default 10 000. */
  readonly maxSteps?: number;
}

export type EvaluationResult =
  | { readonly ok: true; readonly value: FeelValue }
  | { readonly ok: false; readonly problem: ExpressionProblem };

/** `missing`: names, or paths `a.b`, that were null and kept the value from being known; empty when it is known. */
export type PartialResult =
  | { readonly ok: true; readonly value: FeelValue; readonly missing: readonly string[] }
  | { readonly ok: false; readonly problem: ExpressionProblem };

const DEFAULT_STEPS = 10_000;

/**
 * Computes the value of an expression. A user's mistake in the data gives null, as FEEL says; running out of the budget gives a problem.
 *
 * @param context values by name; only own properties are read.
 */
export function evaluate(
  parsed: ParsedExpression,
  context: FeelContext,
  options: EvaluationOptions = {},
): EvaluationResult {
  return withBudget(parsed, options, false, (evaluation) => ({
    ok: true,
    value: plain(evaluation.run(parsed.root, { members: context, outer: null }), evaluation),
  }));
}

/**
 * Computes what is known already. Null means "not known yet": it is neither equal nor unequal to anything, and a condition
 * that is not known decides nothing. What comes out does not change when a missing value becomes known. Only `x = null`,
 * `x != null`, `is defined(x)` and `get or else(x, y)` look at the absence itself.
 */
export function evaluatePartially(
  parsed: ParsedExpression,
  context: FeelContext,
  options: EvaluationOptions = {},
): PartialResult {
  return withBudget(parsed, options, true, (evaluation) => {
    const value = plain(evaluation.run(parsed.root, { members: context, outer: null }), evaluation);
    return { ok: true, value, missing: [...new Set(evaluation.missing)].sort() };
  });
}

function withBudget<Result>(
  parsed: ParsedExpression,
  options: EvaluationOptions,
  partial: boolean,
  work: (evaluation: Evaluation) => Result,
): Result | { readonly ok: false; readonly problem: ExpressionProblem } {
  try {
    return work(new Evaluation(options.maxSteps ?? DEFAULT_STEPS, partial));
  } catch (cause) {
    if (!(cause instanceof Halt)) throw cause;
    const [from, to] = parsed.root.at;
    return { ok: false, problem: expressionProblem(cause.code, from, to, { limit: cause.limit }) };
  }
}

/** Inner decimals become JavaScript numbers; an integer that none can hold is an error, never a wrong number. */
function plain(value: InnerValue, evaluation: Evaluation): FeelValue {
  if (value instanceof Decimal) {
    const number = toPlainNumber(value);
    if (number === null) throw new Halt('number.out-of-range', 0);
    return number;
  }
  if (Array.isArray(value)) {
    evaluation.spend(value.length);
    return evaluation.deeper(() => value.map((item: InnerValue) => plain(item ?? null, evaluation)));
  }
  if (!isContext(value)) return isScalar(value) ? value : null;
  const names = Object.keys(value).filter((name) => !isReservedName(name));
  evaluation.spend(names.length);
  return evaluation.deeper(() =>
    Object.fromEntries(names.map((name) => [name, plain(readMember(value, name), evaluation)])),
  );
}

function isScalar(value: unknown): value is string | number | boolean | null | FeelDate | FeelDuration {
  if (typeof value === 'number') return Number.isFinite(value);
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    value instanceof FeelDate ||
    value instanceof FeelDuration
  );
}
