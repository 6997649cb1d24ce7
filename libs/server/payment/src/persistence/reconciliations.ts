import type { Reconciliation } from '@mocua/contract';
import type { Database } from '@mocua/server/kernel';

interface Row extends Record<string, unknown>, Omit<Reconciliation, 'ranAt' | 'theirSum' | 'ourSum'> {
  readonly ranAt: Date;
  readonly theirSum: string;
  readonly ourSum: string;
}

/** How each day compared with the statement of the platform. */
export class Reconciliations {
  constructor(private readonly database: Database) {}

  async has(day: string): Promise<boolean> {
    return (await this.database.one('SELECT 1 FROM payment.reconciliations WHERE day = $1', [day])) !== null;
  }

  async latest(limit: number): Promise<Reconciliation[]> {
    const rows = await this.database.query<Row>(
      `SELECT day::text AS day, ran_at AS "ranAt", their_count AS "theirCount", their_sum AS "theirSum", our_count AS "ourCount",
              our_sum AS "ourSum", matched, differences
         FROM payment.reconciliations ORDER BY day DESC LIMIT $1`,
      [limit],
    );
    return rows.map((row) => ({
      ...row,
      ranAt: row.ranAt.toISOString(),
      theirSum: Number(row.theirSum),
      ourSum: Number(row.ourSum),
    }));
  }

  /** The last run of a day is the one that counts. */
  async write(result: Reconciliation): Promise<void> {
    await this.database.query(
      `INSERT INTO payment.reconciliations (day, ran_at, their_count, their_sum, our_count, our_sum, matched, differences)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (day) DO UPDATE SET ran_at = excluded.ran_at, their_count = excluded.their_count,
         their_sum = excluded.their_sum, our_count = excluded.our_count, our_sum = excluded.our_sum,
         matched = excluded.matched, differences = excluded.differences`,
      [
        result.day,
        result.ranAt,
        result.theirCount,
        result.theirSum,
        result.ourCount,
        result.ourSum,
        result.matched,
        result.differences,
      ],
    );
  }
}
