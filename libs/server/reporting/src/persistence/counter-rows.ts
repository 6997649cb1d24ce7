import { Injectable } from '@nestjs/common';
import type { UnitId } from '@mocua/contract';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type { Delta, Measure } from '../domain/measures';
import type { Month } from '../domain/month';

/** Counters of one unit and procedure. */
export interface CountedPlace {
  readonly unitId: UnitId;
  readonly procedureCode: string;
  readonly inMonth: Readonly<Partial<Record<Measure, number>>>;
  readonly upToEnd: Readonly<Partial<Record<Measure, number>>>;
}

/** Up to which event the counters have counted. */
export interface CountedState {
  readonly xid: string;
  readonly position: string;
}

/** Name of the follower that counts. */
export const counterName = 'reporting';

/** Counters by month, unit, procedure and measure; only the follower writes them. */
@Injectable()
export class CounterRows {
  constructor(private readonly database: Database) {}

  async add(deltas: readonly Delta[], tx: SqlExecutor): Promise<void> {
    if (deltas.length === 0) return;
    const rows = deltas.map(({ month, unitId, procedureCode, measure, by }) => ({
      ...{ month, unit_id: unitId, procedure_code: procedureCode, measure, delta: by },
    }));
    await tx.query(
      `INSERT INTO reporting.counters AS c (month, unit_id, procedure_code, measure, total)
       SELECT month, unit_id, procedure_code, measure, delta
         FROM jsonb_to_recordset($1::jsonb) AS d(month text, unit_id uuid, procedure_code text, measure text, delta integer)
       ON CONFLICT (month, unit_id, procedure_code, measure) DO UPDATE SET total = c.total + excluded.total`,
      [JSON.stringify(rows)],
    );
  }

  /** Holds the follower where it is until the transaction ends; null before it ever counted. */
  state(tx: SqlExecutor): Promise<CountedState | null> {
    return tx.one<CountedState & Record<string, unknown>>(
      `SELECT xid::text AS xid, position::text AS position FROM kernel.follower_cursors WHERE name = $1 FOR SHARE`,
      [counterName],
    );
  }

  /** Whether something happened before an instant that is not counted yet. */
  async isBehind({ xid, position }: CountedState, before: string, tx: SqlExecutor): Promise<boolean> {
    const row = await tx.one<{ behind: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM dossier.events e
         WHERE (e.xid, e.position) > ($1::xid8, $2::bigint) AND e.occurred_at < $3::timestamptz) AS behind`,
      [xid, position, before],
    );
    return row?.behind ?? false;
  }

  /** What was counted in a month and up to its end. Adds up counters; no dossier is looked at. */
  async upTo(month: Month, tx: SqlExecutor): Promise<CountedPlace[]> {
    const rows = await tx.query<{
      unitId: UnitId;
      code: string;
      measure: Measure;
      here: number;
      upTo: number;
    }>(
      `SELECT unit_id AS "unitId", procedure_code AS code, measure,
              coalesce(sum(total) FILTER (WHERE month = $1), 0)::integer AS here, sum(total)::integer AS "upTo"
         FROM reporting.counters WHERE month <= $1 GROUP BY unit_id, procedure_code, measure`,
      [month],
      'reporting-up-to',
    );
    const places = new Map<string, { place: CountedPlace; rows: typeof rows }>();
    for (const row of rows) {
      const key = `${row.unitId} ${row.code}`;
      const known = places.get(key);
      if (known) known.rows.push(row);
      else
        places.set(key, {
          place: { unitId: row.unitId, procedureCode: row.code, inMonth: {}, upToEnd: {} },
          rows: [row],
        });
    }
    return [...places.values()].map(({ place, rows: counted }) => ({
      ...place,
      inMonth: Object.fromEntries(counted.map(({ measure, here }) => [measure, here])),
      upToEnd: Object.fromEntries(counted.map(({ measure, upTo }) => [measure, upTo])),
    }));
  }

  /** Dossiers by month of filing. */
  async filed(): Promise<ReadonlyMap<Month, number>> {
    const rows = await this.database.query<{ month: Month; filed: number }>(
      `SELECT month, sum(total)::integer AS filed FROM reporting.counters WHERE measure = 'filed'
        GROUP BY month HAVING sum(total) <> 0 ORDER BY month`,
    );
    return new Map(rows.map(({ month, filed }) => [month, filed]));
  }
}
