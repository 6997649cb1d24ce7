import type { FormField } from '@mocua/contract';
import { type CheckedValue, correct, empty, refuse, typedText } from './checked-value';

type WholeField = Extract<FormField, { readonly type: 'year' | 'money' }>;
type DecimalField = Extract<FormField, { readonly type: 'decimal' }>;

/** Years outside these are typing errors, unless a field says otherwise. */
export const yearBounds = { min: 1900, max: 2100 } as const;

/** Bounds of a year or an amount of money, where the field does not say its own. */
export function wholeBounds(field: WholeField): { readonly min: number; readonly max: number } {
  const usual = field.type === 'year' ? yearBounds : { min: 0, max: Number.MAX_SAFE_INTEGER };
  return { min: field.min ?? usual.min, max: field.max ?? usual.max };
}

/** A year by its four digits, or an amount of đồng with or without groups and currency. */
export function checkWhole(field: WholeField, raw: unknown): CheckedValue {
  const code = field.type === 'year' ? 'not-a-year' : 'not-an-amount';
  let value: number;
  if (typeof raw === 'number') {
    if (!Number.isSafeInteger(raw)) return refuse(code);
    value = raw === 0 ? 0 : raw;
  } else {
    const typed = typedText(raw);
    if (typeof typed !== 'string') return typed;
    if (typed === '') return empty;
    const digits =
      field.type === 'year' ? typed : withoutGroups(typed.replace(/\s*(?:đồng|đ|VND|VNĐ)\.?$/iu, ''));
    if (!(field.type === 'year' ? /^\d{4}$/u : /^\d{1,15}$/u).test(digits)) return correct(typed, code);
    value = Number(digits);
  }
  const { min, max } = wholeBounds(field);
  if (value < min) return correct(value, 'too-low', { min });
  return value > max ? correct(value, 'too-high', { max }) : { value, issue: null };
}

/** `1.250.000`, `1 250 000` or `1250000` without its group signs; anything else unchanged. */
function withoutGroups(typed: string): string {
  return /^\d{1,3}(?:[. ]\d{3}){1,4}$/u.test(typed) ? typed.replace(/[. ]/gu, '') : typed;
}

/** Largest amount a measured value may have; beyond it a number would lose its last digits. */
const mostMeasured = 1e11;

/** A measured amount. A comma is the decimal sign, as it is taught; a single point is taken for one too. */
export function checkDecimal(field: DecimalField, raw: unknown): CheckedValue {
  let value: number;
  if (typeof raw === 'number') {
    if (!Number.isFinite(raw) || Math.abs(raw) > mostMeasured) return refuse('not-a-measure');
    value = raw === 0 ? 0 : raw;
  } else {
    const typed = typedText(raw);
    if (typeof typed !== 'string') return typed;
    if (typed === '') return empty;
    const plain = plainDecimal(typed);
    if (plain === null) return correct(typed, 'not-a-measure');
    value = Number(plain);
  }
  if (digitsAfterPoint(value) > field.decimals) return correct(value, 'too-precise', { max: field.decimals });
  if (field.min !== undefined && value < field.min) return correct(value, 'too-low', { min: field.min });
  if (field.max !== undefined && value > field.max) return correct(value, 'too-high', { max: field.max });
  return { value, issue: null };
}

/** Digits with a point as the computer writes them; null when it is no number. */
function plainDecimal(typed: string): string | null {
  const [whole = '', part, ...more] = typed.split(',');
  if (more.length > 0) return null;
  const joined = part === undefined ? withoutGroups(whole) : `${withoutGroups(whole)}.${part}`;
  return /^\d{1,11}(?:\.\d{1,8})?$/u.test(joined) ? joined : null;
}

function digitsAfterPoint(value: number): number {
  const [digits = '', exponent] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent ?? 0));
}
