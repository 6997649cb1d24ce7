import type { Answers } from '@mocua/contract';
import { evaluate, type FeelContext, parseExpression } from '@mocua/engine/expression';

/** The text an expression gives; null for null and for anything that is not a text or a number. */
export function printedText(expression: string, values: Answers): string | null {
  const parsed = parseExpression(expression);
  if (!parsed.ok) return null;
  const result = evaluate(parsed.expression, values as unknown as FeelContext);
  if (!result.ok || result.value === null) return null;
  const { value } = result;
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'object' || typeof value === 'boolean' ? null : String(value);
}
