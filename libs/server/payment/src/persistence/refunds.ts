import type { DossierId, PartyId } from '@mocua/contract';
import type { Split } from '@mocua/engine/payment';
import type { Database, SqlExecutor } from '@mocua/server/kernel';

export interface Refund {
  readonly refundId: string;
  readonly transactionId: string | null;
  readonly orderId: string | null;
  /** Integer đồng. */
  readonly amount: number;
  /** Of a payment that was owed: its parts. Null for money that nobody owed. */
  readonly split: Split | null;
  /** What of the same payment went back before, in integer đồng. */
  readonly already: number;
  /** `requested` by an officer, or why nobody owed the money. */
  readonly why: string;
  readonly state: 'requested' | 'done';
}

interface Row extends Record<string, unknown>, Omit<Refund, 'amount' | 'already' | 'split'> {
  readonly amount: string;
  readonly already: string;
  readonly charge: string | null;
  readonly fee: string | null;
}

/** Money that goes back. */
export class Refunds {
  constructor(private readonly database: Database) {}

  async byId(refundId: string, sql: SqlExecutor = this.database): Promise<Refund | null> {
    const row = await sql.one<Row>(
      `SELECT refund_id AS "refundId", transaction_id AS "transactionId", order_id AS "orderId", amount, charge, fee, already,
         why, state
         FROM payment.refunds WHERE refund_id = $1`,
      [refundId],
    );
    if (!row) return null;
    const { charge, fee, ...rest } = row;
    const split = charge === null || fee === null ? null : { charge: Number(charge), fee: Number(fee) };
    return { ...rest, amount: Number(row.amount), already: Number(row.already), split };
  }

  /** What went back, or was asked to, of each order of a dossier. */
  async returnedOf(dossierId: DossierId, sql: SqlExecutor = this.database): Promise<Map<string, Split>> {
    const rows = await sql.query<{ order_id: string; charge: string; fee: string }>(
      `SELECT order_id, sum(r.charge)::text AS charge, sum(r.fee)::text AS fee
         FROM payment.refunds r JOIN payment.settlements s USING (order_id)
        WHERE s.dossier_id = $1 GROUP BY order_id`,
      [dossierId],
    );
    return new Map(
      rows.map((row) => [row.order_id, { charge: Number(row.charge), fee: Number(row.fee) }] as const),
    );
  }

  /** Whether it was added; false when the same part of the same payment goes back already. */
  async add(
    tx: SqlExecutor,
    refund: Omit<Refund, 'state'>,
    asked: { readonly at: Date; readonly by: PartyId | null; readonly note: string | null },
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO payment.refunds (refund_id, transaction_id, order_id, amount, charge, fee, already, why, note, requested_by, state, requested_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'requested', $11) ON CONFLICT DO NOTHING RETURNING refund_id`,
      [
        refund.refundId,
        refund.transactionId,
        refund.orderId,
        refund.amount,
        refund.split?.charge ?? null,
        refund.split?.fee ?? null,
        refund.already,
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
