import type { Localized } from '@mocua/contract';
import { checkExpression, type FeelType, parseExpression, type TypeScope } from '@mocua/engine/expression';

const wrongResult: Readonly<Record<'boolean' | 'string', Localized>> = {
  boolean: {
    vi: 'Biểu thức phải cho kết quả đúng hoặc sai.',
    en: 'The expression must be true or false.',
  },
  string: { vi: 'Biểu thức phải cho ra chữ.', en: 'The expression must give a text.' },
};

/** The first thing wrong with an expression of a package; null when it knows its names and gives what is wanted. */
export function expressionFault(
  text: string,
  scope: TypeScope,
  wanted: 'boolean' | 'string' | 'any',
): Localized | null {
  const parsed = parseExpression(text);
  const result: { problems: readonly Localized[]; type: FeelType } = parsed.ok
    ? checkExpression(parsed.expression, scope)
    : { problems: parsed.problems, type: 'any' };
  const [first] = result.problems;
  if (first) return { vi: first.vi, en: first.en };
  if (wanted === 'any' || result.type === wanted) return null;
  return result.type === 'any' && wanted === 'string' ? null : wrongResult[wanted];
}
