import type { SqlExecutor } from '../database';
import type { Database } from '../database';

/** One event as a follower reads it: ids and codes, no personal data. */
export interface FollowedEvent {
  readonly position: string;
  readonly dossierId: string;
  readonly seq: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly actor: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A projection that reads all events once and in a stable order. */
export abstract class EventProjection {
  abstract readonly name: string;
  /** Applies a batch inside the transaction that also moves the cursor. */
  abstract apply(events: readonly FollowedEvent[], tx: SqlExecutor): Promise<void>;
}

/**
 * Moves a projection forward by one batch. Reads only below the snapshot horizon: an event with a lower position may
 * still be uncommitted while a higher one is visible, and would otherwise be passed over for ever.
 */
export async function follow(database: Database, projection: EventProjection, limit = 500): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.query(`INSERT INTO kernel.follower_cursors (name) VALUES ($1) ON CONFLICT DO NOTHING`, [
      projection.name,
    ]);
    const cursor = await tx.one<{ xid: string; position: string }>(
      `SELECT xid::text AS xid, position::text AS position FROM kernel.follower_cursors WHERE name = $1 FOR UPDATE SKIP LOCKED`,
      [projection.name],
    );
    if (!cursor) return 0;
    const rows = await tx.query<FollowedEvent & { xid: string }>(
      `SELECT e.xid::text AS xid, e.position::text AS position, e.dossier_id AS "dossierId", e.seq, e.type,
              e.schema_version AS "schemaVersion", e.occurred_at AS "occurredAt", e.actor, e.payload
         FROM dossier.events e
        WHERE (e.xid, e.position) > ($1::xid8, $2::bigint) AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY e.xid, e.position LIMIT $3`,
      [cursor.xid, cursor.position, limit],
    );
    const last = rows.at(-1);
    if (!last) return 0;
    await projection.apply(rows, tx);
    await tx.query(`UPDATE kernel.follower_cursors SET xid = $2::xid8, position = $3 WHERE name = $1`, [
      projection.name,
      last.xid,
      last.position,
    ]);
    return rows.length;
  });
}
