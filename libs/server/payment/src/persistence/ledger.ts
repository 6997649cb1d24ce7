import type { Account, Posting } from '@mocua/engine/payment';
import type { Database, SqlExecutor } from '@mocua/server/kernel';

/** The drawer of one cashier in one unit. */
export function drawerOf(unitId: string, cashier: string): Account {
  return `cash:${unitId}:${cashier}`;
}

/** The books: entries are added and never changed, which the database enforces. */
export class Ledger {
  constructor(private readonly database: Database) {}

  /**
   * @param journalId - follows from what is booked, so that nothing is booked twice
   * @param subject - reference of the order or id of the day the entries are about
   */
  async book(
    tx: SqlExecutor,
    journal: { readonly journalId: string; readonly at: Date; readonly subject: string },
    postings: readonly Posting[],
  ): Promise<void> {
    if (postings.length === 0) return;
    await tx.query(
      `INSERT INTO payment.entries (journal_id, booked_at, debit, credit, amount, subject)
       SELECT $1, $2, p.debit, p.credit, p.amount, $3
         FROM jsonb_to_recordset($4::jsonb) AS p(debit text, credit text, amount bigint)`,
      [journal.journalId, journal.at, journal.subject, JSON.stringify(postings)],
    );
  }

  /** Debits less credits of an account, in integer đồng. */
  async balance(account: Account, sql: SqlExecutor = this.database): Promise<number> {
    const row = await sql.one<{ balance: string }>(
      `SELECT (coalesce((SELECT sum(amount) FROM payment.entries WHERE debit = $1), 0)
             - coalesce((SELECT sum(amount) FROM payment.entries WHERE credit = $1), 0))::text AS balance`,
      [account],
    );
    return Number(row?.balance ?? 0);
  }
}
