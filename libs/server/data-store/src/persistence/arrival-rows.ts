import { Injectable } from '@nestjs/common';
import type { DossierId } from '@mocua/contract';
import { Database, type FollowedEvent, type SqlExecutor } from '@mocua/server/kernel';

/** Something of a dossier that belongs into its owner's store. */
export interface Arrival {
  readonly dossierId: DossierId;
  readonly eventSeq: number;
  readonly tries: number;
}

/** After this many tries an arrival waits for somebody to look at it. */
const mostTries = 8;

/** Rows of finished dossiers whose papers are still to be kept. */
@Injectable()
export class ArrivalRows {
  constructor(private readonly database: Database) {}

  async note(events: readonly FollowedEvent[], tx: SqlExecutor): Promise<void> {
    await tx.query(
      `INSERT INTO data_store.arrivals (dossier_id, event_seq, noted_at, next_try_at)
       SELECT dossier_id, seq, at, at FROM unnest($1::uuid[], $2::integer[], $3::timestamptz[]) AS e(dossier_id, seq, at)
       ON CONFLICT DO NOTHING`,
      [
        events.map((event) => event.dossierId),
        events.map((event) => event.seq),
        events.map((event) => event.occurredAt),
      ],
    );
  }

  waiting(now: Date, limit: number): Promise<Arrival[]> {
    return this.database.query<Arrival & Record<string, unknown>>(
      `SELECT dossier_id AS "dossierId", event_seq AS "eventSeq", tries FROM data_store.arrivals
       WHERE kept_at IS NULL AND tries < ${mostTries} AND next_try_at <= $1 ORDER BY next_try_at LIMIT $2`,
      [now, limit],
    );
  }

  async settle({ dossierId, eventSeq }: Arrival, at: Date): Promise<void> {
    await this.database.query(
      'UPDATE data_store.arrivals SET kept_at = $3 WHERE dossier_id = $1 AND event_seq = $2',
      [dossierId, eventSeq, at],
    );
  }

  /** Tries again later, each time after twice the pause. */
  async postpone({ dossierId, eventSeq, tries }: Arrival, now: Date): Promise<void> {
    await this.database.query(
      'UPDATE data_store.arrivals SET tries = tries + 1, next_try_at = $3 WHERE dossier_id = $1 AND event_seq = $2',
      [dossierId, eventSeq, new Date(now.getTime() + 30_000 * 2 ** tries)],
    );
  }
}
