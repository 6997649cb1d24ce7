import type { Answers, UnitId } from '@mocua/contract';
import { evaluate, type FeelContext, parseExpression } from '@mocua/engine/expression';
import type { UnitTree } from '@mocua/server/identity';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * The unit a package refers to: by the identifier of its agency, or after `=` by FEEL over the answers that gives a unit id
 * or such an identifier. Null when there is none on that day.
 */
export function referredUnit(
  reference: string,
  answers: Answers,
  tree: UnitTree,
  day: string,
): UnitId | null {
  const said = reference.startsWith('=') ? textOf(reference.slice(1), answers) : reference;
  if (said === null) return null;
  if (uuid.test(said)) return tree.find(said as UnitId)?.unitId ?? null;
  return tree.byAgencyIdentifier(said, day)?.unitId ?? null;
}

function textOf(expression: string, answers: Answers): string | null {
  const parsed = parseExpression(expression);
  const result = parsed.ok ? evaluate(parsed.expression, answers as FeelContext) : null;
  return result?.ok === true && typeof result.value === 'string' ? result.value : null;
}
