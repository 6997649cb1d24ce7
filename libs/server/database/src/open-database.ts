import { type Pool } from 'pg';
import { Database } from '@mocua/server/kernel';
import { DataSource } from 'typeorm';
import { migrations } from './migrations';

/** Where and how to connect. */
export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Told when an idle connection is lost. */
  readonly onIdleError?: (error: Error) => void;
}

/**
 * Opens the data source whose pool serves TypeORM and the hot statements alike.
 * `synchronize` is off for good: the schema is what the migrations say.
 */
export async function openDatabase(
  options: DatabaseOptions,
): Promise<{ source: DataSource; database: Database }> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize,
    synchronize: false,
    migrationsRun: false,
    migrations: [...migrations],
    migrationsTableName: 'schema_migrations',
    applicationName: 'mocua',
    extra: { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 },
  });
  await source.initialize();
  const pool = (source.driver as unknown as { master: Pool }).master;
  // A backend that dies while idle must not end the process; the next query opens a new connection.
  pool.on('error', (error) => options.onIdleError?.(error));
  return { source, database: new Database(pool) };
}

/** Applies what is missing, each migration in its own transaction, one process at a time. */
export async function migrateDatabase(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock(hashtext('mocua-migrations'))`);
    const applied = await source.runMigrations({ transaction: 'each' });
    return applied.map((migration) => migration.name);
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(hashtext('mocua-migrations'))`);
    await runner.release();
  }
}
