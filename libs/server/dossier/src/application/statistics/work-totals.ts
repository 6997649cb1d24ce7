import { Injectable } from '@nestjs/common';
import type { UnitId } from '@mocua/contract';
import { UnitDirectory } from '@mocua/server/identity';
import { Clock, Database } from '@mocua/server/kernel';
import { unitName } from '../views/dossier-reader';

/** Open work of one unit in one queue. */
export interface WorkTotal {
  readonly unit: { readonly unitId: UnitId; readonly name: string };
  readonly queue: string;
  readonly open: number;
  readonly overdue: number;
}

/** Adds up the counters of all units; no dossier is looked at. */
@Injectable()
export class WorkTotals {
  constructor(
    private readonly database: Database,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<WorkTotal[]> {
    const rows = await this.database.query<{ unitId: UnitId; queue: string; open: number; overdue: number }>(
      `SELECT unit_id AS "unitId", queue, sum(n)::integer AS open,
              coalesce(sum(n) FILTER (WHERE overdue_at < $1), 0)::integer AS overdue
         FROM (SELECT unit_id, queue, overdue_at, total AS n FROM dossier.counters
               UNION ALL SELECT unit_id, queue, overdue_at, delta AS n FROM dossier.counter_deltas) counted
        GROUP BY unit_id, queue HAVING sum(n) > 0 ORDER BY unit_id, queue`,
      [this.clock.iso()],
      'work-totals',
    );
    const tree = await this.units.tree();
    return rows.map(({ unitId, ...row }) => ({ unit: { unitId, name: unitName(tree, unitId) }, ...row }));
  }
}
