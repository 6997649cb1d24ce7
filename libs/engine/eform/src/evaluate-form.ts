import type { Answers } from '@mocua/contract';
import type { CompiledForm, Step } from './compiled-form';
import { evaluateStep, rawGroups } from './evaluate-step';
import type { FormFacts } from './form-facts';
import { FormState, isLocked, readPath } from './form-state';
import { CellList } from './step-cells';
import type { Cell, FieldCell, GroupsCell } from './step-cells';

/** Evaluates the whole form. Answers may be anything; what does not fit the form is treated as not answered. */
export function evaluateForm(form: CompiledForm, answers: Answers, facts: FormFacts): FormState {
  const cells: Cell[] = [];
  for (const step of form.steps) {
    const raw = rawOf(step, answers);
    cells.push(evaluateStep(step, { form, facts, cellAt: (index) => cells[index], raw }));
  }
  return new FormState(form, facts, CellList.of(cells), cells.length);
}

/**
 * Sets one answer and recomputes only what depends on it.
 * @param path field id, section id with all its groups, or `section.index.field`
 * @returns the next state; the same state when the path is unknown, calculated or locked
 */
export function updateAnswer(state: FormState, path: string, value: unknown): FormState {
  const { form } = state;
  const parsed = readPath(path);
  const start = parsed === null ? undefined : form.stepOf.get(parsed.key);
  if (parsed === null || start === undefined || isLocked(form, parsed.key)) return state;
  const section = form.sections.get(parsed.key);
  if (parsed.group === null) {
    if (form.fields.get(parsed.key)?.calculate) return state;
    return recompute(state, start, value);
  }
  const { index, fieldId } = parsed.group;
  const target = section?.fields.find((field) => field.definition.id === fieldId);
  const limit = section?.definition.repeat?.max ?? 0;
  if (target === undefined || target.calculate !== null || index >= limit) return state;
  const groups = [...rawGroups((state.cells.at(start) as GroupsCell).raw)];
  while (groups.length <= index) groups.push({});
  groups[index] = { ...groups[index], [fieldId]: value };
  return recompute(state, start, groups);
}

/** Adds an empty group at the end of a repeating section, up to its maximum. */
export function addGroup(state: FormState, sectionId: string): FormState {
  const shown = state.section(sectionId)?.groups?.length ?? 0;
  const max = state.form.sections.get(sectionId)?.definition.repeat?.max ?? 0;
  if (shown >= max) return state;
  const groups = [...rawGroups(state.groupsCell(sectionId).raw)];
  while (groups.length <= shown) groups.push({});
  return updateAnswer(state, sectionId, groups);
}

/** Takes one group out of a repeating section. */
export function removeGroup(state: FormState, sectionId: string, index: number): FormState {
  if (state.form.sections.get(sectionId)?.definition.repeat === undefined) return state;
  const groups = rawGroups(state.groupsCell(sectionId).raw);
  return updateAnswer(
    state,
    sectionId,
    groups.filter((_group, at) => at !== index),
  );
}

function recompute(state: FormState, start: number, raw: unknown): FormState {
  const { form, facts } = state;
  const changes = new Map<number, Cell>();
  const cellAt = (index: number): Cell | undefined => changes.get(index) ?? state.cells.at(index);
  const dirty = new Set([start]);
  for (const index of reachableFrom(form, start)) {
    const step = form.steps[index];
    const before = state.cells.at(index);
    if (!dirty.has(index) || step === undefined || before === undefined) continue;
    const own = index === start ? raw : heldBy(before);
    const after = evaluateStep(step, { form, facts, cellAt, raw: own });
    changes.set(index, after);
    if (index !== start && sameCell(before, after)) continue;
    for (const reader of form.dependants[index] ?? []) dirty.add(reader);
  }
  return new FormState(form, facts, state.cells.with(changes), changes.size);
}

/** Steps that can be affected, in the order of evaluation. */
function reachableFrom(form: CompiledForm, start: number): readonly number[] {
  const reached = new Set([start]);
  for (const index of reached) for (const reader of form.dependants[index] ?? []) reached.add(reader);
  return [...reached].sort((a, b) => a - b);
}

function rawOf(step: Step, answers: unknown): unknown {
  if (typeof answers !== 'object' || answers === null) return null;
  const key =
    step.kind === 'field'
      ? step.field.definition.id
      : step.kind === 'groups'
        ? step.section.definition.id
        : null;
  return key !== null && Object.hasOwn(answers, key) ? (answers as Record<string, unknown>)[key] : null;
}

function heldBy(cell: Cell): unknown {
  return typeof cell === 'object' && 'raw' in cell ? cell.raw : null;
}

/** Whether readers of the cell would see no difference. */
function sameCell(before: Cell, after: Cell): boolean {
  if (typeof before === 'boolean' || typeof after === 'boolean') return before === after;
  if (!('issue' in before) || !('issue' in after)) return false;
  const [old, now]: [FieldCell, FieldCell] = [before, after];
  return old.visible === now.visible && old.value === now.value && old.issue?.code === now.issue?.code;
}
