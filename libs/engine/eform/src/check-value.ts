import type { AddressValue, FormField } from '@mocua/contract';
import { displayDate, earliestDate, readDate } from './calendar-date';
import { checkDecimal, checkWhole } from './check-number';
import { cleanLine, cleanParagraph, lengthOf } from './check-text';
import { type CheckedValue, correct, empty, refuse, typedLimit, typedText } from './checked-value';
import type { EformProblemCode } from './problem-messages';

export const personalIdPattern = /^\d{12}$/u;
export const phonePattern = /^0\d{9}$/u;
export const emailPattern =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,63}$/u;
export const unitPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
export const addressCodePattern = /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/u;
export const addressLimits = { text: 300, wardName: 120 } as const;
export const emailLimit = 254;
/** Brings one answer to its stored form and checks it against its own field; never throws, whatever `raw` is. */
export function checkValue(field: FormField, raw: unknown): CheckedValue {
  if (raw === null || raw === undefined) return empty;
  switch (field.type) {
    case 'text':
    case 'paragraph':
      return checkText(field, raw);
    case 'date':
      return checkDate(raw);
    case 'integer':
      return checkInteger(field, raw);
    case 'year':
    case 'money':
      return checkWhole(field, raw);
    case 'decimal':
      return checkDecimal(field, raw);
    case 'choice':
      return checkChoice(field.options, raw);
    case 'choices':
      return checkChoices(field, raw);
    case 'confirmation':
      return typeof raw === 'boolean' ? { value: raw ? true : null, issue: null } : refuse('wrong-type');
    case 'personal-id':
      return checkPattern(raw, /[\s.]/gu, personalIdPattern, 'not-a-personal-id');
    case 'phone':
      return checkPhone(raw);
    case 'email':
      return checkPattern(raw, null, emailPattern, 'not-an-email');
    case 'address':
      return checkAddress(raw);
    case 'unit':
      return checkUnit(raw);
  }
}

function isOption(options: readonly { readonly value: string }[], value: unknown): boolean {
  return options.some((option) => option.value === value);
}

type TextField = Extract<FormField, { readonly maxLength: number }>;

function checkText(field: TextField, raw: unknown): CheckedValue {
  if (typeof raw !== 'string') return refuse('wrong-type');
  const kept = 2 * field.maxLength + typedLimit;
  if (raw.length > kept) return refuse('too-long', { max: field.maxLength });
  const value = field.type === 'paragraph' ? cleanParagraph(raw) : cleanLine(raw);
  if (value === null) return refuse('bad-characters');
  if (value.length > kept) return refuse('too-long', { max: field.maxLength });
  if (value === '') return empty;
  const length = lengthOf(value);
  if (length > field.maxLength) return correct(value, 'too-long', { max: field.maxLength });
  const min = field.minLength ?? 0;
  return length < min ? correct(value, 'too-short', { min }) : { value, issue: null };
}

function checkDate(raw: unknown): CheckedValue {
  const typed = typedText(raw);
  if (typeof typed !== 'string') return typed;
  if (/^[-/.\s]*$/u.test(typed)) return empty;
  const value = readDate(typed);
  if (value === null) return correct(typed, 'not-a-date');
  return value < earliestDate
    ? correct(value, 'too-early', { min: displayDate(earliestDate) })
    : { value, issue: null };
}

type IntegerField = Extract<FormField, { readonly type: 'integer' }>;

function checkInteger(field: IntegerField, raw: unknown): CheckedValue {
  let value: number;
  if (typeof raw === 'number') {
    if (!Number.isSafeInteger(raw)) return refuse('not-a-number');
    value = raw === 0 ? 0 : raw;
  } else {
    const typed = typedText(raw);
    if (typeof typed !== 'string') return typed;
    if (typed === '') return empty;
    const grouped = /^-?\d{1,3}(?:[. ]\d{3}){1,4}$/u.test(typed);
    const digits = grouped ? typed.replace(/[. ]/gu, '') : typed;
    if (!/^-?\d{1,15}$/u.test(digits)) return correct(typed, 'not-a-number');
    value = Number(digits) === 0 ? 0 : Number(digits);
  }
  if (field.min !== undefined && value < field.min) return correct(value, 'too-low', { min: field.min });
  if (field.max !== undefined && value > field.max) return correct(value, 'too-high', { max: field.max });
  return { value, issue: null };
}

function checkChoice(options: readonly { readonly value: string }[], raw: unknown): CheckedValue {
  if (typeof raw !== 'string') return refuse('wrong-type');
  if (raw === '') return empty;
  return isOption(options, raw) ? { value: raw, issue: null } : refuse('not-an-option');
}

type ChoicesField = Extract<FormField, { readonly type: 'choices' }>;

function checkChoices(field: ChoicesField, raw: unknown): CheckedValue {
  if (!Array.isArray(raw) || raw.length > field.options.length) return refuse('wrong-type');
  const chosen: unknown[] = raw;
  if (chosen.length === 0) return empty;
  if (new Set(chosen).size !== chosen.length || !chosen.every((value) => isOption(field.options, value))) {
    return refuse('not-an-option');
  }
  const value = chosen.map(String);
  const min = field.minItems ?? 0;
  const max = field.maxItems ?? field.options.length;
  if (value.length < min) return correct(value, 'too-few-choices', { min });
  return value.length > max ? correct(value, 'too-many-choices', { max }) : { value, issue: null };
}

function checkPattern(
  raw: unknown,
  noise: RegExp | null,
  pattern: RegExp,
  code: EformProblemCode,
): CheckedValue {
  const typed = typedText(raw);
  if (typeof typed !== 'string') return typed;
  if (typed === '') return empty;
  const value = noise === null ? typed : typed.replace(noise, '');
  if (value.length > emailLimit) return correct(typed, code);
  return pattern.test(value) ? { value, issue: null } : correct(typed, code);
}

function checkPhone(raw: unknown): CheckedValue {
  const typed = typedText(raw);
  if (typeof typed !== 'string') return typed;
  if (typed === '') return empty;
  const digits = typed
    .replace(/[\s.()-]/gu, '')
    .replace(/^(?:\+|00)84/u, '0')
    .replace(/^84(?=\d{9}$)/u, '0');
  const value = digits.replace(/^00(?=\d{9}$)/u, '0');
  return phonePattern.test(value) ? { value, issue: null } : correct(typed, 'not-a-phone');
}

function checkUnit(raw: unknown): CheckedValue {
  if (typeof raw !== 'string') return refuse('wrong-type');
  if (raw === '') return empty;
  const value = raw.toLowerCase();
  return unitPattern.test(value) ? { value, issue: null } : refuse('not-a-unit');
}

interface AddressParts {
  text: string;
  wardName?: string;
  wardCode?: string;
  placeId?: string;
  addressCode?: string;
}

function checkAddress(raw: unknown): CheckedValue {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return refuse('wrong-type');
  const parts: AddressParts = { text: '' };
  for (const [key, part] of Object.entries(raw)) {
    if (part === null || part === undefined || part === '') continue;
    const refusal = takeAddressPart(parts, key, part);
    if (refusal !== null) return refusal;
  }
  const value: AddressValue = parts;
  if (value.text === '')
    return Object.keys(parts).length === 1 ? empty : correct(value, 'incomplete-address');
  for (const key of ['text', 'wardName'] as const) {
    const max = addressLimits[key];
    if (lengthOf(parts[key] ?? '') > max) return correct(value, 'too-long', { max });
  }
  return { value, issue: null };
}

function takeAddressPart(parts: AddressParts, key: string, part: unknown): CheckedValue | null {
  switch (key) {
    case 'text':
    case 'wardName': {
      const line = typedAddressLine(part, 4 * addressLimits[key]);
      if (typeof line !== 'string') return line;
      if (line !== '') parts[key] = line;
      return null;
    }
    case 'wardCode':
    case 'placeId':
    case 'addressCode':
      if (typeof part !== 'string' || !addressCodePattern.test(part)) return refuse('wrong-type');
      parts[key] = part;
      return null;
    default:
      return refuse('wrong-type');
  }
}

function typedAddressLine(part: unknown, kept: number): string | CheckedValue {
  if (typeof part !== 'string') return refuse('wrong-type');
  if (part.length > kept) return refuse('too-long', { max: kept / 4 });
  const line = cleanLine(part) ?? refuse('bad-characters');
  return typeof line === 'string' && line.length > kept ? refuse('too-long', { max: kept / 4 }) : line;
}
