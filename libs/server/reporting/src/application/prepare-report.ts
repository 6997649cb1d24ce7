import { Injectable } from '@nestjs/common';
import { UnitDirectory, type UnitTree } from '@mocua/server/identity';
import { Clock, Database } from '@mocua/server/kernel';
import { declaredIndicators, indicatorsIn } from '../domain/indicators';
import { endOf, isMonth, type Month } from '../domain/month';
import { type Counted, digestOf, linesOf } from '../domain/report';
import { unitCodeOf } from '../domain/unit-code';
import { type CountedPlace, CounterRows } from '../persistence/counter-rows';
import { ReportRows, type StoredReport } from '../persistence/report-rows';

/**
 * What came of it.
 *
 * - `prepared`: there is a new version; `unchanged`: the numbers are those of the newest one
 * - `not-over`: the month has not ended; `behind`: not everything that happened in it is counted yet; try again in a moment
 * - `no-reason`: the numbers are others, and a correction says why; `no-indicators`: none were in force
 */
export type Prepared =
  | { readonly outcome: 'prepared' | 'unchanged'; readonly report: StoredReport }
  | { readonly outcome: 'not-a-month' | 'not-over' | 'behind' | 'no-reason' | 'no-indicators' };

/** Makes a report of a month out of what was counted. What is kept once never changes; other numbers are another version. */
@Injectable()
export class PrepareReport {
  constructor(
    private readonly database: Database,
    private readonly counters: CounterRows,
    private readonly reports: ReportRows,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  /** @param reason - why there is another version; not needed for the first */
  async execute(month: Month, reason: string | null = null): Promise<Prepared> {
    if (!isMonth(month)) return { outcome: 'not-a-month' };
    const now = this.clock.iso();
    if (endOf(month) > now) return { outcome: 'not-over' };
    const set = indicatorsIn(declaredIndicators, month);
    if (set === null) return { outcome: 'no-indicators' };
    const tree = await this.units.tree();
    return this.database.transaction(async (tx): Promise<Prepared> => {
      // Held until the end, so that nobody counts on meanwhile and no second version is made beside this one.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('reporting'))`);
      const state = await this.counters.state(tx);
      if (state === null || (await this.counters.isBehind(state, endOf(month), tx)))
        return { outcome: 'behind' };
      const counted = await this.counters.upTo(month, tx);
      const lines = linesOf(set, byCode(counted, tree));
      const digest = digestOf(month, set.version, lines);
      const newest = await this.reports.newest(month, tx);
      if (newest?.digest === digest) return { outcome: 'unchanged', report: newest };
      const why = reason?.normalize('NFC').trim() ?? '';
      if (newest !== null && why === '') return { outcome: 'no-reason' };
      const report: StoredReport = {
        ...{ month, indicatorSet: set.version, lines, digest, state, computedAt: now },
        version: (newest?.version ?? 0) + 1,
        reason: newest === null ? null : why,
      };
      await this.reports.add(report, tx);
      return { outcome: 'prepared', report };
    });
  }
}

/** Units of the same code are one. */
function byCode(counted: readonly CountedPlace[], tree: UnitTree): Counted[] {
  const places = new Map<string, Counted>();
  for (const { unitId, procedureCode: procedure, inMonth, upToEnd } of counted) {
    const unit = unitCodeOf(tree, unitId);
    const key = `${unit} ${procedure}`;
    const known = places.get(key);
    places.set(key, {
      ...{ unit, procedure },
      inMonth: added(known?.inMonth, inMonth),
      upToEnd: added(known?.upToEnd, upToEnd),
    });
  }
  return [...places.values()];
}

function added(left: Counted['inMonth'] = {}, right: Counted['inMonth']): Counted['inMonth'] {
  const sums = new Map(Object.entries(left));
  for (const [measure, total] of Object.entries(right)) sums.set(measure, (sums.get(measure) ?? 0) + total);
  return Object.fromEntries(sums);
}
