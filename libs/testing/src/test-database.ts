import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrateDatabase, openDatabase } from '@mocua/server/database';
import { Database, workspaceRoot } from '@mocua/server/kernel';
import { Client, escapeIdentifier, escapeLiteral, Pool } from 'pg';
import { joinTestCluster } from '../../../tools/local-postgres/src/shared-test-cluster.mjs';

/** A database of its own for one test file, with all migrations applied and nothing in it. */
export interface TestDatabase {
  /** Connection text, for code that opens its own pool. */
  readonly url: string;
  readonly pool: Pool;
  readonly database: Database;
  /** Closes the pool and drops the database, whoever else is still connected. */
  close(): Promise<void>;
}

/**
 * Gives a fresh migrated database: in `TEST_DATABASE_URL` when set (the role must be allowed to create databases), else
 * in the test cluster that all tests of this machine's user share. Costs some 50 ms once the template exists.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const { url: serverUrl, admin } = await joinServer();
  try {
    const template = await ensureTemplate(admin, serverUrl);
    const name = `mocua_test_${randomBytes(8).toString('hex')}`;
    await admin.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`);
    const url = urlOfDatabase(serverUrl, name);
    const pool = new Pool({ connectionString: url, max: 10, application_name: 'mocua-test' });
    pool.on('error', () => undefined); // dropping the database cuts idle connections
    return {
      url,
      pool,
      database: new Database(pool),
      close: async () => {
        await pool.end();
        await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
        await admin.end();
      },
    };
  } catch (error) {
    await admin.end();
    throw error;
  }
}

async function joinServer(): Promise<{ url: string; admin: Client }> {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) return joinTestCluster();
  const admin = new Client({ connectionString: url, application_name: 'mocua-test' });
  admin.on('error', () => undefined); // reported by the next query
  await admin.connect();
  return { url, admin };
}

/** Migrations run once per set of migrations; the lock makes other processes wait for the first. */
async function ensureTemplate(admin: Client, serverUrl: string): Promise<string> {
  const template = `mocua_template_${hashOfMigrations()}`;
  if (await exists(admin, template)) return template;
  await admin.query(`SELECT pg_advisory_lock(hashtext($1))`, [template]);
  try {
    if (await exists(admin, template)) return template;
    await dropOldTemplates(admin);
    const draft = `${template}_draft`;
    await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(draft)} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${escapeIdentifier(draft)} TEMPLATE template0`);
    await migrate(urlOfDatabase(serverUrl, draft));
    await admin.query(`ALTER DATABASE ${escapeIdentifier(draft)} RENAME TO ${escapeIdentifier(template)}`);
    await admin.query(
      `COMMENT ON DATABASE ${escapeIdentifier(template)} IS ${escapeLiteral(new Date().toISOString())}`,
    );
    return template;
  } finally {
    await admin.query(`SELECT pg_advisory_unlock(hashtext($1))`, [template]);
  }
}

async function migrate(url: string): Promise<void> {
  const { source } = await openDatabase({ url, poolSize: 2 });
  try {
    await migrateDatabase(source);
  } finally {
    await source.destroy();
  }
}

async function exists(admin: Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query(`SELECT 1 FROM pg_database WHERE datname = $1`, [name]);
  return rowCount === 1;
}

/** Templates of migrations that changed since; a day of grace for other work trees on the same server. */
async function dropOldTemplates(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database d JOIN pg_shdescription s ON s.objoid = d.oid
      WHERE datname LIKE 'mocua\\_template\\_%' AND s.description < $1`,
    [new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString()],
  );
  for (const { name } of rows) {
    await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  }
}

function hashOfMigrations(): string {
  const source = join(workspaceRoot(), 'libs/server/database/src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(source, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

function urlOfDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
