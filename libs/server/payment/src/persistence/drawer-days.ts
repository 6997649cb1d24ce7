import type { UnitId } from '@mocua/contract';
import type { Database } from '@mocua/server/kernel';

/** A drawer on one day, as its receipts and its books say; sums in integer đồng. */
export interface DrawerDayRow extends Record<string, unknown> {
  readonly day: string;
  readonly unitId: UnitId;
  readonly cashier: string;
  readonly keeper: UnitId;
  readonly expected: string | null;
  readonly counted: string | null;
  /** Sum of the receipts, and the same as the books have it. */
  readonly taken: string;
  readonly booked: string;
  readonly returned: string;
}

const startOfDay = `(d.day::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`;
const withinDay = `e.booked_at >= ${startOfDay} AND e.booked_at < ${startOfDay} + interval '1 day'`;

/** Days of drawers, read to be compared. */
export class DrawerDays {
  constructor(private readonly database: Database) {}

  /** Of the unit and of those that collect for it, the newest day first, after the one that is named. */
  of(
    unitId: UnitId,
    after: { readonly day: string; readonly unitId: string; readonly cashier: string } | null,
    limit: number,
  ): Promise<DrawerDayRow[]> {
    return this.database.query<DrawerDayRow>(
      `WITH d AS (
         SELECT unit_id, cashier, day, kept_by, expected, counted, 'cash:' || unit_id || ':' || cashier AS drawer
           FROM payment.cash_days
          WHERE (unit_id = $1 OR kept_by = $1)
            AND ($2::date IS NULL OR day < $2 OR (day = $2 AND (unit_id, cashier) > ($3::uuid, $4::uuid)))
          ORDER BY day DESC, unit_id, cashier LIMIT $5
       )
       SELECT d.day::text AS day, d.unit_id AS "unitId", d.cashier, d.kept_by AS keeper, d.expected, d.counted,
              (SELECT coalesce(sum(s.amount), 0)::text FROM payment.settlements s
                WHERE s.method = 'cash' AND s.unit_id = d.unit_id AND s.collected_by = d.cashier AND s.cash_day = d.day) AS taken,
              (SELECT coalesce(sum(e.amount), 0)::text FROM payment.entries e
                WHERE e.debit = d.drawer AND e.credit IN ('charge', 'fee') AND ${withinDay}) AS booked,
              (SELECT coalesce(sum(e.amount), 0)::text FROM payment.entries e
                WHERE e.credit = d.drawer AND e.debit IN ('charge', 'fee') AND ${withinDay}) AS returned
         FROM d ORDER BY d.day DESC, d.unit_id, d.cashier`,
      [unitId, after?.day ?? null, after?.unitId ?? null, after?.cashier ?? null, limit],
    );
  }
}
