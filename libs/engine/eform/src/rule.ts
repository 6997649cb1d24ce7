import { checkExpression, dependencies, evaluate, FeelDate, parseExpression } from '@mocua/engine/expression';
import type { FeelType, FeelValue, ParsedExpression } from '@mocua/engine/expression';
import type { AnswerValue, FormField } from '@mocua/contract';
import type { Report } from './check-shape';

/** What a name stands for in the expressions of a form. */
export type ValueType =
  | 'string'
  | 'number'
  | 'boolean'
  | 'date'
  | 'strings'
  | 'address'
  | { readonly groups: ReadonlyMap<string, ValueType> };
export type Scope = ReadonlyMap<string, ValueType>;

/** A checked expression of a form. */
export interface Rule {
  readonly expression: ParsedExpression;
  /** Names it may read: answer keys, facts, fields of its own group. */
  readonly reads: readonly string[];
}

/** Looks a name up at evaluation; an unknown name is null. */
export type Read = (name: string) => FeelValue;

const addressType: FeelType = {
  kind: 'context',
  fields: {
    text: 'string',
    wardName: 'string',
    wardCode: 'string',
    placeId: 'string',
    addressCode: 'string',
  },
};

function feelType(type: ValueType): FeelType {
  if (type === 'strings') return { kind: 'list', of: 'string' };
  if (type === 'address') return addressType;
  if (typeof type === 'string') return type;
  const fields = Object.fromEntries([...type.groups].map(([name, inner]) => [name, feelType(inner)]));
  return { kind: 'list', of: { kind: 'context', fields } };
}

/** Parses one expression and checks its names and its result; null after reporting what is wrong. */
export function compileRule(
  source: string,
  scope: Scope,
  result: ValueType,
  at: string,
  report: Report,
): Rule | null {
  const parsed = parseExpression(source);
  if (!parsed.ok) {
    for (const problem of parsed.problems) report(at, 'bad-expression', problem.vi, problem.en);
    return null;
  }
  const types = Object.fromEntries([...scope].map(([name, type]) => [name, feelType(type)]));
  const checked = checkExpression(parsed.expression, types);
  for (const problem of checked.problems) {
    report(at, problem.code === 'name.unknown' ? 'unknown-name' : 'bad-expression', problem.vi, problem.en);
  }
  if (checked.problems.length > 0) return null;
  const found = typeof checked.type === 'string' ? checked.type : checked.type.kind;
  if (found !== 'any' && found !== 'null' && found !== result) {
    report(
      at,
      'wrong-result-type',
      `Kết quả phải là ${String(result)}, không phải ${found}.`,
      `The result must be ${String(result)}, not ${found}.`,
    );
    return null;
  }
  return { expression: parsed.expression, reads: dependencies(parsed.expression) };
}

/** Whether a name means something to the expression language, so that no field may have it. */
export function isReservedName(name: string): boolean {
  if (name === 'item') return true;
  const parsed = parseExpression(name);
  return !parsed.ok || parsed.expression.root.kind !== 'name';
}

/** The result of a rule; null when it cannot be computed. */
export function compute(rule: Rule, read: Read): FeelValue {
  const context: Record<string, FeelValue> = {};
  for (const name of rule.reads) context[name] = read(name);
  const result = evaluate(rule.expression, context);
  return result.ok ? result.value : null;
}

/** Whether a condition holds; only `true` counts, so an undecided condition does not. */
export function holds(rule: Rule | boolean, read: Read): boolean {
  return typeof rule === 'boolean' ? rule : compute(rule, read) === true;
}

/** A date rule as `YYYY-MM-DD`, or null without a date. */
export function computeDate(rule: Rule | null, read: Read): string | null {
  const value = rule === null ? null : compute(rule, read);
  return value instanceof FeelDate ? value.toString() : null;
}

/** A stored answer as expressions see it. An unticked box is false, no choices are an empty list. */
export function toFeel(type: FormField['type'], value: AnswerValue): FeelValue {
  if (type === 'confirmation') return value === true;
  if (type === 'choices') return Array.isArray(value) ? (value as readonly string[]) : [];
  if (type === 'date') return typeof value === 'string' ? FeelDate.parse(value) : null;
  if (value === null || typeof value !== 'object') return value;
  return Array.isArray(value) ? (value as readonly string[]) : { ...value };
}

/** A computed result as an answer, before it is checked like any other. */
export function fromFeel(value: FeelValue): unknown {
  return value instanceof FeelDate ? value.toString() : value;
}
