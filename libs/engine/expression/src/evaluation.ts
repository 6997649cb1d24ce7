import { FeelDate, FeelDuration } from './calendar-date';
import { equal, holdsEqual, order, type Meter } from './comparison';
import { add, asNumber, Decimal, divide, multiply, negate, parseDecimal } from './decimal';
import { functions } from './functions';
import type { ReadingProblemCode } from './problem';
import { FeelRange } from './range';
import { isGiven, lookUp, type Scope } from './scope';
import type { ArithmeticOperator, ComparisonOperator, ExpressionNode } from './syntax-tree';
import { negated, temporal, temporalMember } from './temporal';
import { isContext, isReservedName, readMember, type InnerValue } from './value';

const DEPTH = 512;

/** Leaves the evaluation; caught where it began, never seen outside. */
export class Halt {
  constructor(
    readonly code: ReadingProblemCode,
    readonly limit: number,
  ) {}
}

type Node<Kind extends ExpressionNode['kind']> = ExpressionNode & { readonly kind: Kind };
type Iteration = Node<'some' | 'every' | 'for'>;

/** One evaluation of one expression, with its budget. */
export class Evaluation implements Meter {
  /** Given names that were read, were null and kept the result from being known; only where null means that. */
  readonly missing: string[] = [];
  private steps = 0;
  private depth = 0;

  constructor(
    private readonly maxSteps: number,
    readonly partial: boolean,
  ) {}

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
    const missingBefore = this.missing.length;
    const value = this.value(node, scope);
    // What was decided without a name did not miss it.
    if (this.partial && value !== null && !isHolder(value)) this.missing.length = missingBefore;
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
        return this.noted(lookUp(scope, node.name), node, scope);
      case 'path': {
        const holder = this.run(node.of, scope);
        const value = this.member(holder, node.name);
        return holder === null ? null : this.noted(value, node, scope);
      }
      case 'negate':
        return negated(this.run(node.of, scope));
      case 'binary':
        return this.binary(node, scope);
      case 'between':
        return this.between(node, scope);
      case 'in':
        return this.isIn(node, scope);
      case 'if':
        return this.choice(node, scope);
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
      case 'range':
        return this.range(node, scope);
      case 'test':
        return null;
      default:
        throw new Halt('expression.malformed', 0);
    }
  }

  private noted(value: InnerValue, node: ExpressionNode, scope: Scope): InnerValue {
    if (this.partial && value === null) {
      const name = givenName(node, scope);
      if (name !== null) this.missing.push(name);
    }
    return value;
  }

  private member(holder: InnerValue, name: string): InnerValue {
    if (holder instanceof FeelDate || holder instanceof FeelDuration) return temporalMember(holder, name);
    if (Array.isArray(holder)) {
      const list = holder as readonly InnerValue[];
      this.spend(list.length);
      return list.map((item) => (isContext(item) ? readMember(item, name) : null));
    }
    return isContext(holder) ? readMember(holder, name) : null;
  }

  private choice(node: Node<'if'>, scope: Scope): InnerValue {
    const condition = this.run(node.condition, scope);
    if (this.partial && typeof condition !== 'boolean') return null;
    return this.run(condition === true ? node.whenTrue : node.otherwise, scope);
  }

  private range(node: Node<'range'>, scope: Scope): FeelRange {
    const low = this.run(node.low, scope);
    return new FeelRange(low, this.run(node.high, scope), node.lowIncluded, node.highIncluded);
  }

  private binary(node: Node<'binary'>, scope: Scope): InnerValue {
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
      case '=':
      case '!=':
        // `x = null` asks whether there is a value at all, and that is known.
        if (this.partial && (isNull(node.left) || isNull(node.right)))
          return (left === right) === (operator === '=');
        return this.compare(operator, left, right);
      default:
        return this.compare(operator, left, right);
    }
  }

  private compare(operator: ComparisonOperator, left: InnerValue, right: InnerValue): boolean | null {
    if (operator === '=' || operator === '!=') {
      const same = equal(left, right, this);
      return same === null ? null : same === (operator === '=');
    }
    const difference = order(left, right, this);
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

  private between(node: Node<'between'>, scope: Scope): boolean | null {
    const value = this.run(node.of, scope);
    const above = this.compare('>=', value, this.run(node.low, scope));
    const below = this.compare('<=', value, this.run(node.high, scope));
    return above === null || below === null ? null : above && below;
  }

  private isIn(node: Node<'in'>, scope: Scope): boolean | null {
    const value = this.run(node.of, scope);
    let answer: boolean | null = false;
    for (const test of node.tests) {
      const passed = this.passes(value, test, scope, node.tests.length === 1 ? 'alone' : 'among');
      if (passed === true) return true;
      if (passed === null) answer = null;
    }
    return answer;
  }

  /** @param place - `inside` a list of tests; only `alone` a null makes the answer null, among others it is just not equal */
  private passes(
    value: InnerValue,
    test: ExpressionNode,
    scope: Scope,
    place: 'alone' | 'among' | 'inside',
  ): boolean | null {
    this.spend(1);
    if (test.kind === 'test') return this.compare(test.operator, value, this.run(test.to, scope));
    if (test.kind === 'range') {
      const range = this.range(test, scope);
      const above = this.compare(range.lowIncluded ? '>=' : '>', value, range.low);
      const below = this.compare(range.highIncluded ? '<=' : '<', value, range.high);
      return above === null || below === null ? null : above && below;
    }
    if (test.kind === 'list' && place !== 'inside') return this.passesOne(value, test.items, scope);
    const wanted = this.run(test, scope);
    if (wanted === null && (place === 'alone' || this.partial)) return null;
    if (!Array.isArray(wanted)) return equal(value, wanted, this) ?? (this.partial ? null : false);
    const list = wanted as readonly InnerValue[];
    const found = holdsEqual(list, value, this);
    if (found === true || !Array.isArray(value)) return found;
    const same = equal(value, list, this);
    return same === true || (same === null && this.partial ? null : found);
  }

  private passesOne(value: InnerValue, tests: readonly ExpressionNode[], scope: Scope): boolean | null {
    let answer: boolean | null = false;
    for (const test of tests) {
      const passed = this.passes(value, test, scope, 'inside');
      if (passed === true) return true;
      if (passed === null && this.partial) answer = null;
    }
    return answer;
  }

  private context(node: Node<'context'>, scope: Scope): InnerValue {
    const made = Object.create(null) as Record<string, InnerValue>;
    const inner: Scope = { members: made, outer: scope };
    for (const entry of node.entries) {
      if (!isReservedName(entry.name)) made[entry.name] = this.run(entry.value, inner);
    }
    return made;
  }

  private filter(node: Node<'filter'>, scope: Scope): InnerValue {
    const of = this.run(node.of, scope);
    if (of === null) return null;
    const list = Array.isArray(of) ? (of as readonly InnerValue[]) : [of];
    const by = (item: InnerValue): InnerValue => {
      const outer: Scope = isContext(item) ? { members: item, outer: scope } : scope;
      return this.run(node.by, { members: { item }, outer });
    };
    if (list.length === 0 && isCondition(node.by)) return [];
    // The value for the first item tells whether the brackets hold a condition or a place in the list.
    const first = by(list[0] ?? null);
    if (typeof first === 'number') return (first > 0 ? list[first - 1] : list[list.length + first]) ?? null;
    const answers = list.map((item, index) => (index === 0 ? first : by(item ?? null)));
    // What is not known yet may turn out to be a place, and then even of an empty list nothing is chosen.
    if (this.partial && ![first, ...answers].every((answer) => typeof answer === 'boolean')) return null;
    return list.filter((_item, index) => answers[index] === true);
  }

  private iterate(node: Iteration, scope: Scope): InnerValue {
    const collected: InnerValue[] = [];
    const complete = this.visit(node, 0, scope, collected);
    if (!complete) return null;
    if (node.kind === 'for') return collected;
    const decisive = node.kind === 'some';
    if (collected.includes(decisive)) return decisive;
    return collected.every((value) => value === !decisive) ? !decisive : null;
  }

  /** Visits every combination; false when something that is no list stands after `in`. */
  private visit(node: Iteration, index: number, scope: Scope, collected: InnerValue[]): boolean {
    const source = node.over[index];
    if (!source) {
      collected.push(this.run(node.body, scope));
      return true;
    }
    const items = this.items(this.run(source.value, scope));
    if (items === null) return false;
    for (const item of items) {
      this.spend(1);
      const inner: Scope = { members: { [source.name]: item ?? null }, outer: scope };
      if (!this.visit(node, index + 1, inner, collected)) return false;
    }
    return true;
  }

  /** What an iteration goes through, one by one: a list, or the whole numbers of an interval, upward or downward. */
  private items(source: InnerValue): Iterable<InnerValue> | null {
    if (Array.isArray(source)) return source as readonly InnerValue[];
    if (!(source instanceof FeelRange)) return null;
    const { low, high, lowIncluded, highIncluded } = source;
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high)) return null;
    const step = Number(low) <= Number(high) ? 1 : -1;
    const from = Number(low) + (lowIncluded ? 0 : step);
    const to = Number(high) - (highIncluded ? 0 : step);
    return wholeNumbers(from, to, step);
  }
}

function* wholeNumbers(from: number, to: number, step: 1 | -1): Generator<number> {
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) yield at;
}

function isNull(node: ExpressionNode): boolean {
  return node.kind === 'literal' && node.value === null;
}

/** Whether a value holds others, of which some may not be known. */
function isHolder(value: InnerValue): boolean {
  if (typeof value !== 'object') return false;
  return !(value instanceof Decimal || value instanceof FeelDate || value instanceof FeelDuration);
}

const conditions = new Set<string>(['in', 'between', 'some', 'every']);

/** Whether the text alone tells that a filter asks each item, and does not name a place in the list. */
function isCondition(node: ExpressionNode): boolean {
  if (node.kind === 'binary') return !['+', '-', '*', '/'].includes(node.operator);
  if (node.kind === 'call') return functions.get(node.name)?.gives === 'boolean';
  return conditions.has(node.kind);
}

/** `a.b` for the path to a given value, or null when the node is no such path. */
function givenName(node: ExpressionNode, scope: Scope): string | null {
  if (node.kind === 'name') return isGiven(scope, node.name) ? node.name : null;
  if (node.kind !== 'path') return null;
  const holder = givenName(node.of, scope);
  return holder === null ? null : `${holder}.${node.name}`;
}
