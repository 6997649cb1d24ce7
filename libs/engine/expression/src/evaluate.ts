import { FeelDate, FeelDuration } from './calendar-date';
import { equal, order, type Meter } from './comparison';
import { add, asNumber, Decimal, divide, multiply, negate, parseDecimal, toPlainNumber } from './decimal';
import { functions } from './functions';
import { expressionProblem, type ExpressionProblem, type ExpressionProblemCode } from './problem';
import type { ArithmeticOperator, ComparisonOperator, ExpressionNode, ParsedExpression } from './syntax-tree';
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

const DEFAULT_STEPS = 10_000;
const DEPTH = 512;

/** Leaves the evaluation; caught in {@link evaluate}, never seen outside. */
class Halt {
  constructor(
    readonly code: ExpressionProblemCode,
    readonly limit: number,
  ) {}
}

interface Scope {
  readonly members: object;
  readonly outer: Scope | null;
}

class Evaluation implements Meter {
  private steps = 0;
  private depth = 0;

  constructor(private readonly maxSteps: number) {}

  spend(steps: number): void {
    this.steps += steps;
    if (this.steps > this.maxSteps) throw new Halt('budget.steps', this.maxSteps);
  }

  deeper<T>(work: () => T): T {
    this.enter();
    const result = work();
    this.depth -= 1;
    return result;
  }

  private enter(): void {
    this.depth += 1;
    if (this.depth > DEPTH) throw new Halt('budget.depth', DEPTH);
  }

  run(node: ExpressionNode, scope: Scope): InnerValue {
    this.spend(1);
    this.enter();
    const value = this.value(node, scope);
    this.depth -= 1;
    return value;
  }

  private value(node: ExpressionNode, scope: Scope): InnerValue {
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'decimal':
        return parseDecimal(node.text);
      case 'name':
        return lookUp(scope, node.name);
      case 'path':
        return this.member(this.run(node.of, scope), node.name);
      case 'negate':
        return negated(this.run(node.of, scope));
      case 'binary':
        return this.binary(node, scope);
      case 'between':
        return this.between(node, scope);
      case 'in':
        return this.isIn(node, scope);
      case 'if':
        return this.run(this.run(node.condition, scope) === true ? node.whenTrue : node.otherwise, scope);
      case 'list':
        return node.items.map((item) => this.run(item, scope));
      case 'context':
        return this.context(node, scope);
      case 'filter':
        return this.filter(node, scope);
      case 'some':
      case 'every':
      case 'for':
        return this.iterate(node, scope);
      case 'call': {
        const args = node.args.map((arg) => this.run(arg, scope));
        return functions.get(node.name)?.run(args, this) ?? null;
      }
      case 'test':
      case 'range':
        return null;
      default:
        throw new Halt('expression.malformed', 0);
    }
  }

  private member(holder: InnerValue, name: string): InnerValue {
    if (holder instanceof FeelDate) {
      return name === 'year' || name === 'month' || name === 'day' || name === 'weekday'
        ? holder[name]
        : null;
    }
    if (holder instanceof FeelDuration) return partOf(holder, name);
    if (Array.isArray(holder)) {
      const list = holder as readonly InnerValue[];
      this.spend(list.length);
      return list.map((item) => (isContext(item) ? readMember(item, name) : null));
    }
    return isContext(holder) ? readMember(holder, name) : null;
  }

  private binary(node: ExpressionNode & { kind: 'binary' }, scope: Scope): InnerValue {
    const { operator } = node;
    const left = this.run(node.left, scope);
    if (operator === 'and' || operator === 'or') {
      const decisive = operator === 'or';
      if (left === decisive) return decisive;
      const right = this.run(node.right, scope);
      if (right === decisive) return decisive;
      return left === !decisive && right === !decisive ? !decisive : null;
    }
    const right = this.run(node.right, scope);
    switch (operator) {
      case '+':
      case '-':
      case '*':
      case '/':
        return this.arithmetic(operator, left, right);
      default:
        return this.compare(operator, left, right);
    }
  }

  private compare(operator: ComparisonOperator, left: InnerValue, right: InnerValue): boolean | null {
    if (operator === '=' || operator === '!=') {
      const same = equal(left, right, this);
      return same === null ? null : same === (operator === '=');
    }
    const difference = order(left, right);
    if (difference === null) return null;
    if (operator === '<') return difference < 0;
    if (operator === '<=') return difference <= 0;
    return operator === '>' ? difference > 0 : difference >= 0;
  }

  private arithmetic(operator: ArithmeticOperator, left: InnerValue, right: InnerValue): InnerValue {
    if (typeof left === 'string' && typeof right === 'string' && operator === '+') {
      this.spend((left.length + right.length) >> 4);
      return left + right;
    }
    const a = asNumber(left);
    const b = asNumber(right);
    if (a !== null && b !== null) {
      if (operator === '+') return add(a, b);
      if (operator === '-') return add(a, negate(b));
      return operator === '*' ? multiply(a, b) : divide(a, b);
    }
    return temporal(operator, left, right);
  }

  private between(node: ExpressionNode & { kind: 'between' }, scope: Scope): boolean | null {
    const value = this.run(node.of, scope);
    const above = this.compare('>=', value, this.run(node.low, scope));
    const below = this.compare('<=', value, this.run(node.high, scope));
    return above === null || below === null ? null : above && below;
  }

  private isIn(node: ExpressionNode & { kind: 'in' }, scope: Scope): boolean | null {
    const value = this.run(node.of, scope);
    let answer: boolean | null = false;
    for (const test of node.tests) {
      const passed = this.passes(value, test, scope, true);
      if (passed === true) return true;
      if (passed === null) answer = null;
    }
    return answer;
  }

  private passes(value: InnerValue, test: ExpressionNode, scope: Scope, outermost: boolean): boolean | null {
    this.spend(1);
    if (test.kind === 'test') return this.compare(test.operator, value, this.run(test.to, scope));
    if (test.kind === 'range') {
      const above = this.compare(test.lowIncluded ? '>=' : '>', value, this.run(test.low, scope));
      const below = this.compare(test.highIncluded ? '<=' : '<', value, this.run(test.high, scope));
      return above === null || below === null ? null : above && below;
    }
    if (test.kind === 'list' && outermost) {
      return test.items.some((item) => this.passes(value, item, scope, false) === true);
    }
    const wanted = this.run(test, scope);
    if (Array.isArray(wanted) && !Array.isArray(value)) {
      return (wanted as readonly InnerValue[]).some((item) => equal(value, item ?? null, this) === true);
    }
    if (wanted === null && outermost) return null;
    return (
      equal(value, wanted, this) === true ||
      (Array.isArray(wanted) && wanted.some((item: InnerValue) => equal(value, item, this) === true))
    );
  }

  private context(node: ExpressionNode & { kind: 'context' }, scope: Scope): InnerValue {
    const made = Object.create(null) as Record<string, InnerValue>;
    const inner: Scope = { members: made, outer: scope };
    for (const entry of node.entries) {
      if (!isReservedName(entry.name)) made[entry.name] = this.run(entry.value, inner);
    }
    return made;
  }

  private filter(node: ExpressionNode & { kind: 'filter' }, scope: Scope): InnerValue {
    const of = this.run(node.of, scope);
    if (of === null) return null;
    const list = Array.isArray(of) ? (of as readonly InnerValue[]) : [of];
    const by = (item: InnerValue): InnerValue => {
      const outer: Scope = isContext(item) ? { members: item, outer: scope } : scope;
      return this.run(node.by, { members: { item }, outer });
    };
    // The value for the first item tells whether the brackets hold a condition or a place in the list.
    const first = by(list[0] ?? null);
    if (typeof first === 'number') return (first > 0 ? list[first - 1] : list[list.length + first]) ?? null;
    return list.filter((item, index) => (index === 0 ? first : by(item ?? null)) === true);
  }

  private iterate(node: ExpressionNode & { kind: 'some' | 'every' | 'for' }, scope: Scope): InnerValue {
    const collected: InnerValue[] = [];
    const complete = this.visit(node, 0, scope, collected);
    if (!complete) return null;
    if (node.kind === 'for') return collected;
    const decisive = node.kind === 'some';
    if (collected.includes(decisive)) return decisive;
    return collected.every((value) => value === !decisive) ? !decisive : null;
  }

  /** Visits every combination; false when something that is no list stands after `in`. */
  private visit(
    node: ExpressionNode & { kind: 'some' | 'every' | 'for' },
    index: number,
    scope: Scope,
    collected: InnerValue[],
  ): boolean {
    const source = node.over[index];
    if (!source) {
      collected.push(this.run(node.body, scope));
      return true;
    }
    const list = this.run(source.value, scope);
    if (!Array.isArray(list)) return false;
    return (list as readonly InnerValue[]).every((item) => {
      this.spend(1);
      return this.visit(
        node,
        index + 1,
        { members: { [source.name]: item ?? null }, outer: scope },
        collected,
      );
    });
  }

  /** Inner decimals become JavaScript numbers; an integer that none can hold is an error, never a wrong number. */
  plain(value: InnerValue): FeelValue {
    if (value instanceof Decimal) {
      const number = toPlainNumber(value);
      if (number === null) throw new Halt('number.out-of-range', 0);
      return number;
    }
    if (Array.isArray(value)) {
      this.spend(value.length);
      return this.deeper(() => value.map((item: InnerValue) => this.plain(item ?? null)));
    }
    if (!isContext(value)) return isScalar(value) ? value : null;
    const names = Object.keys(value).filter((name) => !isReservedName(name));
    this.spend(names.length);
    return this.deeper(() =>
      Object.fromEntries(names.map((name) => [name, this.plain(readMember(value, name))])),
    );
  }
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

function lookUp(scope: Scope, name: string): InnerValue {
  if (isReservedName(name)) return null;
  for (let at: Scope | null = scope; at; at = at.outer) {
    if (Object.hasOwn(at.members, name)) return readMember(at.members, name);
  }
  return null;
}

function negated(value: InnerValue): InnerValue {
  if (value instanceof FeelDuration) return new FeelDuration(value.unit, 0 - value.amount);
  const number = asNumber(value);
  return number === null ? null : negate(number);
}

function partOf(duration: FeelDuration, name: string): InnerValue {
  if (duration.unit === 'days') return name === 'days' ? duration.amount : null;
  if (name === 'years') return Math.trunc(duration.amount / 12) + 0;
  return name === 'months' ? (duration.amount % 12) + 0 : null;
}

function temporal(operator: ArithmeticOperator, left: InnerValue, right: InnerValue): InnerValue {
  if (operator === '+' && left instanceof FeelDuration && right instanceof FeelDate)
    return temporal('+', right, left);
  if (operator === '*' && left instanceof FeelDuration) {
    return typeof right === 'number' ? new FeelDuration(left.unit, left.amount * right + 0) : null;
  }
  if (operator !== '+' && operator !== '-') return null;
  if (left instanceof FeelDate && right instanceof FeelDate) {
    return operator === '-' ? new FeelDuration('days', left.dayNumber - right.dayNumber) : null;
  }
  if (!(right instanceof FeelDuration)) return null;
  const amount = operator === '+' ? right.amount : 0 - right.amount;
  if (left instanceof FeelDate)
    return right.unit === 'days' ? left.plusDays(amount) : left.plusMonths(amount);
  return left instanceof FeelDuration && left.unit === right.unit
    ? new FeelDuration(left.unit, left.amount + amount)
    : null;
}

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
  const evaluation = new Evaluation(options.maxSteps ?? DEFAULT_STEPS);
  try {
    return {
      ok: true,
      value: evaluation.plain(evaluation.run(parsed.root, { members: context, outer: null })),
    };
  } catch (cause) {
    if (!(cause instanceof Halt)) throw cause;
    const [from, to] = parsed.root.at;
    return { ok: false, problem: expressionProblem(cause.code, from, to, { limit: cause.limit }) };
  }
}
