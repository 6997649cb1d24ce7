import { Injectable } from '@nestjs/common';
import { declaredIndicators, type Indicator } from '../domain/indicators';
import type { Month } from '../domain/month';
import { differencesBetween, type ReportDifference } from '../domain/report';
import { ReportRows, type StoredReport } from '../persistence/report-rows';

/** A version as whoever answers for it looks at it before it goes. */
export interface ReportToLookAt {
  readonly report: StoredReport;
  readonly indicators: readonly Indicator[];
  /** Against the version before; empty for the first. */
  readonly differences: readonly ReportDifference[];
}

/** Shows one version with its definitions and what is different from the one before. */
@Injectable()
export class LookAtReport {
  constructor(private readonly reports: ReportRows) {}

  /** @param version - null for the newest */
  async execute(month: Month, version: number | null = null): Promise<ReportToLookAt | null> {
    const report = await (version === null ? this.reports.newest(month) : this.reports.find(month, version));
    if (report === null) return null;
    const before = report.version === 1 ? null : await this.reports.find(month, report.version - 1);
    const set = declaredIndicators.find((each) => each.version === report.indicatorSet);
    return {
      report,
      indicators: set?.indicators ?? [],
      differences: before === null ? [] : differencesBetween(before.lines, report.lines),
    };
  }
}
