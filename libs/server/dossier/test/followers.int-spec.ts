import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EventProjection, follow, type FollowedEvent, type SqlExecutor } from '@mocua/server/kernel';
import { scaled, startTestDatabase, type TestDatabase } from '@mocua/testing';

let db: TestDatabase;
beforeAll(async () => {
  db = await startTestDatabase();
}, 60_000);
afterAll(() => db.close());

/** Notes what it was given; fails when told to. */
class Notebook extends EventProjection {
  readonly seen: string[] = [];
  failing = false;
  constructor(readonly name: string) {
    super();
  }
  async apply(events: readonly FollowedEvent[], _tx: SqlExecutor): Promise<void> {
    if (this.failing) throw new Error('told to fail');
    await Promise.resolve();
    this.seen.push(...events.map((event) => event.dossierId));
  }
}

async function append(sql: Pick<SqlExecutor, 'query'>, dossierId: string = randomUUID()): Promise<string> {
  await sql.query(
    `INSERT INTO dossier.events (dossier_id, seq, type, schema_version, occurred_at, actor, payload, prev_hash, hash)
     VALUES ($1, 1, 'dossier-withdrawn', 1, '2026-11-16T01:05:00Z', '{}', '{}', '', '')`,
    [dossierId],
  );
  return dossierId;
}

/** Whatever else runs on the server holds the horizon down for a moment; a follower only gets there later. */
async function followUntil(notebook: Notebook, count: number): Promise<string[]> {
  for (let attempt = 0; attempt < 400 && notebook.seen.length < count; attempt += 1) {
    if ((await follow(db.database, notebook)) === 0) await pause(25);
  }
  return notebook.seen;
}

/** A follower that begins with what comes from now on. */
async function aNotebook(): Promise<Notebook> {
  const notebook = new Notebook(randomUUID());
  const { rows } = await db.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM dossier.events');
  await followUntil(notebook, rows[0]?.n ?? 0);
  notebook.seen.length = 0;
  return notebook;
}

describe('a follower of the event table', () => {
  it('does not pass over an event with a lower position that commits later', async () => {
    const notebook = await aNotebook();
    const slow = await db.pool.connect();
    await slow.query('BEGIN');
    const first = randomUUID();
    await slow.query('SELECT pg_current_xact_id()');
    await append(
      { query: async (sql, params) => (await slow.query(sql, [...(params ?? [])])).rows as never },
      first,
    );
    const second = await append(db.database);
    expect(await follow(db.database, notebook)).toBe(0);
    await slow.query('COMMIT');
    slow.release();
    expect(await followUntil(notebook, 2)).toEqual([first, second]);
  });

  it('does not pass over an event whose transaction began early and wrote late', async () => {
    const notebook = await aNotebook();
    const slow = await db.pool.connect();
    await slow.query('BEGIN');
    await slow.query('SELECT pg_current_xact_id()');
    const quick = await append(db.database);
    expect(await follow(db.database, notebook)).toBe(0);
    const late = randomUUID();
    await append(
      { query: async (sql, params) => (await slow.query(sql, [...(params ?? [])])).rows as never },
      late,
    );
    await slow.query('COMMIT');
    slow.release();
    expect((await followUntil(notebook, 2)).sort()).toEqual([quick, late].sort());
  });

  it('goes on from where it was when a batch failed', async () => {
    const notebook = await aNotebook();
    const events = [await append(db.database), await append(db.database)];
    notebook.failing = true;
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const outcome = await follow(db.database, notebook).catch((error: Error) => error.message);
      if (outcome === 'told to fail') break;
      await pause(25);
    }
    notebook.failing = false;
    expect(await followUntil(notebook, 2)).toEqual(events);
  });

  it('sees each committed event once, and no other, however writers and followers mix', async () => {
    const notebook = await aNotebook();
    const committed: string[] = [];
    const writers = Array.from({ length: 6 }, async (_each, writer) => {
      for (let n = 0; n < scaled(15, 500); n += 1) {
        const keep = (n + writer) % 4 !== 0;
        const id = randomUUID();
        await db.database
          .transaction(async (tx) => {
            if (n % 2 === 0) await tx.query('SELECT pg_current_xact_id()');
            await pause(((n * 7 + writer * 3) % 5) + 1);
            await append(tx, id);
            await pause((n * 5 + writer) % 4);
            if (!keep) throw new Error('rolled back on purpose');
          })
          .then(
            () => committed.push(id),
            () => undefined,
          );
      }
    });
    let writing = true;
    const following = Array.from({ length: 2 }, async () => {
      while (writing) if ((await follow(db.database, notebook, 7)) === 0) await pause(3);
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(following);
    await followUntil(notebook, committed.length);
    expect([...notebook.seen].sort()).toEqual(committed.sort());
  }, 600_000);
});
