import type { DossierId, OrderId } from '@mocua/contract';
import type { Database, SqlExecutor } from '@mocua/server/kernel';
import { nextLookUp } from '@mocua/engine/payment';
import type { Order } from '../domain/order';

interface Row extends Record<string, unknown>, Omit<Order, 'charge' | 'fee' | 'amount'> {
  readonly charge: string;
  readonly fee: string;
  readonly amount: string;
}

const columns = `order_id AS "orderId", reference, dossier_id AS "dossierId", dossier_code AS "dossierCode",
  procedure_code AS "procedureCode", owed_since AS "owedSince", unit_id AS "unitId", method, charge, fee, amount, state,
  pay_url AS "payUrl", created_at AS "createdAt", expires_at AS "expiresAt"`;

function toOrder(row: Row): Order {
  return { ...row, charge: Number(row.charge), fee: Number(row.fee), amount: Number(row.amount) };
}

/** Orders, one open one for each dossier at most. */
export class Orders {
  constructor(private readonly database: Database) {}

  /** Lets one decision about the money of a dossier wait for the other, until the transaction ends. */
  async lockDossier(tx: SqlExecutor, dossierId: DossierId): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1300))', [dossierId]);
  }

  async byReference(reference: string, sql: SqlExecutor = this.database): Promise<Order | null> {
    const row = await sql.one<Row>(`SELECT ${columns} FROM payment.orders WHERE reference = $1`, [reference]);
    return row && toOrder(row);
  }

  async byId(orderId: string, sql: SqlExecutor = this.database): Promise<Order | null> {
    const row = await sql.one<Row>(`SELECT ${columns} FROM payment.orders WHERE order_id = $1`, [orderId]);
    return row && toOrder(row);
  }

  async openOf(dossierId: DossierId, sql: SqlExecutor = this.database): Promise<Order | null> {
    const row = await sql.one<Row>(
      `SELECT ${columns} FROM payment.orders WHERE dossier_id = $1 AND state = 'open'`,
      [dossierId],
    );
    return row && toOrder(row);
  }

  async add(tx: SqlExecutor, order: Order): Promise<void> {
    const lookUpAt = order.method === 'online' ? nextLookUp(order, 0, order.createdAt) : null;
    await tx.query(
      `INSERT INTO payment.orders (order_id, reference, dossier_id, dossier_code, procedure_code, owed_since, unit_id, method,
         charge, fee, amount, state, pay_url, created_at, expires_at, look_up_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        order.orderId,
        order.reference,
        order.dossierId,
        order.dossierCode,
        order.procedureCode,
        order.owedSince,
        order.unitId,
        order.method,
        order.charge,
        order.fee,
        order.amount,
        order.state,
        order.payUrl,
        order.createdAt,
        order.expiresAt,
        lookUpAt,
      ],
    );
  }

  async setPayUrl(orderId: OrderId, payUrl: string): Promise<void> {
    await this.database.query('UPDATE payment.orders SET pay_url = $2 WHERE order_id = $1', [
      orderId,
      payUrl,
    ]);
  }

  /** Nobody is looked after any more once it is settled. */
  async setState(tx: SqlExecutor, orderId: OrderId, state: Order['state']): Promise<void> {
    await tx.query(
      `UPDATE payment.orders SET state = $2, look_up_at = CASE WHEN $2 = 'settled' THEN NULL ELSE look_up_at END
        WHERE order_id = $1`,
      [orderId, state],
    );
  }

  /** Ends open orders whose time is over; the money of one may still come. */
  async expire(now: Date): Promise<number> {
    const rows = await this.database.query(
      `UPDATE payment.orders SET state = 'expired' WHERE state = 'open' AND expires_at <= $1 RETURNING order_id`,
      [now],
    );
    return rows.length;
  }

  /** Takes orders that it is time to ask about, and says when each is asked about next. */
  async takeForLookUp(now: Date, limit: number): Promise<Order[]> {
    const rows = await this.database.query<Row & { look_ups: number }>(
      `WITH due AS (
         SELECT order_id AS id FROM payment.orders WHERE look_up_at <= $1 ORDER BY look_up_at LIMIT $2 FOR UPDATE SKIP LOCKED
       )
       UPDATE payment.orders o SET look_ups = look_ups + 1, look_up_at = $1::timestamptz + interval '1 minute'
         FROM due WHERE o.order_id = due.id RETURNING look_ups, ${columns}`,
      [now, limit],
    );
    for (const row of rows)
      await this.database.query(
        'UPDATE payment.orders SET look_up_at = $2 WHERE order_id = $1 AND look_up_at IS NOT NULL',
        [row.orderId, nextLookUp(row, row.look_ups, now)],
      );
    return rows.map(toOrder);
  }
}
