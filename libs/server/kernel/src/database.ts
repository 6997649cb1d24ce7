import type { Pool, PoolClient, QueryResultRow } from 'pg';

/** SQL access for view queries and for the few hot statements. Named statements are prepared once per connection. */
export interface SqlExecutor {
  query<Row extends QueryResultRow>(sql: string, params?: readonly unknown[], name?: string): Promise<Row[]>;
  /** First row, or null. */
  one<Row extends QueryResultRow>(
    sql: string,
    params?: readonly unknown[],
    name?: string,
  ): Promise<Row | null>;
}

type Queryable = Pick<PoolClient, 'query'>;

class Executor implements SqlExecutor {
  constructor(private readonly client: Queryable) {}

  async query<Row extends QueryResultRow>(
    sql: string,
    params: readonly unknown[] = [],
    name?: string,
  ): Promise<Row[]> {
    const result = await this.client.query<Row>({
      text: sql,
      values: [...params],
      ...(name ? { name } : {}),
    });
    return result.rows;
  }

  async one<Row extends QueryResultRow>(
    sql: string,
    params: readonly unknown[] = [],
    name?: string,
  ): Promise<Row | null> {
    return (await this.query<Row>(sql, params, name))[0] ?? null;
  }
}

/** The connection pool that TypeORM uses too, reached without its query layer. */
export class Database extends Executor {
  constructor(readonly pool: Pool) {
    super(pool as Queryable);
  }

  /** Runs `work` in one transaction; any error rolls back and is thrown on. No remote call may happen inside. */
  async transaction<T>(work: (tx: SqlExecutor) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    // A lost connection fails the statement under way and is told to the client as well; unheard, it would end the process.
    const lost = (error: Error): void => {
      broken = error;
    };
    client.on('error', lost);
    try {
      await client.query('BEGIN');
      const result = await work(new Executor(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((rollbackError: Error) => {
        // The connection is gone; the server rolls back by itself. The pool must not hand it out again.
        broken = rollbackError;
      });
      throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }
}

/** Name of the violated constraint when the error is a unique violation, else null. */
export function uniqueViolation(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && typeof constraint === 'string' ? constraint : null;
}
