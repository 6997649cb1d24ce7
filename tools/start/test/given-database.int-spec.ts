import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDatabase, type TestDatabase } from '@mocua/testing';
import { demandUsable, faultsOf } from '../src/given-database.mjs';

let db: TestDatabase;
beforeAll(async () => {
  db = await startTestDatabase();
}, 60_000);
afterAll(() => db.close());

/** The address of the test database with one part of it changed. */
function address(change: (url: URL) => void): string {
  const url = new URL(db.url);
  change(url);
  return url.href;
}

describe('the database of DATABASE_URL', () => {
  it('is taken when the portal can live in it', async () => {
    await expect(demandUsable(db.url)).resolves.toBeUndefined();
  });

  it.each(['mocua', 'mysql://localhost/mocua', 'postgres//localhost'])(
    'is refused when %s is no address of a PostgreSQL',
    async (url) => {
      await expect(demandUsable(url)).rejects.toThrow(/of the form postgres:\/\//u);
    },
  );

  it('is told how to be made when the server does not have it', async () => {
    const url = address((each) => (each.pathname = '/công%20dân'));
    await expect(demandUsable(url)).rejects.toThrow(`CREATE DATABASE "công dân" ENCODING 'UTF8';`);
  });

  it('is told to be started when nothing listens', async () => {
    const url = address((each) => (each.port = '1'));
    await expect(demandUsable(url)).rejects.toThrow(/Nothing listens there\. Start PostgreSQL/u);
  });

  it('never shows the password', async () => {
    const url = address((each) => {
      each.password = 'bi-mat-0900000';
      each.pathname = '/khong-co';
    });
    await expect(demandUsable(url)).rejects.toThrow(
      expect.not.stringContaining('bi-mat') as unknown as string,
    );
  });

  it('is refused with everything that is wrong with it', () => {
    expect(faultsOf({ version: 14, encoding: 'SQL_ASCII', may_create: false })).toEqual([
      'PostgreSQL 14 is too old. Use version 15 or newer.',
      "The database keeps text as SQL_ASCII. Create it with ENCODING 'UTF8'.",
      'The user may not make schemas. GRANT CREATE ON DATABASE to it.',
    ]);
    expect(faultsOf({ version: 18, encoding: 'UTF8', may_create: true })).toEqual([]);
  });
});
