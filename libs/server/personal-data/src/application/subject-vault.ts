import type { KeyObject } from 'node:crypto';
import type { Clock, Database } from '@mocua/server/kernel';
import { newId, type SqlExecutor } from '@mocua/server/kernel';
import {
  digestOf,
  type OpenedValue,
  type SealableJson,
  type SealedValue,
  sealedValuesInsert,
  sealedValuesParameter,
  type StoredValueRow,
  verifyDigest,
} from '../domain/sealed-value';
import { seal, unseal } from '../persistence/sealing';
import type { SubjectKeys } from '../persistence/subject-keys';
import type { Readings } from './readings';
import { seenIn } from './seen-data';

/**
 * Keeps personal values readable only through the key of their subject. Whoever opens one leaves a reading; there is no way
 * to open one without.
 */
export class SubjectVault {
  constructor(
    private readonly database: Database,
    private readonly keys: SubjectKeys,
    private readonly clock: Clock,
    private readonly readings: Readings,
  ) {}

  /**
   * Encrypts a value without storing it: the caller's commit inserts it together with what refers to it.
   * Costs a query only the first time a process meets the subject.
   *
   * @throws SubjectErased
   */
  async seal(
    subjectId: string,
    kind: string,
    value: SealableJson,
    valueId: string = newId(),
  ): Promise<SealedValue> {
    const key = await this.keys.forSealing(subjectId);
    const ciphertext = seal(key, Buffer.from(JSON.stringify(value)), bindingOf(valueId, subjectId, kind));
    return { valueId, subjectId, kind, ciphertext, digest: digestOf(ciphertext) };
  }

  /** Stores values outside a larger statement. */
  async store(values: readonly SealedValue[], executor: SqlExecutor = this.database): Promise<void> {
    if (values.length === 0) return;
    await executor.query(
      sealedValuesInsert('$1', '$2'),
      [sealedValuesParameter(values), this.clock.iso()],
      'sealed-values-store',
    );
  }

  /** Seals and stores one value; returns its id and digest. */
  async put(subjectId: string, kind: string, value: SealableJson): Promise<SealedValue> {
    const sealed = await this.seal(subjectId, kind, value);
    await this.store([sealed]);
    return sealed;
  }

  /**
   * Opens values in one transaction with the reading of them. An unknown id is absent from the map; a value of an erased
   * subject is marked.
   *
   * @throws Error when a stored value was tampered with
   */
  async openMany(valueIds: readonly string[]): Promise<Map<string, OpenedValue>> {
    return this.unsealRows(await this.readings.read(valueIds));
  }

  /**
   * Opens values that another statement read with `sealedValuesArray`; the reading is durable before the first is opened.
   *
   * @throws Error when a stored value was tampered with
   */
  async openRows(rows: readonly StoredValueRow[]): Promise<Map<string, OpenedValue>> {
    await this.readings.noteAll(seenIn(rows));
    return this.unsealRows(rows);
  }

  /** Opens one value; null when unknown or erased. */
  async open<T extends SealableJson>(valueId: string): Promise<T | null> {
    const opened = (await this.openMany([valueId])).get(valueId);
    return opened === undefined || opened.erased ? null : (opened.value as T);
  }

  /** Destroys the subject's key: every value sealed for them becomes unreadable, also in backups made from now on. */
  async erase(subjectId: string): Promise<boolean> {
    return this.keys.destroy(subjectId);
  }

  /** Whether stored values are the ones that events committed to; returns the ids that are not, or are missing. */
  async findChanged(digests: ReadonlyMap<string, string>): Promise<string[]> {
    const rows = await this.database.query<{ value_id: string; ciphertext: Buffer }>(
      'SELECT value_id, ciphertext FROM personal_data.sealed_values WHERE value_id = ANY($1::uuid[])',
      [[...digests.keys()]],
    );
    const stored = new Map(rows.map((row) => [row.value_id, row.ciphertext]));
    return [...digests]
      .filter(([valueId, digest]) => {
        const ciphertext = stored.get(valueId);
        return ciphertext === undefined || !verifyDigest(ciphertext, digest);
      })
      .map(([valueId]) => valueId);
  }

  private unsealRows(rows: readonly StoredValueRow[]): Map<string, OpenedValue> {
    const unwrapped = new Map<string, KeyObject>();
    return new Map(rows.map((row) => [row.value_id, this.openRow(row, unwrapped)]));
  }

  private openRow(row: StoredValueRow, unwrapped: Map<string, KeyObject>): OpenedValue {
    const { subject_id: subjectId, kind, wrapped_key: wrapped, key_id } = row;
    if (wrapped === null) return { erased: true, subjectId, kind };
    let key = unwrapped.get(subjectId);
    if (key === undefined) {
      key = this.keys.unwrap(subjectId, { wrapped_key: Buffer.from(wrapped, 'base64'), key_id });
      unwrapped.set(subjectId, key);
    }
    const plain = unseal(
      key,
      Buffer.from(row.ciphertext, 'base64'),
      bindingOf(row.value_id, subjectId, kind),
    );
    return { erased: false, subjectId, kind, value: JSON.parse(plain.toString('utf8')) as SealableJson };
  }
}

/** Binds a ciphertext to its row, so that swapping two values in SQL is noticed. */
function bindingOf(valueId: string, subjectId: string, kind: string): string {
  return `${valueId}|${subjectId}|${kind}`;
}
