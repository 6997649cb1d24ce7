import { Injectable } from '@nestjs/common';
import { Database, waitingFor, waitingInLanes } from '@mocua/server/kernel';
import type { Month } from '../domain/month';
import { governmentReportsDestination, provinceStoreDestination } from '../domain/province-record';
import { type ReportCause, reportCauseOf } from '../domain/report-cause';
import { CounterRows } from '../persistence/counter-rows';
import { ReportRows, type ReportStanding } from '../persistence/report-rows';
import { GovernmentReports, ProvinceStore, ReportingDown } from '../ports';

/** What differs between us and those we report to. */
export interface ReportingDifferences {
  readonly months: number;
  readonly reports: readonly { readonly month: Month; readonly cause: ReportCause }[];
  /** Dossiers by month of filing: ours, and what the data store of the province has. */
  readonly records: readonly { readonly month: Month; readonly ours: number; readonly theirs: number }[];
  /** Messages about dossiers that have not left yet, counted up to a thousand. */
  readonly recordsWaiting: number;
  /** Questions that were not answered. */
  readonly unanswered: number;
}

/** Compares what was released with what the Government acknowledges, and what was counted with what the store has. Changes nothing. */
@Injectable()
export class ReconcileReports {
  constructor(
    private readonly reports: ReportRows,
    private readonly counters: CounterRows,
    private readonly government: GovernmentReports,
    private readonly store: ProvinceStore,
    private readonly database: Database,
  ) {}

  async execute(): Promise<ReportingDifferences> {
    const standings = await this.reports.standings();
    const months = [...new Set(standings.map(({ month }) => month))];
    const [reports, unansweredReports] = await this.compareReports(months, standings);
    const [records, unansweredRecords] = await this.compareRecords();
    const { waiting } = await waitingFor(this.database, provinceStoreDestination);
    return {
      months: months.length,
      reports,
      records,
      recordsWaiting: waiting,
      unanswered: unansweredReports + unansweredRecords,
    };
  }

  private async compareReports(months: readonly Month[], standings: readonly ReportStanding[]) {
    const waiting = await waitingInLanes(this.database, governmentReportsDestination, months);
    const found: { month: Month; cause: ReportCause }[] = [];
    let unanswered = 0;
    for (const month of months) {
      const theirs = await answered(() => this.government.find(month));
      if (theirs === 'no-answer') {
        unanswered += 1;
        continue;
      }
      // Newest versions come first.
      const ours = standings.find((each) => each.month === month && each.releasedAt !== null) ?? null;
      const cause = reportCauseOf({ ours, theirs, waiting: waiting.get(month) ?? null });
      if (cause !== null) found.push({ month, cause });
    }
    return [found, unanswered] as const;
  }

  private async compareRecords() {
    const [ours, theirs] = await Promise.all([this.counters.filed(), answered(() => this.store.totals())]);
    if (theirs === 'no-answer') return [[], 1] as const;
    const months = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
    const different = months
      .map((month) => ({ month, ours: ours.get(month) ?? 0, theirs: theirs.get(month) ?? 0 }))
      .filter((each) => each.ours !== each.theirs);
    return [different, 0] as const;
  }
}

async function answered<T>(ask: () => Promise<T>): Promise<T | 'no-answer'> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ReportingDown) return 'no-answer';
    throw error;
  }
}
