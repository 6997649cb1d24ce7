import type { PartyId } from '@mocua/contract';
import type { Database, SqlExecutor } from '@mocua/server/kernel';

export interface Refund {
  readonly refundId: string;
  readonly transactionId: string | null;
  readonly orderId: string | null;
  /** Integer đồng. */
  readonly amount: number;
  /** `requested` by an officer, or why nobody owed the money. */
  readonly why: string;
  readonly state: 'requested' | 'done';
}

/** Money that goes back. */
export class Refunds {
  constructor(private readonly database: Database) {}

  async byId(refundId: string, sql: SqlExecutor = this.database): Promise<Refund | null> {
    const row = await sql.one<Omit<Refund, 'amount'> & { amount: string } & Record<string, unknown>>(
      `SELECT refund_id AS "refundId", transaction_id AS "transactionId", order_id AS "orderId", amount, why, state
         FROM payment.refunds WHERE refund_id = $1`,
      [refundId],
    );
    return row && { ...row, amount: Number(row.amount) };
  }

  /** Whether it was added; false when the same payment goes back already. */
  async add(
    tx: SqlExecutor,
    refund: Omit<Refund, 'state'>,
    asked: { readonly at: Date; readonly by: PartyId | null; readonly note: string | null },
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO payment.refunds (refund_id, transaction_id, order_id, amount, why, note, requested_by, state, requested_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'requested', $8) ON CONFLICT DO NOTHING RETURNING refund_id`,
      [
        refund.refundId,
        refund.transactionId,
        refund.orderId,
        refund.amount,
        refund.why,
        asked.note,
        asked.by,
        asked.at,
      ],
    );
    return rows.length === 1;
  }

  /** Whether it was this call that ended it. */
  async finish(tx: SqlExecutor, refundId: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE payment.refunds SET state = 'done', done_at = $2 WHERE refund_id = $1 AND state = 'requested' RETURNING refund_id`,
      [refundId, at],
    );
    return rows.length === 1;
  }

  /** Money of a dossier that nobody owed and that goes back, in integer đồng. */
  async returningFor(dossierId: string): Promise<number> {
    const row = await this.database.one<{ sum: string | null }>(
      `SELECT sum(r.amount)::text AS sum FROM payment.refunds r
         JOIN payment.transactions t ON t.kind = 'payment' AND t.transaction_id = r.transaction_id
         JOIN payment.orders o ON o.reference = t.reference
        WHERE o.dossier_id = $1 AND r.order_id IS NULL`,
      [dossierId],
    );
    return Number(row?.sum ?? 0);
  }
}
