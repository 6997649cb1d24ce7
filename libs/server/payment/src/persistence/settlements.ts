import type { DossierId, OrderId, PartyId } from '@mocua/contract';
import type { ReceiptNumber } from '@mocua/engine/dossier';
import type { Database, SqlExecutor } from '@mocua/server/kernel';
import { type Order, receiptSymbol } from '../domain/order';

export interface Settlement {
  readonly orderId: OrderId;
  readonly dossierId: DossierId;
  readonly dossierCode: string;
  readonly method: Order['method'];
  readonly transactionId: string | null;
  /** Integer đồng. */
  readonly amount: number;
  readonly charge: number;
  readonly fee: number;
  readonly paidAt: Date;
  readonly settledAt: Date;
  readonly receipt: ReceiptNumber;
  readonly collectedBy: PartyId | null;
}

/** What is known of money when an order is settled with it. */
export interface SettledBy {
  readonly transactionId: string | null;
  readonly paidAt: Date;
  readonly settledAt: Date;
  readonly agency: string;
  /** For cash: who took it, and the day of whose drawer it lies in. */
  readonly cash: { readonly cashier: PartyId; readonly unitId: string; readonly day: string } | null;
}

interface Row extends Record<string, unknown>, Omit<Settlement, 'amount' | 'charge' | 'fee' | 'receipt'> {
  readonly amount: string;
  readonly charge: string;
  readonly fee: string;
  readonly symbol: string;
  readonly year: number;
  readonly number: number;
}

const query = `SELECT s.order_id AS "orderId", s.dossier_id AS "dossierId", o.dossier_code AS "dossierCode", s.method,
    s.transaction_id AS "transactionId", s.amount, o.charge, o.fee, s.paid_at AS "paidAt", s.settled_at AS "settledAt",
    s.receipt_symbol AS symbol, s.receipt_year AS year, s.receipt_number AS number, s.collected_by AS "collectedBy"
  FROM payment.settlements s JOIN payment.orders o ON o.order_id = s.order_id`;

function toSettlement({ symbol, year, number, ...row }: Row): Settlement {
  const amounts = { amount: Number(row.amount), charge: Number(row.charge), fee: Number(row.fee) };
  return { ...row, ...amounts, receipt: { symbol, year, number } };
}

/** Orders that were paid, each once, with the numbers of their receipts. */
export class Settlements {
  constructor(private readonly database: Database) {}

  async byOrder(orderId: string, sql: SqlExecutor = this.database): Promise<Settlement | null> {
    const row = await sql.one<Row>(`${query} WHERE s.order_id = $1`, [orderId]);
    return row && toSettlement(row);
  }

  async ofDossier(dossierId: DossierId, sql: SqlExecutor = this.database): Promise<Settlement[]> {
    const rows = await sql.query<Row>(`${query} WHERE s.dossier_id = $1 ORDER BY s.settled_at`, [dossierId]);
    return rows.map(toSettlement);
  }

  async ofDrawer(unitId: string, cashier: PartyId, day: string): Promise<Settlement[]> {
    const rows = await this.database.query<Row>(
      `${query} WHERE s.method = 'cash' AND s.unit_id = $1 AND s.collected_by = $2 AND s.cash_day = $3 ORDER BY s.settled_at`,
      [unitId, cashier, day],
    );
    return rows.map(toSettlement);
  }

  /** Whether what an order pays was paid by another one. */
  async isOwedPaid(tx: SqlExecutor, order: Order): Promise<boolean> {
    const row = await tx.one(
      'SELECT 1 FROM payment.settlements WHERE dossier_id = $1 AND owed_since = $2 AND order_id <> $3',
      [order.dossierId, order.owedSince, order.orderId],
    );
    return row !== null;
  }

  /** The counter's row is locked until the commit, so a series has neither gaps nor doubles. */
  async add(tx: SqlExecutor, order: Order, by: SettledBy): Promise<ReceiptNumber> {
    // Years of receipts are years in Vietnam; the offset is seven hours all year.
    const year = new Date(by.settledAt.getTime() + 7 * 3_600_000).getUTCFullYear();
    const symbol = receiptSymbol(by.agency, year);
    const row = await tx.one<{ last: number }>(
      `INSERT INTO payment.receipt_counters (symbol, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (symbol, year) DO UPDATE SET last = receipt_counters.last + 1 RETURNING last`,
      [symbol, year],
    );
    const receipt = { symbol, year, number: row?.last ?? 0 };
    await tx.query(
      `INSERT INTO payment.settlements (order_id, dossier_id, owed_since, method, transaction_id, amount, paid_at, settled_at,
         receipt_symbol, receipt_year, receipt_number, collected_by, unit_id, cash_day)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        order.orderId,
        order.dossierId,
        order.owedSince,
        order.method,
        by.transactionId,
        order.amount,
        by.paidAt,
        by.settledAt,
        receipt.symbol,
        receipt.year,
        receipt.number,
        by.cash?.cashier ?? null,
        by.cash?.unitId ?? order.unitId,
        by.cash?.day ?? null,
      ],
    );
    return receipt;
  }
}
