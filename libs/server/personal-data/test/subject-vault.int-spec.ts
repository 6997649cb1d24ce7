import { createSecretKey } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '@mocua/server/kernel';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { AccessScope } from '../src/application/access-scope';
import { ReadingStreams } from '../src/application/reading-streams';
import { Readings } from '../src/application/readings';
import { SubjectVault } from '../src/application/subject-vault';
import { type SealableJson, verifyDigest } from '../src/domain/sealed-value';
import { FileKeyRing } from '../src/keys/file-key-ring';
import type { KeyRing } from '../src/domain/key-ring';
import { unsealed } from '../src/persistence/sealing';
import { sealingKeyLifetimeMs, SubjectErased, SubjectKeys } from '../src/persistence/subject-keys';

const key = createSecretKey(Buffer.alloc(32));
let db: TestDatabase;
let keys: KeyRing;
const clock = new MovingClock('2026-11-23T02:05:00Z');

beforeAll(async () => {
  db = await startTestDatabase();
  keys = FileKeyRing.open(mkdtempSync(join(tmpdir(), 'mocua-keys-')), clock.iso());
});
afterAll(() => db.close());

/** A vault as another process would have it: the same tables and keys, a cache of its own. */
function aVault(): SubjectVault {
  const readings = new Readings(db.database, scope, clock, new ReadingStreams(db.database, key));
  return new SubjectVault(db.database, new SubjectKeys(db.database, keys, clock), clock, readings);
}

const scope = new AccessScope();
const officer = { kind: 'officer', id: newId(), label: 'Sở Tư pháp, chuyên viên' } as const;

describe('sealing personal values', () => {
  it('gives back every JSON value, in any process', async () => {
    const writer = aVault();
    const reader = aVault();
    const subject = newId();
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 3 }),
        fc.string({ minLength: 1, maxLength: 20 }),
        async (json, kind) => {
          const value = JSON.parse(JSON.stringify(json)) as SealableJson;
          const sealed = await writer.put(subject, kind.replaceAll('\u0000', ' '), value);
          expect(await reader.open(sealed.valueId)).toEqual(value);
        },
      ),
      { numRuns: 60, seed: 908 },
    );
  });

  it('never seals the same text the same way twice, and leaves no trace of it in the database', async () => {
    const vault = aVault();
    const subject = newId();
    const planted = ['Vàng Thị Mỷ 31415', '099154000071', 'Số 7 ngõ Ổi Sẻ'];
    for (const text of planted) await vault.put(subject, 'answers', { text });
    const [a, b] = [await vault.seal(subject, 'k', 'x'), await vault.seal(subject, 'k', 'x')];
    expect(a.ciphertext.equals(b.ciphertext)).toBe(false);
    const rows = await db.database.query<{ ciphertext: Buffer; row: string }>(
      'SELECT ciphertext, v::text AS row FROM personal_data.sealed_values v WHERE subject_id = $1',
      [subject],
    );
    for (const text of planted) {
      for (const row of rows) {
        expect(row.ciphertext.includes(Buffer.from(text))).toBe(false);
        expect(row.row).not.toContain(text);
      }
    }
  });

  it('leaves unknown ids out and asks nothing for an empty list', async () => {
    expect(await aVault().openMany([])).toEqual(new Map());
    expect(await aVault().openMany([newId()])).toEqual(new Map());
  });

  it('gives processes that meet a person at the same time the same key', async () => {
    const subject = newId();
    const vaults = Array.from({ length: 8 }, aVault);
    const sealed = await Promise.all(vaults.map((vault, i) => vault.put(subject, 'race', i)));
    const opened = await aVault().openMany(sealed.map((each) => each.valueId));
    expect([...opened.values()].map((each) => (each.erased ? 'erased' : each.value)).sort()).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
  });
});

describe('opening', () => {
  it('leaves one reading for each person and access, whatever the number of values', async () => {
    const vault = aVault();
    const [subject, other] = [newId(), newId()];
    const values = [
      await vault.put(subject, 'answers', 1),
      await vault.put(subject, 'party-name', 'Vàng Thị Mỷ'),
      await vault.put(other, 'file-name', 'căn cước.pdf'),
    ].map((value) => value.valueId);
    await scope.run({ reader: officer, purpose: 'dossier-processing' }, async () => {
      await vault.openMany(values);
      await vault.openMany(values);
    });
    const rows = await db.database.query(
      `SELECT subject_id, categories, reader_label FROM personal_data.readings WHERE reader_id = $1 ORDER BY seq`,
      [officer.id],
    );
    const label = { reader_label: officer.label };
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ subject_id: subject, categories: ['answers', 'name'], ...label });
    expect(rows).toContainEqual({ subject_id: other, categories: ['papers'], ...label });
  });

  it('gives nothing, and decrypts nothing, when the reading cannot be written', async () => {
    const vault = aVault();
    const { valueId } = await vault.put(newId(), 'answers', 1);
    const seen: unknown[] = [];
    const count = (of: unknown): unknown => seen.push(of);
    unsealed.subscribe(count);
    await db.database.query('ALTER TABLE personal_data.readings RENAME TO away');
    await expect(vault.openMany([valueId])).rejects.toThrow('readings');
    await db.database.query('ALTER TABLE personal_data.away RENAME TO readings');
    expect(seen).toEqual([]);
    expect(await vault.open(valueId)).toBe(1);
    unsealed.unsubscribe(count);
    expect(seen).toContain(`${valueId}|${await subjectOf(valueId)}|answers`);
  });

  it('leaves no reading of a person who was erased: there was nothing to see', async () => {
    const vault = aVault();
    const subject = newId();
    const { valueId } = await vault.put(subject, 'answers', 1);
    await vault.erase(subject);
    expect(await vault.open(valueId)).toBeNull();
    const rows = await db.database.query('SELECT 1 FROM personal_data.readings WHERE subject_id = $1', [
      subject,
    ]);
    expect(rows).toEqual([]);
  });
});

async function subjectOf(valueId: string): Promise<string> {
  const row = await db.database.one<{ id: string }>(
    'SELECT subject_id AS id FROM personal_data.sealed_values WHERE value_id = $1',
    [valueId],
  );
  return row?.id ?? '';
}

describe('tampering', () => {
  it('is noticed when two values are swapped in SQL', async () => {
    const vault = aVault();
    const subject = newId();
    const [a, b] = [await vault.put(subject, 'answers', 'a'), await vault.put(subject, 'answers', 'b')];
    await db.database.query(
      `UPDATE personal_data.sealed_values v SET ciphertext = o.ciphertext, digest = o.digest
       FROM personal_data.sealed_values o WHERE v.value_id = $1 AND o.value_id = $2`,
      [a.valueId, b.valueId],
    );
    await expect(vault.open(a.valueId)).rejects.toThrow();
    expect(
      await vault.findChanged(
        new Map([
          [a.valueId, a.digest],
          [b.valueId, b.digest],
        ]),
      ),
    ).toEqual([a.valueId]);
  });

  it('is noticed wherever a byte changes, also without the key', async () => {
    const vault = aVault();
    const { ciphertext, digest } = await vault.seal(newId(), 'answers', { name: 'Ưởng' });
    expect(verifyDigest(ciphertext, digest)).toBe(true);
    for (let at = 0; at < ciphertext.length; at += 1) {
      const changed = Buffer.from(ciphertext);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(verifyDigest(changed, digest)).toBe(false);
    }
  });

  it('finds a value that was deleted', async () => {
    const vault = aVault();
    const gone = await vault.put(newId(), 'answers', 1);
    await db.database.query('DELETE FROM personal_data.sealed_values WHERE value_id = $1', [gone.valueId]);
    expect(await vault.findChanged(new Map([[gone.valueId, gone.digest]]))).toEqual([gone.valueId]);
  });
});

describe('erasing a person', () => {
  it('holds at once in a process that had read them before, while digests stay checkable', async () => {
    const [here, elsewhere] = [aVault(), aVault()];
    const [subject, other] = [newId(), newId()];
    const value = await here.put(subject, 'answers', 'mine');
    const kept = await here.put(other, 'answers', 'theirs');
    expect(await elsewhere.open(value.valueId)).toBe('mine');

    expect(await here.erase(subject)).toBe(true);
    expect((await elsewhere.openMany([value.valueId])).get(value.valueId)).toMatchObject({
      erased: true,
      subjectId: subject,
    });
    expect(await elsewhere.open(kept.valueId)).toBe('theirs');
    expect(await elsewhere.findChanged(new Map([[value.valueId, value.digest]]))).toEqual([]);
  });

  it('makes what another process still seals within the bound unreadable, and stops it after the bound', async () => {
    const [here, elsewhere] = [aVault(), aVault()];
    const subject = newId();
    await elsewhere.put(subject, 'answers', 'before');
    await here.erase(subject);
    const late = await elsewhere.put(subject, 'answers', 'late');
    expect(await elsewhere.open(late.valueId)).toBeNull();
    clock.advance({ minutes: sealingKeyLifetimeMs / 60_000 });
    await expect(elsewhere.seal(subject, 'answers', 'later')).rejects.toBeInstanceOf(SubjectErased);
  });

  it('is remembered for a person nobody had sealed for, and can be repeated', async () => {
    const subject = newId();
    expect(await aVault().erase(subject)).toBe(false);
    expect(await aVault().erase(subject)).toBe(false);
    await expect(aVault().seal(subject, 'answers', 1)).rejects.toBeInstanceOf(SubjectErased);
  });
});
