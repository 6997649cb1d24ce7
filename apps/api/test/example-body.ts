import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** The parts of JSON Schema that the contract uses. */
interface Json {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly items?: Json | false;
  readonly prefixItems?: readonly Json[];
  readonly minItems?: number;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly allOf?: readonly Json[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

/** Texts that some pattern of the contract takes; the first that fits is used. */
const words: readonly string[] = [
  'Văn bản để thử',
  '2.000908',
  'T261116-ABCDEFGH',
  'ABCD-EFGH',
  '123456',
  '099155000101',
  '0990000001',
  '0900000123',
  'trang-thu',
  '0'.repeat(64),
  'A'.repeat(43),
  '2026-10',
  'AAAA',
];

const byFormat: Readonly<Record<string, () => string>> = {
  uuid: randomUUID,
  date: () => '2026-11-20',
  'date-time': () => '2026-11-16T01:00:00.000Z',
  uri: () => 'http://127.0.0.1:1/tin',
  email: () => 'thu@example.com',
  base64: () => 'AAAA',
};

/**
 * A value that a schema takes, found by reading it; numbers are as large as they may be, so that a version is one nobody has.
 * Undefined where the reading finds none.
 */
export function exampleOf(schema: z.ZodType): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  const found = [true, false].map((full) => valueOf(json, full, 0)).find((v) => schema.safeParse(v).success);
  return found;
}

function valueOf(json: Json, full: boolean, depth: number): unknown {
  if (json.const !== undefined) return json.const;
  if (json.enum) return json.enum[0];
  const choices = json.anyOf ?? json.oneOf;
  if (choices) return valueOf(choices.find(({ type }) => type !== 'null') ?? {}, full, depth);
  if (json.allOf) return valueOf(Object.assign({}, ...json.allOf) as Json, full, depth);
  switch (Array.isArray(json.type) ? (json.type as string[])[0] : json.type) {
    case 'object':
      return objectOf(json as Json & { required?: readonly string[] }, full, depth);
    case 'array': {
      if (json.prefixItems) return json.prefixItems.map((item) => valueOf(item, full, depth + 1));
      const count = Math.max(json.minItems ?? 0, full && depth < 6 ? 1 : 0);
      return Array.from({ length: count }, () => valueOf(json.items || {}, full, depth + 1));
    }
    case 'string':
      return textOf(json);
    case 'integer':
    case 'number':
      return numberOf(json);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return 'x';
  }
}

function objectOf(json: Json & { required?: readonly string[] }, full: boolean, depth: number): unknown {
  const keys = Object.entries(json.properties ?? {}).filter(
    ([key]) => (full && depth < 6) || json.required?.includes(key),
  );
  return Object.fromEntries(keys.map(([key, property]) => [key, valueOf(property, full, depth + 1)]));
}

function textOf({ format, pattern, minLength = 0, maxLength = Infinity }: Json): string {
  const made = byFormat[format ?? '']?.();
  if (made !== undefined) return made;
  const rule = pattern === undefined ? /^/u : new RegExp(pattern, 'u');
  return (
    words.find((word) => rule.test(word) && word.length >= minLength && word.length <= maxLength) ??
    'x'.repeat(Math.min(maxLength, Math.max(1, minLength)))
  );
}

function numberOf({ minimum, exclusiveMinimum, maximum }: Json): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  return Math.min(maximum ?? Infinity, Math.max(least, 999));
}
