import { Injectable } from '@nestjs/common';
import { Database } from '@mocua/server/kernel';

/** Folds counter deltas into buckets. Sums stay the same at every moment, because one statement moves them. */
@Injectable()
export class FoldCounters {
  constructor(private readonly database: Database) {}

  /** Number of deltas that were folded. */
  async execute(limit = 5000): Promise<number> {
    const row = await this.database.one<{ folded: number }>(
      `WITH taken AS (
         DELETE FROM dossier.counter_deltas WHERE delta_id IN (
           SELECT delta_id FROM dossier.counter_deltas ORDER BY delta_id LIMIT $1 FOR UPDATE SKIP LOCKED
         ) RETURNING unit_id, queue, role, overdue_at, delta
       ), summed AS (
         SELECT unit_id, queue, role, overdue_at, sum(delta)::integer AS total FROM taken GROUP BY 1, 2, 3, 4 HAVING sum(delta) <> 0
         ORDER BY 1, 2, 3, 4
       ), folded AS (
         INSERT INTO dossier.counters AS c (unit_id, queue, role, overdue_at, total) SELECT * FROM summed
         ON CONFLICT (unit_id, queue, role, overdue_at) DO UPDATE SET total = c.total + excluded.total
       )
       SELECT count(*)::integer AS folded FROM taken`,
      [limit],
    );
    await this.database.query('DELETE FROM dossier.counters WHERE total = 0');
    return row?.folded ?? 0;
  }
}
