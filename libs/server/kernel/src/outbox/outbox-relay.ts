import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Database } from '../database';
import { Logger } from '../logger';
import { DestinationPace, jittered } from './destination-pace';
import type { OutboxHandler, OutboxRow } from './outbox';
import { DestinationUnavailable, type OutboxChunkHandler } from './outbox-chunks';

const maximumAttempts = 5;
const leaseSeconds = 60;
/** A chunk may ask its destination several times. */
const chunkLeaseSeconds = 120;
const longestWaitSeconds = 300;

interface ClaimedRow extends OutboxRow, Record<string, unknown> {
  /** Attempts that say nothing against the message, because the destination was down. */
  readonly forgiven: number;
}

/** Delivers outbox rows: only the head of each lane, so a lane stays in order and a dead letter blocks only its lane. */
@Injectable()
export class OutboxRelay {
  private readonly paces = new Map<string, DestinationPace>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Claims and delivers up to `limit` rows; answers how many were tried. The delivery runs outside any transaction. */
  async deliverBatch(handler: OutboxHandler, limit = 20): Promise<number> {
    const rows = await this.claim(handler.destination, limit, leaseSeconds);
    for (const row of rows) {
      try {
        await handler.deliver(row);
        await this.settle([row.id]);
      } catch (error) {
        await this.postpone(row, error);
      }
    }
    return rows.length;
  }

  /**
   * Claims and delivers some chunks side by side; answers how many rows were tried. A destination that does not answer
   * rests: nothing is claimed for it until its time has come, and its messages lose no attempt.
   */
  async deliverChunks(handler: OutboxChunkHandler): Promise<number> {
    const { destination, chunkSize, concurrency } = handler;
    const pace = this.paceOf(destination, chunkSize * concurrency);
    const limit = pace.limitAt(this.clock.now().getTime());
    if (limit === 0) return 0;
    const rows = await this.claim(destination, limit, chunkLeaseSeconds);
    if (rows.length === 0) return 0;
    const chunks = Array.from({ length: Math.ceil(rows.length / chunkSize) }, (_each, index) =>
      rows.slice(index * chunkSize, (index + 1) * chunkSize),
    );
    const outcomes = new Map<string, Error | null>();
    await Promise.all(
      chunks.map(async (chunk) => {
        const settled = await handler.deliverChunk(chunk).catch((error: unknown) => asError(error));
        for (const { id } of chunk)
          outcomes.set(id, settled instanceof Error ? settled : (settled.get(id) ?? null));
      }),
    );
    await this.settleChunks(rows, outcomes, pace);
    return rows.length;
  }

  private async settleChunks(
    rows: readonly ClaimedRow[],
    outcomes: ReadonlyMap<string, Error | null>,
    pace: DestinationPace,
  ): Promise<void> {
    const outcomeOf = (row: ClaimedRow): Error | null => outcomes.get(row.id) ?? null;
    const down = rows.filter((row) => outcomeOf(row) instanceof DestinationUnavailable);
    await this.settle(rows.filter((row) => outcomeOf(row) === null).map((row) => row.id));
    for (const row of rows) {
      const error = outcomeOf(row);
      if (error !== null && !(error instanceof DestinationUnavailable)) await this.postpone(row, error);
    }
    if (down.length === 0) return pace.answered();
    pace.unavailable(this.clock.now().getTime());
    this.logger.warn({ destination: down[0]?.destination, rows: down.length }, 'destination rests');
    await this.database.query(
      `UPDATE kernel.outbox SET forgiven = forgiven + 1, last_error = $2, next_attempt_at = $3
        WHERE id = ANY($1::bigint[]) AND state = 'pending'`,
      [down.map((row) => row.id), messageOf(down[0] && outcomeOf(down[0])), this.clock.iso()],
    );
  }

  private paceOf(destination: string, fullLimit: number): DestinationPace {
    const known = this.paces.get(destination);
    if (known) return known;
    const pace = new DestinationPace(fullLimit);
    this.paces.set(destination, pace);
    return pace;
  }

  /**
   * The conditions stand on the locked row, not on the head that was read before: PostgreSQL checks them again after it
   * got the lock, so a row that another relay took in between is not taken twice. Rows are looked at in the order they
   * were written, and the look ends with the limit, so that a long queue costs no more than a short one.
   */
  private async claim(destination: string, limit: number, lease: number): Promise<ClaimedRow[]> {
    const rows = await this.database.query<ClaimedRow>(
      `WITH due AS (
         SELECT o.id FROM kernel.outbox o
          WHERE o.destination = $1 AND o.state = 'pending' AND o.next_attempt_at <= $2
            AND (o.not_before IS NULL OR o.not_before <= $2) AND o.xid < pg_snapshot_xmin(pg_current_snapshot())
            AND NOT EXISTS (SELECT 1 FROM kernel.outbox earlier
                             WHERE earlier.destination = o.destination AND earlier.lane = o.lane
                               AND earlier.state <> 'delivered' AND earlier.id < o.id)
          ORDER BY o.id LIMIT $3 FOR UPDATE OF o SKIP LOCKED
       )
       UPDATE kernel.outbox o
          SET attempts = attempts + 1, next_attempt_at = $2::timestamptz + make_interval(secs => $4)
         FROM due WHERE o.id = due.id
       RETURNING o.id::text AS id, o.destination, o.lane, o.payload, o.attempts, o.forgiven`,
      [destination, this.clock.iso(), limit, lease],
    );
    return rows.sort((left, right) => Number(left.id) - Number(right.id));
  }

  private async settle(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.query(
      `UPDATE kernel.outbox SET state = 'delivered', delivered_at = $2 WHERE id = ANY($1::bigint[])`,
      [ids, this.clock.iso()],
    );
  }

  private async postpone(row: ClaimedRow, error: unknown): Promise<void> {
    const counted = row.attempts - row.forgiven;
    const dead = counted >= maximumAttempts;
    this.logger.warn(
      { outbox: row.id, destination: row.destination, attempts: row.attempts, dead, err: error },
      'delivery failed',
    );
    const wait = jittered(Math.min(longestWaitSeconds, 2 ** counted), Math.random);
    await this.database.query(
      `UPDATE kernel.outbox SET state = $2, last_error = $3, next_attempt_at = $4::timestamptz + make_interval(secs => $5) WHERE id = $1`,
      [row.id, dead ? 'dead' : 'pending', messageOf(error), this.clock.iso(), wait],
    );
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
