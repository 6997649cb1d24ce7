import type { AnswerGroup, Answers, AnswerValue, FormField, Localized, UnitFilter } from '@mocua/contract';
import { checkStructure } from './check-structure';
import { checkValue } from './check-value';
import type { CompiledField, CompiledForm, CompiledSection } from './compiled-form';
import type { EformProblem } from './eform-problem';
import { evaluateForm } from './evaluate-form';
import { groupFieldLabel, problemAt, rawGroups, sectionLabel } from './evaluate-step';
import type { FormFacts } from './form-facts';
import { isLocked } from './form-state';
import type { FormState } from './form-state';
import type { FieldCell } from './step-cells';
import { sameValue } from './same-value';

/** `draft`: incomplete is fine, what is typed is kept. `submission`: everything must be right. */
export type ValidationMode = 'draft' | 'submission';

export interface ValidationOptions {
  /** Report only problems of these field or section ids; structure is always checked. */
  readonly only?: readonly string[];
  /** What to do with values of hidden fields; default: `drop` in drafts, `refuse` in submissions. */
  readonly hidden?: 'drop' | 'refuse';
  /** Whether a unit may be chosen; without it, any well-formed unit id passes. */
  readonly unitExists?: (unitId: string, filter: UnitFilter) => boolean;
  /** Values obtained from the identity; fields that are not editable must still hold them. */
  readonly prefilled?: Answers;
}

export type ValidationResult =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly EformProblem[] };

const problemLimit = 100;

/**
 * Checks answers that came from outside; never throws, whatever they are.
 * @returns the answers in stored form (NFC, trimmed, hidden ones dropped, calculated ones added in a submission),
 * or what must be corrected in the order of the form
 */
export function validateAnswers(
  form: CompiledForm,
  answers: unknown,
  facts: FormFacts,
  mode: ValidationMode,
  options: ValidationOptions = {},
): ValidationResult {
  const structure = checkStructure(form, answers, problemLimit);
  if (structure.length > 0) return { ok: false, problems: structure };
  const given = answers as Answers;
  const validation = new Validation(evaluateForm(form, given, facts), mode, options);
  for (const page of form.pages) {
    for (const section of page.sections) {
      if (section.definition.repeat === undefined) validation.takeSection(section);
      else validation.takeGroups(section);
    }
  }
  return validation.result();
}

class Validation {
  private readonly problems: EformProblem[] = [];
  private readonly answers: Record<string, AnswerValue | readonly AnswerGroup[]> = {};
  private readonly only: ReadonlySet<string> | null;
  private readonly refuseHidden: boolean;

  constructor(
    private readonly state: FormState,
    private readonly mode: ValidationMode,
    private readonly options: ValidationOptions,
  ) {
    this.only = options.only ? new Set(options.only) : null;
    this.refuseHidden = (options.hidden ?? (mode === 'draft' ? 'drop' : 'refuse')) === 'refuse';
  }

  result(): ValidationResult {
    if (this.problems.length === 0) return { ok: true, answers: this.answers };
    if (this.problems.length <= problemLimit) return { ok: false, problems: this.problems };
    const shown = this.problems.slice(0, problemLimit);
    return {
      ok: false,
      problems: [...shown, problemAt({ path: '', label: { vi: '', en: '' } }, 'too-many-problems')],
    };
  }

  takeSection(section: CompiledSection): void {
    for (const field of section.fields) {
      const { id, label } = field.definition;
      const cell = this.state.fieldCell(id);
      const told = this.state.field(id)?.problems ?? [];
      const value = this.takeField(field, cell, told, id, label);
      if (value !== null) this.answers[id] = value;
    }
  }

  takeGroups(section: CompiledSection): void {
    const { id, repeat } = section.definition;
    const cell = this.state.groupsCell(id);
    const raws = rawGroups(cell.raw);
    const place = { path: id, label: sectionLabel(section) };
    if (!cell.visible) {
      if (raws.length > 0 && this.refuseHidden) this.tell(id, [problemAt(place, 'hidden')]);
      return;
    }
    const state = this.state.section(id);
    const tooMany = cell.sent > (repeat?.max ?? 0);
    if (this.mode === 'submission' || tooMany) this.tell(id, state?.problems ?? []);
    const kept: AnswerGroup[] = [];
    cell.groups.forEach((group, index) => {
      const values: Record<string, AnswerValue> = {};
      for (const field of section.fields) {
        const fieldId = field.definition.id;
        const fieldCell = group.get(fieldId);
        if (fieldCell === undefined) continue;
        const told = state?.groups?.[index]?.fields.get(fieldId)?.problems ?? [];
        const path = `${id}.${index}.${fieldId}`;
        const value = this.takeField(field, fieldCell, told, path, groupFieldLabel(section, field, index));
        if (value !== null) values[fieldId] = value;
      }
      if (index < cell.sent) kept.push(values);
    });
    if (kept.length > 0) this.answers[id] = kept;
  }

  /** The value to store, after reporting what is wrong with it; null when there is nothing to store. */
  private takeField(
    field: CompiledField,
    cell: FieldCell,
    told: readonly EformProblem[],
    path: string,
    label: Localized,
  ): AnswerValue {
    const { definition } = field;
    const root = path.split('.')[0] ?? path;
    if (!cell.visible) {
      if (this.refuseHidden && isAnswered(definition, cell.raw))
        this.tell(root, [problemAt({ path, label }, 'hidden')]);
      return null;
    }
    if (field.calculate !== null) {
      if (this.mode === 'draft') return null;
      if (
        isAnswered(definition, cell.raw) &&
        !sameValue(checkValue(definition, cell.raw).value, cell.value)
      ) {
        this.tell(root, [problemAt({ path, label }, 'calculated-differs')]);
      }
      return cell.value;
    }
    if (this.mode === 'submission') this.tell(root, told);
    if (cell.issue?.severity === 'type') {
      const { code, params } = cell.issue;
      if (this.mode === 'draft') this.tell(root, [problemAt({ path, label }, code, params)]);
      return null;
    }
    if (cell.issue === null && !isLocked(this.state.form, root))
      this.checkOutside(definition, cell.value, path, label);
    return cell.value;
  }

  /** What only the caller knows: which units exist and what the identity said. */
  private checkOutside(definition: FormField, value: AnswerValue, path: string, label: Localized): void {
    const { unitExists, prefilled } = this.options;
    if (
      definition.type === 'unit' &&
      typeof value === 'string' &&
      unitExists?.(value, definition.filter) === false
    ) {
      this.tell(path, [problemAt({ path, label }, 'not-a-unit')]);
    }
    if (definition.prefill?.editable !== false || prefilled === undefined || !Object.hasOwn(prefilled, path))
      return;
    const wanted = checkValue(definition, prefilled[path]);
    if (wanted.issue === null && !sameValue(wanted.value, value)) {
      this.tell(path, [problemAt({ path, label }, 'not-editable')]);
    }
  }

  private tell(path: string, problems: readonly EformProblem[]): void {
    const root = path.split('.')[0] ?? path;
    if (this.only !== null && !this.only.has(root)) return;
    if (this.problems.length <= problemLimit) this.problems.push(...problems);
  }
}

function isAnswered(field: FormField, raw: unknown): boolean {
  const { value, issue } = checkValue(field, raw);
  return value !== null || issue !== null;
}
