import type { FormDefinition, FormField, FormPage, FormSection } from '@mocua/contract';
import type { Report } from './check-shape';
import type { CompiledField, CompiledPage, CompiledSection } from './compiled-form';
import type { FactType } from './form-facts';
import { orderFields } from './order-steps';
import type { Rule, RuleReader, Scope, ValueType } from './rule';

interface Compiler {
  readonly report: Report;
  readonly readRule: RuleReader;
}

/** Parses every expression of the form in its scope. */
export function compilePages(
  definition: FormDefinition,
  facts: Readonly<Record<string, FactType>>,
  report: Report,
  readRule: RuleReader,
): readonly CompiledPage[] {
  const scope = new Map<string, ValueType>(Object.entries(facts));
  for (const section of definition.pages.flatMap((page) => page.sections)) {
    if (section.repeat !== undefined) scope.set(section.id, { groups: fieldTypes(section) });
    else for (const [id, type] of fieldTypes(section)) scope.set(id, type);
  }
  const compiler: Compiler = { report, readRule };
  return definition.pages.map((page) => compilePage(page, scope, compiler));
}

/** What a field of each type is in expressions. */
export const valueTypes: Readonly<Record<FormField['type'], ValueType>> = {
  text: 'string',
  paragraph: 'string',
  date: 'date',
  integer: 'number',
  year: 'number',
  money: 'number',
  decimal: 'number',
  choice: 'string',
  choices: 'strings',
  confirmation: 'boolean',
  'personal-id': 'string',
  phone: 'string',
  email: 'string',
  address: 'address',
  unit: 'string',
};

function fieldTypes(section: FormSection): ReadonlyMap<string, ValueType> {
  return new Map(section.fields.map((field) => [field.id, valueTypes[field.type]]));
}

function compilePage(page: FormPage, scope: Scope, compiler: Compiler): CompiledPage {
  return {
    definition: page,
    visible: optionalRule(page.visible, scope, 'boolean', `${page.id}.visible`, compiler),
    sections: page.sections.map((section) => compileSection(section, page.id, scope, compiler)),
  };
}

function compileSection(
  section: FormSection,
  pageId: string,
  scope: Scope,
  compiler: Compiler,
): CompiledSection {
  const at = `${pageId}.${section.id}`;
  const inner = section.repeat === undefined ? scope : new Map([...scope, ...fieldTypes(section)]);
  const compiled = {
    definition: section,
    pageId,
    visible: optionalRule(section.visible, scope, 'boolean', `${at}.visible`, compiler),
    fields: section.fields.map((field) => compileField(field, pageId, section.id, inner, compiler)),
  };
  const evaluationOrder =
    section.repeat === undefined ? compiled.fields : orderFields(compiled, at, compiler.report);
  return { ...compiled, evaluationOrder };
}

const calculable: ReadonlySet<FormField['type']> = new Set([
  'text',
  'paragraph',
  'integer',
  'year',
  'money',
  'decimal',
  'date',
  'choice',
]);

function compileField(
  field: FormField,
  pageId: string,
  sectionId: string,
  scope: Scope,
  compiler: Compiler,
): CompiledField {
  const at = `${pageId}.${sectionId}.${field.id}`;
  if (field.calculate !== undefined && !calculable.has(field.type)) {
    compiler.report(
      at,
      'not-calculable',
      `Không tính được mục kiểu ${field.type}.`,
      `A field of type ${field.type} cannot be calculated.`,
    );
  }
  const { min, max } = field.type === 'date' ? field : { min: undefined, max: undefined };
  return {
    definition: field,
    pageId,
    sectionId,
    visible: optionalRule(field.visible, scope, 'boolean', `${at}.visible`, compiler),
    required:
      typeof field.required === 'string'
        ? (optionalRule(field.required, scope, 'boolean', `${at}.required`, compiler) ?? false)
        : (field.required ?? false),
    calculate: optionalRule(field.calculate, scope, valueTypes[field.type], `${at}.calculate`, compiler),
    min: optionalRule(min, scope, 'date', `${at}.min`, compiler),
    max: optionalRule(max, scope, 'date', `${at}.max`, compiler),
  };
}

function optionalRule(
  source: string | undefined,
  scope: Scope,
  result: ValueType,
  at: string,
  { report, readRule }: Compiler,
): Rule | null {
  return source === undefined ? null : readRule(source, scope, result, at, report);
}
