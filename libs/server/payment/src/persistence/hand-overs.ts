import type { HandOver, HandOverId, PartyId, UnitId } from '@mocua/contract';
import { type Database, newId, type SqlExecutor } from '@mocua/server/kernel';
import type { Drawer } from './cash-days';

export interface HandOverRow extends Record<string, unknown> {
  readonly handOverId: HandOverId;
  readonly day: string;
  readonly unitId: UnitId;
  readonly keeper: UnitId;
  /** Integer đồng. */
  readonly amount: string;
  readonly handedAt: Date;
  readonly counted: string | null;
  readonly reason: string | null;
  readonly receivedBy: PartyId | null;
  readonly receivedAt: Date | null;
  readonly kind: NonNullable<HandOver['resolution']>['kind'] | null;
  readonly note: string | null;
  readonly resolvedBy: PartyId | null;
  readonly resolvedAt: Date | null;
  /** Nothing of it is left to be done. */
  readonly settled: boolean;
}

const query = `SELECT h.hand_over_id AS "handOverId", h.day::text AS day, h.unit_id AS "unitId", h.keeper, h.amount,
    h.handed_at AS "handedAt", r.counted, r.reason, r.received_by AS "receivedBy", r.received_at AS "receivedAt",
    e.kind, e.note, e.resolved_by AS "resolvedBy", e.resolved_at AS "resolvedAt",
    coalesce(r.counted = h.amount OR e.kind IS NOT NULL, false) AS settled
  FROM payment.hand_overs h LEFT JOIN payment.hand_over_receipts r USING (hand_over_id)
  LEFT JOIN payment.hand_over_resolutions e USING (hand_over_id)`;

/** Money on its way from a unit to the one it was collected for, what arrived, and how a difference ended; rows are only added. */
export class HandOvers {
  constructor(private readonly database: Database) {}

  async send(
    tx: SqlExecutor,
    { unitId, cashier, day }: Drawer,
    to: { readonly keeper: UnitId; readonly amount: number; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO payment.hand_overs (hand_over_id, unit_id, cashier, day, keeper, amount, handed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(to.at), unitId, cashier, day, to.keeper, to.amount, to.at],
    );
  }

  find(handOverId: HandOverId, sql: SqlExecutor = this.database): Promise<HandOverRow | null> {
    return sql.one<HandOverRow>(`${query} WHERE h.hand_over_id = $1`, [handOverId]);
  }

  /** Lets one decision about it wait for the other, until the transaction ends. */
  async lock(tx: SqlExecutor, handOverId: HandOverId): Promise<HandOverRow | null> {
    await tx.query('SELECT 1 FROM payment.hand_overs WHERE hand_over_id = $1 FOR UPDATE', [handOverId]);
    return this.find(handOverId, tx);
  }

  async receive(
    tx: SqlExecutor,
    handOverId: HandOverId,
    by: {
      readonly counted: number;
      readonly reason: string | null;
      readonly who: PartyId;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO payment.hand_over_receipts (hand_over_id, counted, reason, received_by, received_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [handOverId, by.counted, by.reason, by.who, by.at],
    );
  }

  async resolve(
    tx: SqlExecutor,
    handOverId: HandOverId,
    by: {
      readonly kind: NonNullable<HandOver['resolution']>['kind'];
      readonly note: string;
      readonly who: PartyId;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO payment.hand_over_resolutions (hand_over_id, kind, note, resolved_by, resolved_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [handOverId, by.kind, by.note, by.who, by.at],
    );
  }

  /** From the unit or to it: what is left to be done first, then the newest, after the one that is named. */
  of(
    unitId: UnitId,
    after: { readonly settled: boolean; readonly at: string; readonly id: string } | null,
    limit: number,
  ): Promise<HandOverRow[]> {
    return this.database.query<HandOverRow>(
      `SELECT * FROM (${query} WHERE h.keeper = $1 OR h.unit_id = $1) w
        WHERE $2::boolean IS NULL OR settled > $2
           OR (settled = $2 AND ("handedAt", "handOverId") < ($3::timestamptz, $4::uuid))
        ORDER BY settled, "handedAt" DESC, "handOverId" DESC LIMIT $5`,
      [unitId, after?.settled ?? null, after?.at ?? null, after?.id ?? null, limit],
    );
  }
}
