import type { FormField } from '@mocua/contract';
import {
  addressLimits,
  emailLimit,
  addressCodePattern,
  emailPattern,
  personalIdPattern,
  phonePattern,
  unitPattern,
} from './check-value';
import { wholeBounds } from './check-number';
import { linePattern, paragraphPattern } from './check-text';
import type { CompiledField, CompiledForm, CompiledSection } from './compiled-form';

/** JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema 2020-12 of the stored answers, for exchange with other systems. Conditions cannot be expressed: a field
 * that depends on others is optional here, and only the engine knows when it must be there.
 */
export function toJsonSchema(form: CompiledForm): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const page of form.pages) {
    for (const section of page.sections) {
      const always = page.visible === null && section.visible === null;
      const { id, repeat } = section.definition;
      if (repeat !== undefined) {
        properties[id] = groupsSchema(section);
        if (always && repeat.min > 0) required.push(id);
        continue;
      }
      for (const field of section.fields) {
        properties[field.definition.id] = describe(field);
        if (always && isAlwaysRequired(field)) required.push(field.definition.id);
      }
    }
  }
  const { id, version, title } = form.definition;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:mocua:eform:${id}:${version}`,
    title: title.vi,
    type: 'object',
    additionalProperties: false,
    required,
    properties,
  };
}

function groupsSchema(section: CompiledSection): JsonSchema {
  const { title, repeat } = section.definition;
  return {
    title: title?.vi ?? repeat?.itemTitle.vi,
    type: 'array',
    minItems: Math.max(1, repeat?.min ?? 0),
    maxItems: repeat?.max,
    items: {
      type: 'object',
      additionalProperties: false,
      required: section.fields.filter(isAlwaysRequired).map((field) => field.definition.id),
      properties: Object.fromEntries(section.fields.map((field) => [field.definition.id, describe(field)])),
    },
  };
}

function isAlwaysRequired(field: CompiledField): boolean {
  return field.required === true && field.visible === null && field.calculate === null;
}

function describe(field: CompiledField): JsonSchema {
  const { label, hint } = field.definition;
  return {
    title: label.vi,
    ...(hint === undefined ? {} : { description: hint.vi }),
    ...(field.calculate === null ? {} : { readOnly: true }),
    ...valueSchema(field.definition),
  };
}

const datePattern = '^(?:19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$';

function valueSchema(field: FormField): JsonSchema {
  switch (field.type) {
    case 'text':
      return line(field.minLength ?? 0, field.maxLength);
    case 'paragraph':
      return { ...line(field.minLength ?? 0, field.maxLength), pattern: paragraphPattern };
    case 'date':
      return { type: 'string', format: 'date', pattern: datePattern };
    case 'integer':
      return {
        type: 'integer',
        minimum: field.min ?? Number.MIN_SAFE_INTEGER,
        maximum: field.max ?? Number.MAX_SAFE_INTEGER,
      };
    case 'year':
    case 'money': {
      const { min, max } = wholeBounds(field);
      return { type: 'integer', minimum: min, maximum: max };
    }
    case 'decimal':
      // How many digits it may have cannot be said exactly in binary numbers; the engine checks it.
      return {
        type: 'number',
        ...(field.min === undefined ? {} : { minimum: field.min }),
        ...(field.max === undefined ? {} : { maximum: field.max }),
      };
    case 'choice':
      return { enum: field.options.map((option) => option.value) };
    case 'choices':
      return {
        type: 'array',
        uniqueItems: true,
        minItems: Math.max(1, field.minItems ?? 0),
        maxItems: field.maxItems ?? field.options.length,
        items: { enum: field.options.map((option) => option.value) },
      };
    case 'confirmation':
      return { const: true };
    case 'personal-id':
      return { type: 'string', pattern: personalIdPattern.source };
    case 'phone':
      return { type: 'string', pattern: phonePattern.source };
    case 'email':
      return { type: 'string', maxLength: emailLimit, pattern: emailPattern.source };
    case 'unit':
      return { type: 'string', pattern: unitPattern.source };
    case 'address':
      return addressSchema;
  }
}

function line(minLength: number, maxLength: number): JsonSchema {
  return { type: 'string', minLength: Math.max(1, minLength), maxLength, pattern: linePattern };
}

const codeSchema: JsonSchema = { type: 'string', pattern: addressCodePattern.source };
const addressSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: {
    text: line(1, addressLimits.text),
    wardName: line(1, addressLimits.wardName),
    wardCode: codeSchema,
    placeId: codeSchema,
    addressCode: codeSchema,
  },
};
