import type { FormDefinition, FormField, FormPage, FormSection, Localized } from '@mocua/contract';
import { compileForm } from '../src/compile-form';
import type { CompiledForm } from '../src/compiled-form';
import type { FactType } from '../src/form-facts';

/** What a test wants to say about a field; label and bounds have defaults. */
export type FieldWish = { readonly id: string; readonly type: FormField['type'] } & Partial<
  Record<
    | 'required'
    | 'visible'
    | 'calculate'
    | 'min'
    | 'max'
    | 'minLength'
    | 'maxLength'
    | 'options'
    | 'decimals'
    | 'minItems'
    | 'maxItems'
    | 'prefill'
    | 'label',
    unknown
  >
>;

export function said(vi: string): Localized {
  return { vi, en: `${vi} (en)` };
}

export function options(...values: readonly string[]): { value: string; label: Localized }[] {
  return values.map((value) => ({ value, label: said(`Mục ${value}`) }));
}

const defaults: Partial<Record<FormField['type'], object>> = {
  text: { maxLength: 100 },
  paragraph: { maxLength: 1000 },
  choice: { options: options('yes', 'no') },
  choices: { options: options('a', 'b', 'c') },
  decimal: { decimals: 2, measure: said('m²') },
  unit: { filter: 'register-keeper' },
};

export function aField(wish: FieldWish): FormField {
  return { label: said(`Mục ${wish.id}`), ...defaults[wish.type], ...wish } as unknown as FormField;
}

export function aSection(
  id: string,
  fields: readonly FieldWish[],
  rest: Partial<Omit<FormSection, 'id' | 'fields'>> = {},
): FormSection {
  return { id, fields: fields.map(aField), ...rest };
}

export function aPage(id: string, sections: readonly FormSection[], rest: Partial<FormPage> = {}): FormPage {
  return { id, title: said(`Trang ${id}`), sections, ...rest };
}

export function aDefinition(...pages: readonly FormPage[]): FormDefinition {
  return { schemaVersion: 1, id: 'test', version: 1, title: said('Tờ khai thử'), pages };
}

/** A definition with one page and one section. */
export function onePage(...fields: readonly FieldWish[]): FormDefinition {
  return aDefinition(aPage('page', [aSection('section', fields)]));
}

/** The compiled form; fails the test with the problems of the author. */
export function compiled(
  definition: FormDefinition,
  facts: Readonly<Record<string, FactType>> = {},
): CompiledForm {
  const result = compileForm(definition, facts);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.form;
}

export const today = { today: '2026-11-23' };
export const group = (min: number, max: number): { min: number; max: number; itemTitle: Localized } => ({
  min,
  max,
  itemTitle: said('Người con'),
});
