import type { AddressValue, Answers, AnswerValue, FormField, Localized } from '@mocua/contract';
import { displayDate } from './calendar-date';
import type { CompiledForm, CompiledSection } from './compiled-form';
import type { FieldState } from './field-state';
import { evaluateForm } from './evaluate-form';
import type { FormFacts } from './form-facts';
import type { FormState } from './form-state';

/** What a read-back needs besides the answers. */
export interface ReadBackLookups {
  readonly facts: FormFacts;
  /** Default `vi`. */
  readonly lang?: 'vi' | 'en';
  /** Name of a chosen unit; undefined when it is unknown. */
  readonly unitName?: (unitId: string) => string | undefined;
}

export interface ReadBackRow {
  /** Path of the field, for links back to it. */
  readonly path: string;
  readonly label: string;
  /** What to show; a sentence of its own when nothing was answered. */
  readonly text: string;
  readonly answered: boolean;
  readonly locked: boolean;
  /** Title of the group in a repeating section, for example “Người con 2”. */
  readonly group: string | null;
}

export interface ReadBackPage {
  readonly pageId: string;
  readonly title: string;
  readonly rows: readonly ReadBackRow[];
}

const words = {
  unanswered: { vi: 'Không khai', en: 'Not provided' },
  confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
  currency: { vi: 'đồng', en: 'VND' },
  unknownUnit: { vi: 'Cơ quan đã chọn', en: 'The chosen agency' },
} as const satisfies Record<string, Localized>;

/** The visible pages with labels and display texts, for the check page and for printed papers. */
export function readBack(
  form: CompiledForm,
  answers: Answers,
  lookups: ReadBackLookups,
): readonly ReadBackPage[] {
  const lang = lookups.lang ?? 'vi';
  const state = evaluateForm(form, answers, lookups.facts);
  return form.pages.flatMap((page) => {
    const { id, title } = page.definition;
    if (state.page(id)?.visible !== true) return [];
    const rows = page.sections.flatMap((section) => sectionRows(section, state, lookups));
    return rows.length === 0 ? [] : [{ pageId: id, title: title[lang], rows }];
  });
}

function sectionRows(
  section: CompiledSection,
  state: FormState,
  lookups: ReadBackLookups,
): readonly ReadBackRow[] {
  const { id, repeat } = section.definition;
  const lang = lookups.lang ?? 'vi';
  if (repeat === undefined) {
    return section.fields.flatMap((field) =>
      row(field.definition, state.field(field.definition.id), null, lookups),
    );
  }
  return (state.section(id)?.groups ?? []).flatMap((group) =>
    section.fields.flatMap((field) =>
      row(
        field.definition,
        group.fields.get(field.definition.id),
        `${repeat.itemTitle[lang]} ${group.index + 1}`,
        lookups,
      ),
    ),
  );
}

function row(
  field: FormField,
  state: FieldState | undefined,
  group: string | null,
  lookups: ReadBackLookups,
): readonly ReadBackRow[] {
  if (state === undefined || !state.visible) return [];
  const lang = lookups.lang ?? 'vi';
  const text = state.value === null ? '' : displayAnswer(field, state.value, lookups);
  const answered = text !== '';
  return [
    {
      path: state.path,
      label: field.label[lang],
      text: answered ? text : words.unanswered[lang],
      answered,
      locked: state.locked,
      group,
    },
  ];
}

/** One answer as a person reads it: dates `dd/MM/yyyy`, options by label, phone and personal id in groups. */
export function displayAnswer(field: FormField, value: AnswerValue, lookups: ReadBackLookups): string {
  const lang = lookups.lang ?? 'vi';
  switch (field.type) {
    case 'date':
      return displayDate(String(value));
    case 'integer':
      return grouped(value, lang);
    case 'money':
      return typeof value === 'number' ? `${grouped(value, lang)} ${words.currency[lang]}` : String(value);
    case 'decimal':
      return typeof value === 'number'
        ? `${grouped(value, lang, field.decimals)} ${field.measure[lang]}`
        : String(value);
    case 'choice':
      return field.options.find((option) => option.value === value)?.label[lang] ?? String(value);
    case 'choices':
      return field.options
        .filter((option) => Array.isArray(value) && value.includes(option.value))
        .map((option) => option.label[lang])
        .join('; ');
    case 'confirmation':
      return value === true ? words.confirmed[lang] : '';
    case 'phone':
      return String(value).replace(/^(\d{4})(\d{3})(\d{3})$/u, '$1 $2 $3');
    case 'address':
      return displayAddress(value);
    case 'unit':
      return lookups.unitName?.(String(value)) ?? words.unknownUnit[lang];
    default:
      return String(value);
  }
}

function grouped(value: AnswerValue, lang: 'vi' | 'en', decimals = 0): string {
  if (typeof value !== 'number') return String(value);
  return value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: decimals });
}

function displayAddress(value: AnswerValue): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const { text, wardName } = value as AddressValue;
  return [text, wardName ?? ''].filter((part) => part !== '').join(', ');
}
