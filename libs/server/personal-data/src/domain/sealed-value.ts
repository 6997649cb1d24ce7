import { createHash, timingSafeEqual } from 'node:crypto';

/** A JSON value a person is the subject of. Anything `JSON.stringify` keeps. */
export type SealableJson =
  string | number | boolean | null | readonly SealableJson[] | { readonly [key: string]: SealableJson };

/**
 * A personal value as it is stored: readable only with the key of its subject.
 * An event carries `valueId` and `digest`, never the value.
 */
export interface SealedValue {
  readonly valueId: string;
  readonly subjectId: string;
  /** What the value is, for example `answers` or `owner-name`; bound into the encryption. */
  readonly kind: string;
  /** Format byte, nonce, tag and AES-256-GCM ciphertext. */
  readonly ciphertext: Buffer;
  /** SHA-256 over `ciphertext`, lower-case hex. Stays checkable after the key is destroyed. */
  readonly digest: string;
}

/** One element of the JSON parameter that inserts sealed values inside another statement. */
export interface SealedValueRow {
  readonly value_id: string;
  readonly subject_id: string;
  readonly kind: string;
  /** Base64. */
  readonly ciphertext: string;
  /** Hex. */
  readonly digest: string;
}

/** What opening a value yields: the value, or the mark that its subject was erased. */
export type OpenedValue =
  | {
      readonly erased: false;
      readonly subjectId: string;
      readonly kind: string;
      readonly value: SealableJson;
    }
  | { readonly erased: true; readonly subjectId: string; readonly kind: string };

/** Sealed values as the parameter that {@link sealedValuesInsert} reads. */
export function sealedValuesParameter(values: readonly SealedValue[]): string {
  return JSON.stringify(
    values.map((value): SealedValueRow => ({
      value_id: value.valueId,
      subject_id: value.subjectId,
      kind: value.kind,
      ciphertext: value.ciphertext.toString('base64'),
      digest: value.digest,
    })),
  );
}

/**
 * The `INSERT` that a data-modifying statement embeds as a CTE, so that values become durable with the commit
 * that refers to them.
 *
 * @param values - placeholder of the parameter made by {@link sealedValuesParameter}, for example `$7`
 * @param createdAt - placeholder of a timestamptz, for example `$2`
 */
export function sealedValuesInsert(values: string, createdAt: string): string {
  return `INSERT INTO personal_data.sealed_values (value_id, subject_id, kind, ciphertext, digest, created_at)
    SELECT value_id, subject_id, kind, decode(ciphertext, 'base64'), decode(digest, 'hex'), ${createdAt}::timestamptz
    FROM jsonb_to_recordset(${values}::jsonb)
      AS sealed(value_id uuid, subject_id uuid, kind text, ciphertext text, digest text)`;
}

/** A stored value with the wrapped key of its subject. */
export interface StoredValueRow {
  readonly value_id: string;
  readonly subject_id: string;
  readonly kind: string;
  /** Base64. */
  readonly ciphertext: string;
  /** Base64; null when the subject was erased. */
  readonly wrapped_key: string | null;
  readonly key_id: string;
}

/**
 * Sealed values with the keys of their subjects, as one JSON array of {@link StoredValueRow}: for a statement that reads
 * them together with what refers to them.
 *
 * @param ids - SQL list of value ids, for example `d.draft_id, d.prefill_value_id`
 */
export function sealedValuesArray(ids: string): string {
  return `(SELECT jsonb_agg(jsonb_build_object('value_id', v.value_id, 'subject_id', v.subject_id, 'kind', v.kind,
      'ciphertext', encode(v.ciphertext, 'base64'), 'wrapped_key', encode(k.wrapped_key, 'base64'), 'key_id', k.key_id))
    FROM personal_data.sealed_values v JOIN personal_data.subject_keys k USING (subject_id) WHERE v.value_id IN (${ids}))`;
}

/** SHA-256 over the ciphertext, lower-case hex. */
export function digestOf(ciphertext: Buffer): string {
  return createHash('sha256').update(ciphertext).digest('hex');
}

/** Whether a ciphertext is the one an event committed to. Needs no key. */
export function verifyDigest(ciphertext: Buffer, digest: string): boolean {
  const expected = Buffer.from(digest, 'hex');
  const actual = createHash('sha256').update(ciphertext).digest();
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
