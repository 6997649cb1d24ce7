import type { Answers } from '@mocua/contract';
import type { CompiledForm, OpenFields } from './compiled-form';
import type { EformProblem } from './eform-problem';
import { problemAt } from './evaluate-step';
import { sameValue } from './same-value';

/**
 * The form while a supplement is answered: what was not asked for is locked. An id of a plain section stands for its
 * fields; unknown ids are ignored. Fields that an asked answer may show or hide follow it.
 */
export function restrictTo(
  form: CompiledForm,
  openFieldIds: readonly string[],
): CompiledForm & { readonly open: OpenFields } {
  const asked = new Set<string>();
  for (const id of openFieldIds) {
    const section = form.sections.get(id);
    if (form.stepOf.has(id)) asked.add(id);
    else for (const field of section?.fields ?? []) asked.add(field.definition.id);
  }
  return { ...form, open: { asked, following: followersOf(form, asked) } };
}

function followersOf(form: CompiledForm, asked: ReadonlySet<string>): ReadonlySet<string> {
  const reached = new Set<number>();
  for (const id of asked) reached.add(form.stepOf.get(id) ?? -1);
  for (const index of reached) {
    for (const reader of form.dependants[index] ?? []) reached.add(reader);
  }
  const following = new Set<string>();
  for (const [key, step] of form.stepOf) if (reached.has(step) && !asked.has(key)) following.add(key);
  return following;
}

export type MergeResult =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly EformProblem[] };

/**
 * Old answers with the asked ones replaced. A key that is absent from `newAnswers` stays as it was, null empties it.
 * Fields that follow an asked one may be filled in or emptied, not changed. Validate the result with the restricted
 * form and `hidden: 'drop'` before storing it.
 * @param open the ids that were asked for, or `restrictTo(…).open`
 */
export function mergeSupplement(
  oldAnswers: Answers,
  newAnswers: Answers,
  open: readonly string[] | OpenFields,
): MergeResult {
  const { asked, following }: OpenFields =
    'asked' in open ? open : { asked: new Set(open), following: new Set<string>() };
  const merged: Record<string, Answers[string]> = { ...oldAnswers };
  const problems: EformProblem[] = [];
  for (const key of Object.keys(newAnswers)) {
    const before = Object.hasOwn(oldAnswers, key) ? (oldAnswers[key] ?? null) : null;
    const after = newAnswers[key] ?? null;
    if (sameAnswer(before, after)) continue;
    if (!asked.has(key) && !(following.has(key) && (before === null || after === null))) {
      if (problems.length < 100)
        problems.push(
          problemAt(
            { path: key.slice(0, 80), label: { vi: key.slice(0, 80), en: key.slice(0, 80) } },
            'locked',
          ),
        );
    } else if (after === null) {
      delete merged[key];
    } else {
      merged[key] = after;
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers: merged };
}

function sameAnswer(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return sameValue(before, after);
  return before.length === after.length && before.every((item, index) => sameGroup(item, after[index]));
}

function sameGroup(before: unknown, after: unknown): boolean {
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) {
    return before === after;
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const [old, now] = [
    before as Readonly<Record<string, unknown>>,
    after as Readonly<Record<string, unknown>>,
  ];
  return [...keys].every((key) => sameValue(own(old, key), own(now, key)));
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : null;
}
