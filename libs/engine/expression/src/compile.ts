import { checkExpression } from './check';
import { parseExpression, type ParseResult } from './parser';
import { fits, nameOfType, type FeelType, type TypeScope } from './type';
import { typeProblem } from './type-problem';

/**
 * Reads an expression and proves it fit for its place: every name is known, types meet, and the result is of the wanted
 * type.
 *
 * @param wanted - what the place needs; `any` for everything
 */
export function compileExpression(text: string, scope: TypeScope, wanted: FeelType): ParseResult {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed;
  const { problems, type } = checkExpression(parsed.expression, scope);
  if (problems.length > 0) return { ok: false, problems };
  if (fits(type, wanted)) return parsed;
  const params = { expected: nameOfType(wanted), found: nameOfType(type) };
  return { ok: false, problems: [typeProblem('type.result', parsed.expression.root.at, params)] };
}
