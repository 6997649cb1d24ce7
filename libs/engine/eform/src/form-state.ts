import type { AnswerGroup, Answers, AnswerValue } from '@mocua/contract';
import type { CompiledField, CompiledForm, CompiledPage, CompiledSection } from './compiled-form';
import type { EformProblem } from './eform-problem';
import type { FieldState, GroupState, PageState, SectionState } from './field-state';
import type { FormFacts } from './form-facts';
import type { CellList, FieldCell, GroupsCell, RequireCell, RequireGroupsCell } from './step-cells';

/** Where an answer lives: a field, or a field of one group of a repeating section. */
export interface AnswerPath {
  readonly key: string;
  readonly group: { readonly index: number; readonly fieldId: string } | null;
}

/** Reads `fullName` or `children.0.name`; null when the text is no path. */
export function readPath(path: string): AnswerPath | null {
  const [key = '', index, fieldId, ...rest] = path.split('.');
  if (index === undefined) return { key, group: null };
  if (fieldId === undefined || rest.length > 0 || !/^\d{1,3}$/u.test(index)) return null;
  return { key, group: { index: Number(index), fieldId } };
}

/** A filled-in form at one moment. Immutable; made by `evaluateForm` and `updateAnswer`. */
export class FormState {
  constructor(
    readonly form: CompiledForm,
    readonly facts: FormFacts,
    readonly cells: CellList,
    /** How many steps were computed to reach this state from the one before. */
    readonly recomputed: number,
  ) {}

  /** State of the field at a path; undefined when the form has no such field or the group does not exist. */
  field(path: string): FieldState | undefined {
    const parsed = readPath(path);
    if (parsed === null) return undefined;
    if (parsed.group === null) {
      const field = this.form.fields.get(parsed.key);
      return field && this.plainField(field);
    }
    return this.section(parsed.key)?.groups?.[parsed.group.index]?.fields.get(parsed.group.fieldId);
  }

  /** State of a section by id, repeating or not. */
  section(id: string): SectionState | undefined {
    const section = this.form.sections.get(id);
    if (section === undefined) return undefined;
    const visible = this.cells.at(this.form.sectionStepOf.get(id) ?? -1) === true;
    if (section.definition.repeat === undefined) return { id, visible, groups: null, problems: [] };
    return {
      id,
      visible,
      groups: this.groupStates(section),
      problems: this.requireGroupsCell(id).problems,
    };
  }

  /** State of a page by id. */
  page(id: string): PageState | undefined {
    const page = this.form.pages.find((candidate) => candidate.definition.id === id);
    return page && this.pageState(page);
  }

  /** Every page of the form in order, visible or not. */
  get pages(): readonly PageState[] {
    return this.form.pages.map((page) => this.pageState(page));
  }

  /** The answers as they were given, hidden ones included; what a browser keeps while a person types. */
  get answers(): Answers {
    const answers: Record<string, AnswerValue | readonly AnswerGroup[]> = {};
    for (const [key, step] of this.form.stepOf) {
      const { raw } = this.cells.at(step) as FieldCell | GroupsCell;
      if (raw !== null && raw !== undefined) answers[key] = raw as AnswerValue;
    }
    return answers;
  }

  fieldCell(id: string): FieldCell {
    return this.cells.at(this.form.stepOf.get(id) ?? -1) as FieldCell;
  }

  groupsCell(sectionId: string): GroupsCell {
    return this.cells.at(this.form.stepOf.get(sectionId) ?? -1) as GroupsCell;
  }

  requireGroupsCell(sectionId: string): RequireGroupsCell {
    return this.cells.at(this.form.requireStepOf.get(sectionId) ?? -1) as RequireGroupsCell;
  }

  private plainField(field: CompiledField): FieldState {
    const id = field.definition.id;
    const require = this.cells.at(this.form.requireStepOf.get(id) ?? -1) as RequireCell;
    return fieldState(id, field, this.fieldCell(id), require, isLocked(this.form, id));
  }

  private groupStates(section: CompiledSection): readonly GroupState[] {
    const id = section.definition.id;
    const require = this.requireGroupsCell(id);
    const locked = isLocked(this.form, id);
    return this.groupsCell(id).groups.map((cells, index) => ({
      index,
      fields: new Map(
        section.fields.flatMap((field): [string, FieldState][] => {
          const fieldId = field.definition.id;
          const cell = cells.get(fieldId);
          const needs = require.groups[index]?.get(fieldId);
          if (cell === undefined || needs === undefined) return [];
          return [[fieldId, fieldState(`${id}.${index}.${fieldId}`, field, cell, needs, locked)]];
        }),
      ),
    }));
  }

  private pageState(page: CompiledPage): PageState {
    const id = page.definition.id;
    const problems: EformProblem[] = [];
    let open = false;
    for (const section of page.sections) {
      if (section.definition.repeat !== undefined) {
        const state = this.section(section.definition.id);
        open ||= state?.visible === true && !isLocked(this.form, section.definition.id);
        problems.push(...(state?.problems ?? []));
        for (const group of state?.groups ?? []) {
          for (const field of group.fields.values()) problems.push(...field.problems);
        }
        continue;
      }
      for (const field of section.fields) {
        const state = this.plainField(field);
        open ||= state.visible && !state.locked && !state.calculated;
        problems.push(...state.problems);
      }
    }
    return { id, visible: this.cells.at(this.form.pageStepOf.get(id) ?? -1) === true, problems, open };
  }
}

/** Whether a supplement leaves this answer as it was. */
export function isLocked(form: CompiledForm, answerKey: string): boolean {
  return form.open !== null && !form.open.asked.has(answerKey) && !form.open.following.has(answerKey);
}

function fieldState(
  path: string,
  field: CompiledField,
  cell: FieldCell,
  require: RequireCell,
  locked: boolean,
): FieldState {
  return {
    path,
    visible: cell.visible,
    required: require.required,
    calculated: field.calculate !== null,
    locked,
    value: cell.value,
    problems: require.problems,
  };
}
