import type { SqlExecutor } from '../database';

/** A message that was put aside after its last attempt, or that waits. */
export interface QueuedMessage {
  readonly id: string;
  readonly destination: string;
  readonly lane: string;
  readonly state: 'pending' | 'dead';
  readonly attempts: number;
  /** Why the last attempt failed, without personal data; null when there was none. */
  readonly lastError: string | null;
  /** Messages of the same lane that wait behind it, counted up to a hundred. */
  readonly behind: number;
}

const pageSize = 50;
const countedBehind = 100;

/** Dead letters of a destination, the oldest first; `after` is the id of the last one seen. */
export async function listDeadLetters(
  sql: SqlExecutor,
  destination: string,
  after = '0',
): Promise<QueuedMessage[]> {
  return sql.query<QueuedMessage & Record<string, unknown>>(
    `SELECT o.id::text AS id, o.destination, o.lane, o.state, o.attempts, o.last_error AS "lastError",
            (SELECT count(*)::integer FROM (SELECT 1 FROM kernel.outbox b WHERE b.destination = o.destination
                AND b.lane = o.lane AND b.state <> 'delivered' AND b.id > o.id LIMIT ${countedBehind}) waiting) AS behind
       FROM kernel.outbox o WHERE o.destination = $1 AND o.state = 'dead' AND o.id > $2::bigint
      ORDER BY o.id LIMIT ${pageSize}`,
    [destination, after],
  );
}

/** How many messages of a destination wait, counted up to `cap`, and since when the oldest has been tried in vain. */
export async function waitingFor(
  sql: SqlExecutor,
  destination: string,
  cap = 1000,
): Promise<{ readonly waiting: number; readonly lastError: string | null }> {
  const row = await sql.one<{ waiting: number; lastError: string | null }>(
    `SELECT (SELECT count(*)::integer FROM (SELECT 1 FROM kernel.outbox WHERE destination = $1 AND state = 'pending' LIMIT $2) w)
              AS waiting,
            (SELECT last_error FROM kernel.outbox WHERE destination = $1 AND state = 'pending' ORDER BY id LIMIT 1) AS "lastError"`,
    [destination, cap],
  );
  return row ?? { waiting: 0, lastError: null };
}

/** How many messages were put aside, by destination; all together counted up to `cap`. */
export async function deadByDestination(sql: SqlExecutor, cap = 1000): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ destination: string; dead: number }>(
    `SELECT destination, count(*)::integer AS dead
       FROM (SELECT destination FROM kernel.outbox WHERE state = 'dead' LIMIT $1) d GROUP BY destination`,
    [cap],
  );
  return new Map(rows.map(({ destination, dead }) => [destination, dead]));
}

/**
 * Makes a dead message deliverable again; the messages behind it in its lane follow. That it was tried before stays on
 * record, because it may have had its effect.
 */
export async function replayDeadLetter(sql: SqlExecutor, id: string, destination?: string): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE kernel.outbox SET state = 'pending', forgiven = attempts, next_attempt_at = '-infinity', last_error = NULL
      WHERE id = $1 AND state = 'dead' AND destination = coalesce($2, destination) RETURNING id`,
    [id, destination ?? null],
  );
  return rows.length === 1;
}

/** What waits in some lanes of a destination; a lane in which nothing waits is absent. */
export async function waitingInLanes(
  sql: SqlExecutor,
  destination: string,
  lanes: readonly string[],
): Promise<ReadonlyMap<string, { readonly waiting: number; readonly dead: boolean }>> {
  const rows = await sql.query<{ lane: string; waiting: number; dead: boolean }>(
    `SELECT lane, count(*)::integer AS waiting, bool_or(state = 'dead') AS dead FROM kernel.outbox
      WHERE destination = $1 AND lane = ANY($2::text[]) AND state <> 'delivered' GROUP BY lane`,
    [destination, lanes],
  );
  return new Map(rows.map(({ lane, waiting, dead }) => [lane, { waiting, dead }]));
}
