import {
  checkExpression,
  dependencies,
  evaluate,
  type FeelContext,
  type ParsedExpression,
  parseExpression,
  type TypeScope,
} from '@mocua/engine/expression';
import type { Localized } from '@mocua/contract';
import type { ProcessVariables } from './process-state';

/** A condition of a flow: the text an author wrote, and the same parsed once, as plain data. */
export interface Condition {
  readonly source: string;
  readonly expression: ParsedExpression;
}

export type ConditionResult =
  { readonly ok: true; readonly condition: Condition } | { readonly ok: false; readonly fault: Localized };

/**
 * Parses and checks a condition. With a scope every name must be known; without one, names are taken on trust and only
 * the use of `outcome`, which is always text, is checked.
 */
export function parseCondition(source: string, scope: TypeScope | null): ConditionResult {
  const parsed = parseExpression(source);
  if (!parsed.ok) return { ok: false, fault: faultOf(parsed.problems) };
  const names = dependencies(parsed.expression);
  const known: TypeScope = scope ?? Object.fromEntries(names.map((name) => [name, 'any' as const]));
  const { problems, type } = checkExpression(parsed.expression, { ...known, outcome: 'string' });
  if (problems.length > 0) return { ok: false, fault: faultOf(problems) };
  if (type !== 'boolean' && type !== 'any') {
    return {
      ok: false,
      fault: { vi: 'Điều kiện phải cho kết quả đúng hoặc sai.', en: 'A condition must be true or false.' },
    };
  }
  return { ok: true, condition: { source, expression: parsed.expression } };
}

function faultOf(problems: readonly Localized[]): Localized {
  const [first] = problems;
  return { vi: first?.vi ?? '', en: first?.en ?? '' };
}

export type Decision =
  { readonly ok: true; readonly holds: boolean } | { readonly ok: false; readonly detail: string };

/**
 * Decides a condition. FEEL compares a missing value quietly and answers no; here that is a mistake, because a dossier
 * would silently take the default way.
 */
export function decideCondition({ expression }: Condition, variables: ProcessVariables): Decision {
  const missing = dependencies(expression).filter(
    (name) => (Object.hasOwn(variables, name) ? variables[name] : null) == null,
  );
  if (missing.length > 0) return { ok: false, detail: `missing: ${missing.join(', ')}` };
  // Answers are JSON values, which FEEL takes as they are.
  const result = evaluate(expression, variables as FeelContext);
  if (!result.ok) return { ok: false, detail: result.problem.code };
  return typeof result.value === 'boolean'
    ? { ok: true, holds: result.value }
    : { ok: false, detail: 'not true or false' };
}
