import type { FormDefinition } from '@mocua/contract';
import { assembleForm, type CompileResult } from './assemble-form';
import type { Report } from './check-shape';
import { compilePages, valueTypes } from './compile-pages';
import type { DefinitionProblem } from './eform-problem';
import type { FactType } from './form-facts';
import { orderSteps } from './order-steps';
import { readRule } from './rule';

/**
 * Prepares a form that the server published, and checked with `compileForm` when it did. Nothing is checked again: a browser
 * carries no type checker. Of a form that passed, both make the same.
 *
 * @returns problems for a form of a later kind than this program knows, as an old page in an open tab may meet
 */
export function compilePublished(
  definition: FormDefinition,
  factTypes: Readonly<Record<string, FactType>> = {},
): CompileResult {
  const problems: DefinitionProblem[] = [];
  const report: Report = (at, code, vi, en) => problems.push({ at, code, message: { vi, en } });
  if (!isKnownKind(definition)) {
    report('', 'not-a-form', 'Tờ khai này cần chương trình mới hơn.', 'This form needs a newer program.');
    return { ok: false, problems };
  }
  const facts: Readonly<Record<string, FactType>> = { ...factTypes, today: 'date' };
  const pages = compilePages(definition, facts, report, readRule);
  const ordered = orderSteps(pages, report);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, form: assembleForm(definition, facts, pages, ordered) };
}

function isKnownKind(definition: FormDefinition): boolean {
  if ((definition.schemaVersion as number) !== 1) return false;
  const sections = definition.pages.flatMap((page) => page.sections);
  return sections.every((section) => section.fields.every((field) => Object.hasOwn(valueTypes, field.type)));
}
