import { afterAll, describe, expect, it } from '@jest/globals';
import { startTestDatabase } from '@mocua/testing';
import type { TestDatabase } from '@mocua/testing';

describe('a test database', () => {
  const opened: TestDatabase[] = [];
  const open = async () => {
    const database = await startTestDatabase();
    opened.push(database);
    return database;
  };
  afterAll(() => Promise.all(opened.map((database) => database.close())));

  it('has every migration applied', async () => {
    const { database } = await open();
    const row = await database.one<{ n: number }>('SELECT count(*)::int AS n FROM schema_migrations');
    expect(row?.n).toBeGreaterThan(0);
  });

  it('shares nothing with another one', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    await first.database.query('CREATE TABLE only_here (id int)');
    expect(await second.database.query(`SELECT 1 FROM pg_tables WHERE tablename = 'only_here'`)).toEqual([]);
  });

  it('can fold Vietnamese letters', async () => {
    const { database } = await open();
    await database.query('CREATE EXTENSION IF NOT EXISTS unaccent');
    await database.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    const row = await database.one(`SELECT unaccent('Đường') AS folded, lower('ĐƯỜNG') AS small`);
    expect(row).toEqual({ folded: 'Duong', small: 'đường' });
  });

  it('is gone after close', async () => {
    const gone = await startTestDatabase();
    const other = await open();
    await gone.close();
    const name = new URL(gone.url).pathname.slice(1);
    expect(await other.database.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).toEqual([]);
  });
});
