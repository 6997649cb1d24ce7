import { dependencies, evaluate, FeelDate, parseExpression } from '@mocua/engine/expression';
import type { FeelValue, ParsedExpression } from '@mocua/engine/expression';
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

/** Makes a rule of an expression; null after reporting what is wrong with it. */
export type RuleReader = (
  source: string,
  scope: Scope,
  result: ValueType,
  at: string,
  report: Report,
) => Rule | null;

/** Takes an expression that was checked when its form was published. */
export const readRule: RuleReader = (source, _scope, _result, at, report) => {
  const parsed = parseExpression(source);
  if (parsed.ok) return ruleOf(parsed.expression);
  for (const problem of parsed.problems) report(at, 'bad-expression', problem.vi, problem.en);
  return null;
};

export function ruleOf(expression: ParsedExpression): Rule {
  return { expression, reads: dependencies(expression) };
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
