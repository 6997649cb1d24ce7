import type { FieldType, FormDefinition } from '@mocua/contract';
import type { FeelType, TypeScope } from '@mocua/engine/expression';

const types: Readonly<Record<FieldType, FeelType>> = {
  text: 'string',
  paragraph: 'string',
  // Outside a form an answer is plain JSON: a date arrives as text.
  date: 'string',
  integer: 'number',
  year: 'number',
  money: 'number',
  decimal: 'number',
  choice: 'string',
  choices: { kind: 'list', of: 'string' },
  confirmation: 'boolean',
  'personal-id': 'string',
  phone: 'string',
  email: 'string',
  address: 'any',
  unit: 'string',
};

/** Names and types that expressions outside the forms (gateways, components) may use: the fields of all the forms. */
export function scopeOf(forms: readonly FormDefinition[]): TypeScope {
  const scope: Record<string, FeelType> = {};
  for (const section of forms.flatMap((form) => form.pages).flatMap((page) => page.sections)) {
    if (section.repeat) scope[section.id] = { kind: 'list', of: 'any' };
    else
      for (const field of section.fields)
        scope[field.id] =
          scope[field.id] === undefined ? types[field.type] : sameOr(scope[field.id], types[field.type]);
  }
  return scope;
}

/** Two forms may use one name for different things; then nothing is known about its type. */
function sameOr(known: FeelType | undefined, found: FeelType): FeelType {
  return JSON.stringify(known) === JSON.stringify(found) ? found : 'any';
}
