import { createHash } from 'node:crypto';
import type { Database, SqlExecutor } from '@mocua/server/kernel';
import type { PlatformMovement, WireMessage } from '../ports';

/** From where a movement was learned. */
export type LearnedFrom = 'callback' | 'look-up' | 'statement' | 'refund';

interface Row extends Record<string, unknown> {
  readonly kind: PlatformMovement['kind'];
  readonly transactionId: string;
  readonly reference: string;
  readonly amount: string;
  readonly paidAt: Date;
}

/** Every movement of the platform we know of, each once, and every callback as it was judged. */
export class Movements {
  constructor(private readonly database: Database) {}

  /** Whether it was news. */
  async add(
    tx: SqlExecutor,
    movement: PlatformMovement,
    learned: { readonly from: LearnedFrom; readonly at: Date; readonly verdict: string },
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO payment.transactions (transaction_id, kind, reference, amount, happened_at, learned_from, learned_at, verdict)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING transaction_id`,
      [
        movement.transactionId,
        movement.kind,
        movement.reference,
        movement.amount,
        movement.paidAt,
        learned.from,
        learned.at,
        learned.verdict,
      ],
    );
    return rows.length === 1;
  }

  async isKnown(
    sql: SqlExecutor,
    { kind, transactionId }: Pick<PlatformMovement, 'kind' | 'transactionId'>,
  ): Promise<boolean> {
    const row = await sql.one('SELECT 1 FROM payment.transactions WHERE kind = $1 AND transaction_id = $2', [
      kind,
      transactionId,
    ]);
    return row !== null;
  }

  /** Movements of a day in Vietnam. */
  async ofDay(day: string): Promise<PlatformMovement[]> {
    const rows = await this.database.query<Row>(
      `SELECT kind, transaction_id AS "transactionId", reference, amount, happened_at AS "paidAt" FROM payment.transactions
        WHERE happened_at >= $1::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
          AND happened_at < ($1::timestamp + interval '1 day') AT TIME ZONE 'Asia/Ho_Chi_Minh'`,
      [day],
    );
    return rows.map((row) => ({ ...row, amount: Number(row.amount), paidAt: row.paidAt.toISOString() }));
  }

  async noteCallback(
    message: WireMessage,
    noted: {
      readonly at: Date;
      readonly verdict: string;
      readonly reference: string | null;
      readonly transactionId: string | null;
    },
  ): Promise<void> {
    const digest = createHash('sha256').update(JSON.stringify(message)).digest();
    await this.database.query(
      'INSERT INTO payment.callbacks (received_at, digest, reference, transaction_id, verdict) VALUES ($1, $2, $3, $4, $5)',
      [noted.at, digest, noted.reference, noted.transactionId, noted.verdict],
    );
  }
}
