import type { PartyId } from '@mocua/contract';
import type { CashDeskRule } from '@mocua/engine/payment';
import type { Database, SqlExecutor } from '@mocua/server/kernel';

export interface StoredCashDeskRule extends CashDeskRule {
  /** Decision or agreement that says so. */
  readonly basis: string;
}

interface Row extends Record<string, unknown>, StoredCashDeskRule {}

/** Which units take cash from which day on; rules are only added. */
export class CashDeskRules {
  constructor(private readonly database: Database) {}

  /** Every rule, the newest of a unit first: a few for each one-stop centre of the province. */
  async all(sql: SqlExecutor = this.database): Promise<StoredCashDeskRule[]> {
    return sql.query<Row>(
      `SELECT unit_id AS "unitId", kind, keeper, effective_from::text AS "from", basis FROM payment.cash_desk_rules
        ORDER BY unit_id, effective_from DESC`,
    );
  }

  /** Lets one decision about desks wait for the other, until the transaction ends. */
  async lock(tx: SqlExecutor): Promise<void> {
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('cash-desks', 1300))");
  }

  /** Whether it was added; false when the unit has a rule from that day. */
  async add(
    tx: SqlExecutor,
    rule: StoredCashDeskRule,
    set: { readonly by: PartyId | null; readonly at: Date },
  ): Promise<boolean> {
    const { unitId, kind, keeper, from, basis } = rule;
    const rows = await tx.query(
      `INSERT INTO payment.cash_desk_rules (unit_id, effective_from, kind, keeper, basis, set_by, set_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING unit_id`,
      [unitId, from, kind, keeper, basis, set.by, set.at],
    );
    return rows.length === 1;
  }
}
