import type { SqlExecutor } from '../database';

/**
 * Has one message wait until an instant (ISO) although its destination answers; what lies behind it in its lane waits too.
 * For a handler that counts attempts itself and ends this one with `DestinationUnavailable`.
 */
export async function putOff(sql: SqlExecutor, id: string, until: string): Promise<void> {
  await sql.query('UPDATE kernel.outbox SET not_before = $2 WHERE id = $1', [id, until]);
}
