import type { AnswerValue, Localized } from '@mocua/contract';
import { displayDate } from './calendar-date';
import { checkValue } from './check-value';
import type { CompiledField, CompiledForm, CompiledSection, Step } from './compiled-form';
import type { EformProblem } from './eform-problem';
import type { FormFacts } from './form-facts';
import { readFact } from './form-facts';
import { isLocked } from './form-state';
import { problemMessage } from './problem-messages';
import type { EformProblemCode, MessageParams } from './problem-messages';
import { compute, computeDate, fromFeel, holds, toFeel } from './rule';
import type { Read } from './rule';
import type { Cell, FieldCell, GroupsCell, RequireCell, RequireGroupsCell } from './step-cells';

/** What a step may look at: earlier cells, and the answer it holds. */
export interface StepInputs {
  readonly form: CompiledForm;
  readonly facts: FormFacts;
  readonly cellAt: (index: number) => Cell | undefined;
  /** The answer of a `field` or `groups` step. */
  readonly raw: unknown;
}

/** Computes one step from the steps before it. */
export function evaluateStep(step: Step, inputs: StepInputs): Cell {
  const { form, cellAt } = inputs;
  const read = readerOf(inputs);
  const sectionVisible = (id: string): boolean => cellAt(form.sectionStepOf.get(id) ?? -1) === true;
  switch (step.kind) {
    case 'page':
      return holds(step.page.visible ?? true, read);
    case 'section':
      return (
        cellAt(form.pageStepOf.get(step.section.pageId) ?? -1) === true &&
        holds(step.section.visible ?? true, read)
      );
    case 'field':
      return evaluateField(step.field, inputs.raw, sectionVisible(step.field.sectionId), read);
    case 'groups':
      return evaluateGroups(step.section, inputs.raw, sectionVisible(step.section.definition.id), read);
    case 'require': {
      const { id, label } = step.field.definition;
      const cell = cellAt(form.stepOf.get(id) ?? -1) as FieldCell;
      return isLocked(form, id) ? lockedCell : requireField(step.field, cell, { path: id, label }, read);
    }
    case 'require-groups': {
      const { id } = step.section.definition;
      const cell = cellAt(form.stepOf.get(id) ?? -1) as GroupsCell;
      return requireGroups(step.section, cell, isLocked(form, id), read);
    }
  }
}

function readerOf({ form, facts, cellAt }: StepInputs): Read {
  return (name) => {
    const step = form.stepOf.get(name);
    if (step === undefined) return readFact(form.facts, facts, name);
    return (cellAt(step) as FieldCell | GroupsCell).feel;
  };
}

function evaluateField(field: CompiledField, raw: unknown, above: boolean, read: Read): FieldCell {
  const { definition } = field;
  const visible = above && holds(field.visible ?? true, read);
  if (!visible) return { raw, visible, value: null, issue: null, feel: toFeel(definition.type, null) };
  if (field.calculate !== null) {
    const { value, issue } = checkValue(definition, fromFeel(compute(field.calculate, read)));
    const result: AnswerValue = issue === null ? value : null;
    return { raw, visible, value: result, issue: null, feel: toFeel(definition.type, result) };
  }
  const { value, issue } = checkValue(definition, raw);
  return { raw, visible, value, issue, feel: toFeel(definition.type, issue === null ? value : null) };
}

/** The groups that were sent, each a plain object; what is none of that counts as an empty group. */
export function rawGroups(raw: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(raw)) return [];
  return raw.map((group: unknown) =>
    typeof group === 'object' && group !== null && !Array.isArray(group)
      ? (group as Record<string, unknown>)
      : {},
  );
}

function evaluateGroups(section: CompiledSection, raw: unknown, visible: boolean, read: Read): GroupsCell {
  const { min, max } = section.definition.repeat ?? { min: 0, max: 0 };
  if (!visible) return { raw, visible, sent: 0, groups: [], feel: [] };
  const sent = Array.isArray(raw) ? raw.length : 0;
  const given = rawGroups(Array.isArray(raw) ? raw.slice(0, max) : []);
  const groups = Array.from({ length: Math.max(given.length, min) }, (_unused, index) =>
    evaluateGroup(section, given[index] ?? {}, read),
  );
  const feel = groups.map((group) => Object.fromEntries([...group].map(([id, cell]) => [id, cell.feel])));
  return { raw, visible, sent, groups, feel };
}

function evaluateGroup(
  section: CompiledSection,
  raw: Readonly<Record<string, unknown>>,
  read: Read,
): ReadonlyMap<string, FieldCell> {
  const cells = new Map<string, FieldCell>();
  const inner = innerRead(cells, read);
  for (const field of section.evaluationOrder) {
    const { id } = field.definition;
    cells.set(id, evaluateField(field, Object.hasOwn(raw, id) ? raw[id] : null, true, inner));
  }
  return cells;
}

/** Inside a group, its own fields hide fields of the form with the same name. */
function innerRead(cells: ReadonlyMap<string, FieldCell>, outer: Read): Read {
  return (name) => cells.get(name)?.feel ?? (cells.has(name) ? null : outer(name));
}

interface Place {
  readonly path: string;
  readonly label: Localized;
}

const lockedCell: RequireCell = { required: false, problems: [] };

function requireField(field: CompiledField, cell: FieldCell, place: Place, read: Read): RequireCell {
  if (!cell.visible || field.calculate !== null) return lockedCell;
  const required = holds(field.required, read);
  if (cell.issue !== null) {
    return { required, problems: [problemAt(place, cell.issue.code, cell.issue.params)] };
  }
  if (cell.value === null) {
    return { required, problems: required ? [problemAt(place, requiredCode(field.definition.type))] : [] };
  }
  return { required, problems: dateProblems(field, cell.value, place, read) };
}

function dateProblems(
  field: CompiledField,
  value: AnswerValue,
  place: Place,
  read: Read,
): readonly EformProblem[] {
  if (typeof value !== 'string') return [];
  const min = computeDate(field.min, read);
  if (min !== null && value < min) return [problemAt(place, 'too-early', { min: displayDate(min) })];
  const max = computeDate(field.max, read);
  return max !== null && value > max ? [problemAt(place, 'too-late', { max: displayDate(max) })] : [];
}

function requiredCode(type: CompiledField['definition']['type']): EformProblemCode {
  switch (type) {
    case 'choice':
      return 'required-choice';
    case 'choices':
      return 'required-choices';
    case 'confirmation':
      return 'required-confirmation';
    case 'date':
      return 'required-date';
    case 'unit':
      return 'required-unit';
    default:
      return 'required';
  }
}

function requireGroups(
  section: CompiledSection,
  cell: GroupsCell,
  locked: boolean,
  read: Read,
): RequireGroupsCell {
  const { id } = section.definition;
  const groups = cell.groups.map((group, index) => {
    const inner = innerRead(group, read);
    return new Map(
      section.fields.map((field): [string, RequireCell] => {
        const fieldId = field.definition.id;
        const fieldCell = group.get(fieldId);
        if (locked || fieldCell === undefined) return [fieldId, lockedCell];
        const place = { path: `${id}.${index}.${fieldId}`, label: groupFieldLabel(section, field, index) };
        return [fieldId, requireField(field, fieldCell, place, inner)];
      }),
    );
  });
  return { groups, problems: locked ? [] : countProblems(section, cell, groups) };
}

function countProblems(
  section: CompiledSection,
  cell: GroupsCell,
  groups: RequireGroupsCell['groups'],
): readonly EformProblem[] {
  const { id, repeat } = section.definition;
  if (repeat === undefined || !cell.visible) return [];
  const place = { path: id, label: sectionLabel(section) };
  if (cell.sent > repeat.max) return [problemAt(place, 'too-many-groups', { max: repeat.max })];
  if (cell.sent >= repeat.min) return [];
  // The groups that are missing are shown empty; their own problems say better what to fill in.
  const told = groups
    .slice(cell.sent)
    .some((group) => [...group.values()].some((field) => field.problems.length > 0));
  return told ? [] : [problemAt(place, 'too-few-groups', { min: repeat.min })];
}

export function sectionLabel(section: CompiledSection): Localized {
  const { title, repeat, id } = section.definition;
  return title ?? repeat?.itemTitle ?? { vi: id, en: id };
}

/** Label of a field with the number of its group, for example “Họ tên (Người con 2)”. */
export function groupFieldLabel(section: CompiledSection, field: CompiledField, index: number): Localized {
  const item = section.definition.repeat?.itemTitle;
  const { label } = field.definition;
  if (item === undefined) return label;
  return { vi: `${label.vi} (${item.vi} ${index + 1})`, en: `${label.en} (${item.en} ${index + 1})` };
}

export function problemAt(place: Place, code: EformProblemCode, params: MessageParams = {}): EformProblem {
  return { path: place.path, code, message: problemMessage(code, place.label, params) };
}
