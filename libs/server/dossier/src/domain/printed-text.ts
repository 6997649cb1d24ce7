import type { Answers } from '@mocua/contract';
import { evaluate, type FeelContext, parseExpression } from '@mocua/engine/expression';

/** The text an expression gives, a list line by line; null for null and for anything that is not a text or a number. */
export function printedText(expression: string, values: Answers): string | null {
  const parsed = parseExpression(expression);
  if (!parsed.ok) return null;
  const result = evaluate(parsed.expression, values as unknown as FeelContext);
  if (!result.ok || result.value === null) return null;
  const { value } = result;
  const lines = Array.isArray(value) ? value.flatMap((each) => plain(each) ?? []) : [plain(value)];
  const text = lines.filter((line) => line !== null).join('\n');
  return text === '' ? null : text;
}

function plain(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return null;
}
