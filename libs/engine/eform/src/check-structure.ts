import type { Localized } from '@mocua/contract';
import type { CompiledForm, CompiledSection } from './compiled-form';
import type { EformProblem } from './eform-problem';
import { problemAt, sectionLabel } from './evaluate-step';

const nameless: Localized = { vi: 'Tờ khai', en: 'The form' };

/** Whether answers have the outline of the form: known keys, lists of groups where a section repeats. */
export function checkStructure(form: CompiledForm, answers: unknown, limit: number): EformProblem[] {
  if (!isRecord(answers)) return [problemAt({ path: '', label: nameless }, 'wrong-type')];
  const problems: EformProblem[] = [];
  for (const key of Object.keys(answers)) {
    if (problems.length >= limit) return problems;
    if (form.fields.has(key)) continue;
    const section = form.sections.get(key);
    if (section?.definition.repeat === undefined) problems.push(unknownAt(safeKey(key)));
    else checkGroups(section, answers[key], problems, limit);
  }
  return problems;
}

function checkGroups(
  section: CompiledSection,
  groups: unknown,
  problems: EformProblem[],
  limit: number,
): void {
  if (groups === null || groups === undefined) return;
  const { id } = section.definition;
  const max = section.definition.repeat?.max ?? 0;
  const label = sectionLabel(section);
  if (!Array.isArray(groups)) {
    problems.push(problemAt({ path: id, label }, 'wrong-type'));
    return;
  }
  if (groups.length > max) {
    problems.push(problemAt({ path: id, label }, 'too-many-groups', { max }));
    return;
  }
  groups.forEach((group: unknown, index) => {
    if (!isRecord(group)) {
      problems.push(problemAt({ path: `${id}.${index}`, label }, 'wrong-type'));
      return;
    }
    for (const key of Object.keys(group)) {
      if (problems.length >= limit) return;
      if (section.fields.some((field) => field.definition.id === key)) continue;
      problems.push(unknownAt(`${id}.${index}.${safeKey(key)}`));
    }
  });
}

function unknownAt(path: string): EformProblem {
  return problemAt({ path, label: nameless }, 'unknown-answer');
}

/** A key from outside, short and plain enough to be echoed. */
function safeKey(key: string): string {
  return key.slice(0, 40).replace(/[^A-Za-z0-9_-]/gu, '?');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
