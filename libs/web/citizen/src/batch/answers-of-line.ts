import type { AnswerGroup, Answers, AnswerValue, FormField, UnitFilter, UnitOption } from '@mocua/contract';
import type { CompiledForm, CompiledSection } from '@mocua/engine/eform';

/** Name of the column that tells the lines of a table apart. */
export const keyColumn = 'ma';

export type UnitLists = Readonly<Partial<Record<UnitFilter, readonly UnitOption[]>>>;

/** A column a table may have: an answer, in a repeating section with the number of the group, from 1. */
export interface BatchColumn {
  readonly name: string;
  readonly label: string;
}

/** The columns of an empty table: everything that a person fills in, each repeating section once. */
export function columnsOf(form: CompiledForm): readonly BatchColumn[] {
  return form.pages
    .flatMap((page) => page.sections)
    .flatMap((section) =>
      section.fields.filter(isTyped).map(({ definition }) => ({
        name: section.definition.repeat ? `${section.definition.id}.1.${definition.id}` : definition.id,
        label: definition.label.vi,
      })),
    );
}

/** Calculated fields and those of the identity come by themselves. */
function isTyped({ calculate, definition }: CompiledSection['fields'][number]): boolean {
  return calculate === null && definition.prefill?.editable !== false;
}

/** Columns of a table that no field answers to. */
export function unknownColumns(form: CompiledForm, header: readonly string[]): readonly string[] {
  return header.filter((name) => name !== '' && name !== keyColumn && placeOf(form, name) === null);
}

/** The answers of one line. What a cell says is left to the engine to judge, except names that stand for a value. */
export function answersOfLine(
  form: CompiledForm,
  header: readonly string[],
  cells: readonly string[],
  units: UnitLists,
): Answers {
  const answers: Record<string, AnswerValue | AnswerGroup[]> = {};
  header.forEach((name, at) => {
    const place = placeOf(form, name);
    const typed = cells[at] ?? '';
    if (place === null || typed === '') return;
    const value = valueOf(place.field, typed, units);
    if (place.section === null) answers[place.field.id] = value;
    else {
      const groups = (answers[place.section] ??= []) as Record<string, AnswerValue>[];
      while (groups.length <= place.group) groups.push({});
      (groups[place.group] ?? {})[place.field.id] = value;
    }
  });
  return answers;
}

interface Place {
  readonly section: string | null;
  readonly group: number;
  readonly field: FormField;
}

function placeOf(form: CompiledForm, name: string): Place | null {
  const [first = '', number, fieldId, ...more] = name.split('.');
  if (number === undefined) {
    const field = form.fields.get(first);
    return field ? { section: null, group: 0, field: field.definition } : null;
  }
  const section = form.sections.get(first);
  const field = section?.fields.find((each) => each.definition.id === fieldId);
  const max = section?.definition.repeat?.max ?? 0;
  const group = Number(number) - 1;
  const fits = more.length === 0 && Number.isInteger(group) && group >= 0 && group < max;
  return fits && field ? { section: first, group, field: field.definition } : null;
}

function valueOf(field: FormField, typed: string, units: UnitLists): AnswerValue {
  switch (field.type) {
    case 'choice':
      return optionOf(field.options, typed);
    case 'choices':
      return typed.split(/[|,;]/u).map((each) => optionOf(field.options, each.trim()));
    case 'confirmation':
      return ['x', 'co', 'yes', 'true', '1'].includes(fold(typed));
    case 'address':
      return { text: typed };
    case 'unit':
      return units[field.filter]?.find((unit) => fold(unit.name) === fold(typed))?.unitId ?? typed;
    default:
      return typed;
  }
}

type Options = Extract<FormField, { readonly type: 'choice' }>['options'];

/** The value, or its label in either language. */
function optionOf(options: Options, typed: string): string {
  const wanted = fold(typed);
  const named = (option: Options[number]): boolean =>
    [option.value, option.label.vi, option.label.en].some((name) => fold(name) === wanted);
  return options.find(named)?.value ?? typed;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0110\u0111]/gu, 'd')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
