import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Database } from '../database';
import { Logger } from '../logger';
import type { OutboxHandler, OutboxRow } from './outbox';

const maximumAttempts = 5;
const leaseSeconds = 60;

/** Delivers outbox rows: only the head of each lane, so a lane stays in order and a dead letter blocks only its lane. */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Claims and delivers up to `limit` rows; answers how many were tried. The delivery runs outside any transaction. */
  async deliverBatch(handler: OutboxHandler, limit = 20): Promise<number> {
    const rows = await this.claim(handler.destination, limit);
    for (const row of rows) {
      try {
        await handler.deliver(row);
        await this.database.query(
          `UPDATE kernel.outbox SET state = 'delivered', delivered_at = $2 WHERE id = $1`,
          [row.id, this.clock.iso()],
        );
      } catch (error) {
        await this.postpone(row, error);
      }
    }
    return rows.length;
  }

  /**
   * The conditions stand on the locked row, not on the head that was read before: PostgreSQL checks them again after it
   * got the lock, so a row that another relay took in between is not taken twice.
   */
  private async claim(destination: string, limit: number): Promise<OutboxRow[]> {
    return this.database.query<OutboxRow & Record<string, unknown>>(
      `WITH heads AS (
         SELECT DISTINCT ON (lane) id
           FROM kernel.outbox
          WHERE destination = $1 AND state <> 'delivered' AND xid < pg_snapshot_xmin(pg_current_snapshot())
          ORDER BY lane, id
       ), due AS (
         SELECT o.id FROM kernel.outbox o JOIN heads h ON h.id = o.id
          WHERE o.state = 'pending' AND o.next_attempt_at <= $2 AND (o.not_before IS NULL OR o.not_before <= $2)
          ORDER BY o.id LIMIT $3 FOR UPDATE OF o SKIP LOCKED
       )
       UPDATE kernel.outbox o
          SET attempts = attempts + 1, next_attempt_at = $2::timestamptz + make_interval(secs => ${leaseSeconds})
         FROM due WHERE o.id = due.id
       RETURNING o.id::text AS id, o.destination, o.lane, o.payload, o.attempts`,
      [destination, this.clock.iso(), limit],
    );
  }

  private async postpone(row: OutboxRow, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    const dead = row.attempts >= maximumAttempts;
    this.logger.warn(
      { outbox: row.id, destination: row.destination, attempts: row.attempts, dead, err: error },
      'delivery failed',
    );
    await this.database.query(
      `UPDATE kernel.outbox SET state = $2, last_error = $3, next_attempt_at = $4::timestamptz + make_interval(secs => $5) WHERE id = $1`,
      [
        row.id,
        dead ? 'dead' : 'pending',
        message.slice(0, 500),
        this.clock.iso(),
        Math.min(300, 2 ** row.attempts),
      ],
    );
  }
}
