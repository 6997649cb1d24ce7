import type { FormDefinition } from '@mocua/contract';
import { assembleForm, type CompileResult } from './assemble-form';
import { checkIds } from './check-ids';
import { checkRule } from './check-rule';
import { checkShape } from './check-shape';
import type { Report } from './check-shape';
import { compilePages } from './compile-pages';
import type { DefinitionProblem } from './eform-problem';
import type { FactType } from './form-facts';
import { orderSteps } from './order-steps';

/**
 * Checks a definition and prepares it for evaluation. Safe on any JSON, also on what only claims to be a definition.
 * @param factTypes facts beyond `today` that expressions may use, with their types
 * @returns the form, or everything the author must correct (at most 100 problems)
 */
export function compileForm(
  definition: FormDefinition,
  factTypes: Readonly<Record<string, FactType>> = {},
): CompileResult {
  const problems: DefinitionProblem[] = checkShape(definition);
  if (problems.length > 0) return { ok: false, problems };
  const report: Report = (at, code, vi, en) => {
    if (problems.length < 100) problems.push({ at, code, message: { vi, en } });
  };
  const facts: Readonly<Record<string, FactType>> = { ...factTypes, today: 'date' };
  checkIds(definition, new Set(Object.keys(facts)), report);
  if (problems.length > 0) return { ok: false, problems };
  const pages = compilePages(definition, facts, report, checkRule);
  const ordered = orderSteps(pages, report);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, form: assembleForm(definition, facts, pages, ordered) };
}
