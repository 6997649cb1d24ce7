import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Clock, Database } from '@mocua/server/kernel';
import type { KeyRing } from '../domain/key-ring';
import { seal, unseal } from './sealing';

/** Thrown when something is to be sealed for a person whose key was destroyed. */
export class SubjectErased extends Error {
  constructor(readonly subjectId: string) {
    super('The subject was erased; nothing can be sealed for them any more.');
    this.name = 'SubjectErased';
  }
}

interface KeyRow {
  readonly wrapped_key: Buffer | null;
  readonly key_id: string;
}

interface CachedKey {
  readonly key: KeyObject;
  readonly until: number;
}

/** How long a process may keep a subject's key for sealing without looking at the table, in milliseconds. */
export const sealingKeyLifetimeMs = 5 * 60 * 1000;
const cacheSize = 10_000;

/**
 * One AES-256 key per person, wrapped by the master key.
 *
 * Opening never uses the cache: the wrapped key is read together with the value, so an erasure holds in every process
 * from its commit on. Only sealing uses the cache; what another process seals within {@link sealingKeyLifetimeMs}
 * after an erasure is unreadable for everybody, because the key it was made with exists nowhere else.
 */
export class SubjectKeys {
  private readonly cached = new Map<string, CachedKey>();

  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  /**
   * Key for sealing; made on first use.
   *
   * @throws SubjectErased
   */
  async forSealing(subjectId: string): Promise<KeyObject> {
    const now = this.clock.now().getTime();
    const known = this.cached.get(subjectId);
    if (known !== undefined && known.until > now) return known.key;
    const key = (await this.find(subjectId)) ?? (await this.create(subjectId));
    this.remember(subjectId, { key, until: now + sealingKeyLifetimeMs });
    return key;
  }

  /** Unwraps a key as the table holds it. */
  unwrap(subjectId: string, row: { readonly wrapped_key: Buffer; readonly key_id: string }): KeyObject {
    return createSecretKey(
      unseal(this.keys.byId('subject-wrapping', row.key_id), row.wrapped_key, `subject-key|${subjectId}`),
    );
  }

  /** Destroys the key. Returns whether there was one. */
  async destroy(subjectId: string): Promise<boolean> {
    this.cached.delete(subjectId);
    const erased = await this.database.one(
      `INSERT INTO personal_data.subject_keys (subject_id, wrapped_key, key_id, created_at, erased_at)
       VALUES ($1, NULL, $2, $3, $3)
       ON CONFLICT (subject_id) DO UPDATE SET wrapped_key = NULL, erased_at = excluded.erased_at
         WHERE subject_keys.erased_at IS NULL
       RETURNING (xmax <> 0) AS existed`,
      [subjectId, this.keys.current('subject-wrapping').keyId, this.clock.iso()],
    );
    return erased?.['existed'] === true;
  }

  /** Wraps up to `limit` keys anew after a rotation of the master key. Returns how many were left to do. */
  async rewrap(limit = 1000): Promise<number> {
    const current = this.keys.current('subject-wrapping');
    const rows = await this.database.query<KeyRow & { subject_id: string; wrapped_key: Buffer }>(
      `SELECT subject_id, wrapped_key, key_id FROM personal_data.subject_keys
       WHERE wrapped_key IS NOT NULL AND key_id <> $1 LIMIT $2`,
      [current.keyId, limit],
    );
    for (const row of rows) {
      const wrapped = seal(
        current.key,
        this.unwrap(row.subject_id, row).export(),
        `subject-key|${row.subject_id}`,
      );
      await this.database.query(
        `UPDATE personal_data.subject_keys SET wrapped_key = $2, key_id = $3
         WHERE subject_id = $1 AND key_id = $4 AND wrapped_key IS NOT NULL`,
        [row.subject_id, wrapped, current.keyId, row.key_id],
      );
    }
    return rows.length;
  }

  private async find(subjectId: string): Promise<KeyObject | null> {
    const row = await this.database.one<KeyRow>(
      'SELECT wrapped_key, key_id FROM personal_data.subject_keys WHERE subject_id = $1',
      [subjectId],
      'subject-key-find',
    );
    if (row === null) return null;
    const { wrapped_key: wrapped, key_id } = row;
    if (wrapped === null) throw new SubjectErased(subjectId);
    return this.unwrap(subjectId, { wrapped_key: wrapped, key_id });
  }

  private async create(subjectId: string): Promise<KeyObject> {
    const key = createSecretKey(randomBytes(32));
    const wrapping = this.keys.current('subject-wrapping');
    const created = await this.database.one(
      `INSERT INTO personal_data.subject_keys (subject_id, wrapped_key, key_id, created_at)
       VALUES ($1, $2, $3, $4) ON CONFLICT (subject_id) DO NOTHING RETURNING subject_id`,
      [
        subjectId,
        seal(wrapping.key, key.export(), `subject-key|${subjectId}`),
        wrapping.keyId,
        this.clock.iso(),
      ],
      'subject-key-create',
    );
    if (created !== null) return key;
    // Another process was first; its key is the one.
    const winner = await this.find(subjectId);
    if (winner === null) throw new Error('A subject key vanished while it was being created.');
    return winner;
  }

  private remember(subjectId: string, entry: CachedKey): void {
    this.cached.delete(subjectId);
    this.cached.set(subjectId, entry);
    if (this.cached.size <= cacheSize) return;
    const oldest = this.cached.keys().next();
    if (oldest.done !== true) this.cached.delete(oldest.value);
  }
}
