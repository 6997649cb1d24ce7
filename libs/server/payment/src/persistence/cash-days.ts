import type { PartyId, UnitId } from '@mocua/contract';
import { type Database, problem, type SqlExecutor } from '@mocua/server/kernel';

/** The drawer of one cashier in one unit on one day in Vietnam. */
export interface Drawer {
  readonly unitId: string;
  readonly cashier: PartyId;
  readonly day: string;
}

export interface CashDay extends Record<string, unknown> {
  readonly closedAt: Date | null;
  readonly expected: string | null;
  readonly counted: string | null;
  readonly note: string | null;
  /** Who keeps the money of the day. */
  readonly keeper: UnitId;
}

/** Days of drawers; a closed one takes no more money. */
export class CashDays {
  constructor(private readonly database: Database) {}

  find({ unitId, cashier, day }: Drawer): Promise<CashDay | null> {
    return this.database.one<CashDay>(
      `SELECT closed_at AS "closedAt", expected, counted, note, kept_by AS keeper FROM payment.cash_days
        WHERE unit_id = $1 AND cashier = $2 AND day = $3`,
      [unitId, cashier, day],
    );
  }

  /**
   * Holds the day until the transaction ends, and says who keeps its money: whoever did when it was opened.
   *
   * @throws Problem `payment.day-closed`
   */
  async open(tx: SqlExecutor, { unitId, cashier, day }: Drawer, keeper: UnitId): Promise<UnitId> {
    await tx.query(
      'INSERT INTO payment.cash_days (unit_id, cashier, day, kept_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [unitId, cashier, day, keeper],
    );
    const row = await tx.one<{ keeper: UnitId }>(
      `SELECT kept_by AS keeper FROM payment.cash_days
        WHERE unit_id = $1 AND cashier = $2 AND day = $3 AND closed_at IS NULL FOR UPDATE`,
      [unitId, cashier, day],
    );
    if (!row) throw problem('payment.day-closed');
    return row.keeper;
  }

  async close(
    tx: SqlExecutor,
    { unitId, cashier, day }: Drawer,
    closed: { readonly at: Date; readonly expected: number; readonly counted: number; readonly note: string },
  ): Promise<void> {
    await tx.query(
      `UPDATE payment.cash_days SET closed_at = $4, expected = $5, counted = $6, note = $7
        WHERE unit_id = $1 AND cashier = $2 AND day = $3`,
      [unitId, cashier, day, closed.at, closed.expected, closed.counted, closed.note],
    );
  }
}
