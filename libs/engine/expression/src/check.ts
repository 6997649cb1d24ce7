import { FeelDate, FeelDuration } from './calendar-date';
import type { ArgumentType, FeelFunction } from './function-definition';
import { functions } from './functions';
import {
  expressionProblem,
  type ExpressionProblem,
  type ProblemParam,
  type TypeProblemCode,
} from './problem';
import type { ExpressionNode, ParsedExpression } from './syntax-tree';
import {
  bounded,
  commonType,
  fits,
  nameOfType,
  typeWord,
  widened,
  type FeelType,
  type TypeScope,
  type TypeWord,
} from './type';
import { typeProblem } from './type-problem';

export interface CheckResult {
  readonly problems: readonly ExpressionProblem[];
  /** The type of the result; `any` where it cannot be known. */
  readonly type: FeelType;
}

const orderedValue = { vi: 'số, chữ hoặc ngày', en: 'a number, a text or a date' };

class Checker {
  readonly problems: ExpressionProblem[] = [];

  private report(
    code: TypeProblemCode,
    node: ExpressionNode,
    params: Readonly<Record<string, ProblemParam>>,
  ): void {
    this.problems.push(typeProblem(code, node.at, params));
  }

  private need(node: ExpressionNode, scope: TypeScope, needed: TypeWord, name: string): FeelType {
    const type = this.typeOf(node, scope);
    if (!fits(type, needed))
      this.report('type.mismatch', node, { name, expected: nameOfType(needed), found: nameOfType(type) });
    return type;
  }

  private comparable(node: ExpressionNode, left: FeelType, right: FeelType): void {
    if (fits(left, right)) return;
    if (right === 'null') return;
    this.report('type.comparison', node, { left: nameOfType(left), right: nameOfType(right) });
  }

  /** As {@link comparable}, and a text that is none of the options is not worth asking for. */
  private equatable(node: ExpressionNode, left: FeelType, right: FeelType): void {
    this.comparable(node, left, right);
    if (typeof left !== 'object' || typeof right !== 'object') return;
    if (left.kind !== 'text' || right.kind !== 'text') return;
    if (left.oneOf.some((text) => right.oneOf.includes(text))) return;
    const [options, found] =
      left.oneOf.length >= right.oneOf.length ? [left.oneOf, right.oneOf] : [right.oneOf, left.oneOf];
    if (options.length === 1) return;
    this.report('choice.unknown', node, { found: found.join(', '), options: options.join(', ') });
  }

  typeOf(node: ExpressionNode, scope: TypeScope): FeelType {
    switch (node.kind) {
      case 'literal':
        if (typeof node.value === 'string') return { kind: 'text', oneOf: [node.value] };
        return node.value === null ? 'null' : (typeof node.value as 'number' | 'boolean');
      case 'decimal':
        return 'number';
      case 'name':
        if (Object.hasOwn(scope, node.name)) return scope[node.name] ?? 'any';
        this.report('name.unknown', node, { name: node.name });
        return 'any';
      case 'path':
        return this.path(node, scope);
      case 'negate':
        return this.negated(node, scope);
      case 'binary':
        return this.binary(node, scope);
      case 'between':
        return this.between(node, scope);
      case 'in': {
        const type = this.typeOf(node.of, scope);
        for (const test of node.tests) this.test(test, type, scope);
        return 'boolean';
      }
      case 'test':
      case 'range':
        this.report('range.place', node, {});
        return 'any';
      case 'if':
        this.need(node.condition, scope, 'boolean', 'if');
        return commonType(this.typeOf(node.whenTrue, scope), this.typeOf(node.otherwise, scope));
      case 'list':
        return bounded({
          kind: 'list',
          of: node.items.map((item) => this.typeOf(item, scope)).reduce(commonType, 'null'),
        });
      case 'context':
        return this.context(node, scope);
      case 'filter':
        return this.filter(node, scope);
      case 'some':
      case 'every':
      case 'for':
        return this.iteration(node, scope);
      case 'call':
        return this.call(node, scope);
    }
  }

  private negated(node: ExpressionNode & { kind: 'negate' }, scope: TypeScope): FeelType {
    const type = this.typeOf(node.of, scope);
    return type === 'duration' ? type : this.number(node, type, '-');
  }

  private between(node: ExpressionNode & { kind: 'between' }, scope: TypeScope): FeelType {
    const type = this.typeOf(node.of, scope);
    this.comparable(node.low, type, this.typeOf(node.low, scope));
    this.comparable(node.high, type, this.typeOf(node.high, scope));
    return 'boolean';
  }

  private context(node: ExpressionNode & { kind: 'context' }, scope: TypeScope): FeelType {
    const fields: Record<string, FeelType> = {};
    const inner = { ...scope };
    for (const { name, value } of node.entries) {
      fields[name] = this.typeOf(value, inner);
      inner[name] = fields[name];
    }
    return bounded({ kind: 'context', fields });
  }

  private path(node: ExpressionNode & { kind: 'path' }, scope: TypeScope): FeelType {
    const of = this.typeOf(node.of, scope);
    const member = memberType(of, node.name);
    if (member) return member;
    this.report('name.unknown', node, { name: node.name });
    return 'any';
  }

  private binary(node: ExpressionNode & { kind: 'binary' }, scope: TypeScope): FeelType {
    const { operator } = node;
    if (operator === 'and' || operator === 'or') {
      this.need(node.left, scope, 'boolean', operator);
      this.need(node.right, scope, 'boolean', operator);
      return 'boolean';
    }
    const left = this.typeOf(node.left, scope);
    const right = this.typeOf(node.right, scope);
    if (operator === '+' || operator === '-' || operator === '*' || operator === '/') {
      const result = arithmeticType(operator, left, right);
      if (result) return result;
      const wrong = fits(left, 'number') ? node.right : node.left;
      const found = fits(left, 'number') ? right : left;
      this.report('type.mismatch', wrong, {
        name: operator,
        expected: nameOfType('number'),
        found: nameOfType(found),
      });
      return 'any';
    }
    if (operator === '=' || operator === '!=') {
      this.equatable(node, left, right);
      return 'boolean';
    }
    this.comparable(node, left, right);
    for (const [side, type] of [
      [node.left, left],
      [node.right, right],
    ] as const) {
      const word = typeWord(type);
      if (word === 'boolean' || word === 'list' || word === 'context') {
        this.report('type.mismatch', side, {
          name: operator,
          expected: orderedValue,
          found: nameOfType(type),
        });
      }
    }
    return 'boolean';
  }

  private test(test: ExpressionNode, type: FeelType, scope: TypeScope): void {
    if (test.kind === 'test') {
      this.comparable(test, type, this.typeOf(test.to, scope));
    } else if (test.kind === 'range') {
      this.comparable(test, type, this.typeOf(test.low, scope));
      this.comparable(test, type, this.typeOf(test.high, scope));
    } else if (test.kind === 'list' && typeWord(type) !== 'list') {
      for (const item of test.items) this.test(item, type, scope);
    } else {
      const wanted = this.typeOf(test, scope);
      const element =
        typeof wanted === 'object' && wanted.kind === 'list' && typeWord(type) !== 'list'
          ? wanted.of
          : wanted;
      this.equatable(test, type, element);
    }
  }

  private filter(node: ExpressionNode & { kind: 'filter' }, scope: TypeScope): FeelType {
    const of = this.typeOf(node.of, scope);
    const element = elementType(of);
    const fields = typeof element === 'object' && element.kind === 'context' ? element.fields : {};
    const by = this.typeOf(node.by, { ...scope, ...fields, item: element });
    if (by === 'number') return element;
    if (!fits(by, 'boolean')) {
      this.report('type.mismatch', node.by, {
        name: '[ ]',
        expected: nameOfType('boolean'),
        found: nameOfType(by),
      });
    }
    return { kind: 'list', of: element };
  }

  private iteration(node: ExpressionNode & { kind: 'some' | 'every' | 'for' }, scope: TypeScope): FeelType {
    let inner = scope;
    for (const { name, value } of node.over) {
      const type =
        value.kind === 'range'
          ? this.range(value, inner, 'number', 'in')
          : elementType(this.need(value, inner, 'list', 'in'));
      inner = { ...inner, [name]: type };
    }
    if (node.kind === 'for') return bounded({ kind: 'list', of: this.typeOf(node.body, inner) });
    this.need(node.body, inner, 'boolean', 'satisfies');
    return 'boolean';
  }

  private call(node: ExpressionNode & { kind: 'call' }, scope: TypeScope): FeelType {
    const definition = functions.get(node.name);
    if (!definition) {
      this.problems.push(expressionProblem('function.unknown', node.at[0], node.at[1], { name: node.name }));
      return 'any';
    }
    const { takes } = definition;
    const types = node.args.map((arg, index) =>
      this.argument(arg, scope, takes[Math.min(index, takes.length - 1)] ?? 'any', node.name),
    );
    this.checkText(node);
    if (takes.includes('point-or-range')) this.sameKind(node, types);
    return bounded(resultType(definition, types));
  }

  private argument(arg: ExpressionNode, scope: TypeScope, needed: ArgumentType, name: string): FeelType {
    if (needed === 'point-or-range') {
      return arg.kind === 'range' ? this.range(arg, scope, 'any', name) : this.ordered(arg, scope, name);
    }
    if (needed !== 'number-or-duration') return this.need(arg, scope, needed, name);
    const type = this.typeOf(arg, scope);
    return type === 'duration' ? type : this.number(arg, type, name);
  }

  private number(node: ExpressionNode, type: FeelType, name: string): FeelType {
    if (!fits(type, 'number'))
      this.report('type.mismatch', node, { name, expected: nameOfType('number'), found: nameOfType(type) });
    return 'number';
  }

  /** The type of the bounds of a range. */
  private range(
    node: ExpressionNode & { kind: 'range' },
    scope: TypeScope,
    needed: TypeWord,
    name: string,
  ): FeelType {
    const low = this.need(node.low, scope, needed, name);
    const high = this.need(node.high, scope, needed, name);
    this.comparable(node, low, high);
    return low === 'null' ? high : low;
  }

  private ordered(node: ExpressionNode, scope: TypeScope, name: string): FeelType {
    const type = this.typeOf(node, scope);
    const word = typeWord(type);
    if (word === 'boolean' || word === 'list' || word === 'context')
      this.report('type.mismatch', node, { name, expected: orderedValue, found: nameOfType(type) });
    return type;
  }

  private sameKind(node: ExpressionNode, [left = 'any', right = 'any']: readonly FeelType[]): void {
    this.comparable(node, left, right);
  }

  private checkText(node: ExpressionNode & { kind: 'call' }): void {
    const first = node.args[0];
    if (first?.kind !== 'literal' || typeof first.value !== 'string') return;
    const found = first.value.slice(0, 40);
    if (node.name === 'date' && !FeelDate.parse(first.value)) this.report('date.invalid', first, { found });
    if (node.name === 'duration' && !FeelDuration.parse(first.value))
      this.report('duration.invalid', first, { found });
  }
}

function elementType(type: FeelType): FeelType {
  if (typeof type === 'object' && type.kind === 'list') return type.of;
  return type;
}

function memberType(of: FeelType, name: string): FeelType | null {
  if (of === 'any' || of === 'null') return 'any';
  if (of === 'date') return ['year', 'month', 'day', 'weekday'].includes(name) ? 'number' : null;
  if (of === 'duration') return ['years', 'months', 'days'].includes(name) ? 'number' : null;
  if (typeof of === 'string' || of.kind === 'text') return null;
  if (of.kind === 'context') return Object.hasOwn(of.fields, name) ? (of.fields[name] ?? null) : null;
  const member = memberType(of.of, name);
  return member ? { kind: 'list', of: member } : null;
}

function arithmeticType(operator: '+' | '-' | '*' | '/', left: FeelType, right: FeelType): FeelType | null {
  const l = typeWord(left);
  const r = typeWord(right);
  if (l === 'any' || r === 'any') return 'any';
  if (fits(left, 'number') && fits(right, 'number')) return 'number';
  if (operator === '+' && fits(left, 'string') && fits(right, 'string')) return 'string';
  if (operator === '-' && l === 'date' && r === 'date') return 'duration';
  if (operator === '*' && l === 'duration' && fits(right, 'number')) return 'duration';
  if (operator === '*' && fits(left, 'number') && r === 'duration') return 'duration';
  if (operator === '/' && l === 'duration' && r === 'duration') return 'number';
  if (operator !== '+' && operator !== '-') return null;
  if (fits(left, 'date') && r === 'duration') return l === 'duration' ? 'duration' : 'date';
  if (operator === '+' && l === 'duration' && r === 'date') return 'date';
  return l === 'duration' && fits(right, 'duration') ? 'duration' : null;
}

function resultType({ gives }: FeelFunction, types: readonly FeelType[]): FeelType {
  const first = types[0] ?? 'any';
  switch (gives) {
    case 'element':
      return types.length === 1 ? elementType(first) : types.reduce(commonType, 'null');
    case 'same':
      return first;
    case 'either':
      return types.reduce(commonType, 'null');
    case 'same-list':
      return { kind: 'list', of: types.slice(1).reduce(commonType, elementType(first)) };
    case 'inserted-list':
      return { kind: 'list', of: commonType(elementType(first), types[2] ?? 'null') };
    case 'all-lists':
      return { kind: 'list', of: types.map(elementType).reduce(commonType, 'null') };
    default:
      return gives;
  }
}

/** Finds unknown names and types that cannot meet, before an expression is published. */
export function checkExpression(parsed: ParsedExpression, scope: TypeScope): CheckResult {
  const checker = new Checker();
  const type = checker.typeOf(parsed.root, scope);
  return { problems: checker.problems, type: widened(type) };
}
