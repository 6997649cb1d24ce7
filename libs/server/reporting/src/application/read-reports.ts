import { Injectable } from '@nestjs/common';
import type { ReportFigure, ReportStandingView, ReportView } from '@mocua/contract';
import { UnitDirectory, type UnitTree } from '@mocua/server/identity';
import { Clock, Database, problem, waitingInLanes } from '@mocua/server/kernel';
import type { Indicator } from '../domain/indicators';
import type { Month } from '../domain/month';
import { governmentReportsDestination } from '../domain/province-record';
import type { ReportLine } from '../domain/report';
import { deliveryOf } from '../domain/report-delivery';
import { ReportRows, type ReportStanding } from '../persistence/report-rows';
import { LookAtReport } from './look-at-report';

const shownDifferences = 200;
type Place = Pick<ReportLine, 'unit' | 'procedure' | 'indicator'>;

/** Reports as those who watch over them see them in the workspace. */
@Injectable()
export class ReadReports {
  constructor(
    private readonly reports: ReportRows,
    private readonly looking: LookAtReport,
    private readonly units: UnitDirectory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<{ items: ReportStandingView[] }> {
    return { items: await this.viewsOf(await this.reports.standings()) };
  }

  /** @throws Problem `report.not-found` */
  async standing(month: Month, version: number): Promise<ReportStandingView> {
    const ofMonth = (await this.reports.standings()).filter((each) => each.month === month);
    const found = (await this.viewsOf(ofMonth)).find((each) => each.version === version);
    if (!found) throw problem('report.not-found');
    return found;
  }

  /** @param unit - code of the unit whose lines are wanted. @throws Problem `report.not-found` */
  async one(month: Month, version: number, unit: string | null = null): Promise<ReportView> {
    const found = await this.looking.execute(month, version);
    if (!found) throw problem('report.not-found');
    const { report, indicators, differences } = found;
    const before = version === 1 ? null : await this.reports.find(month, version - 1);
    const [was, is] = [figuresOf(before?.lines ?? []), figuresOf(report.lines)];
    const nameOf = namesIn(await this.units.tree(), this.clock.today());
    const codes = [...new Set(report.lines.flatMap((line) => line.unit ?? []))];
    return {
      standing: await this.standing(month, version),
      digest: report.digest,
      indicators: indicators.map((indicator) => ({
        ...shownIndicator(indicator),
        total: is.get(keyOf({ unit: null, procedure: null, indicator: indicator.code })) ?? nothing,
      })),
      units: codes.map((code) => ({ code, name: nameOf(code) })),
      lines: report.lines.flatMap((line) =>
        line.unit === null || line.unit !== unit || line.procedure === null
          ? []
          : [{ procedure: line.procedure, indicator: line.indicator, figure: figureOf(line) }],
      ),
      differences: differences.slice(0, shownDifferences).map((each) => ({
        unit: each.unit,
        unitName: each.unit === null ? null : nameOf(each.unit),
        procedure: each.procedure,
        indicator: each.indicator,
        before: was.get(keyOf(each)) ?? null,
        after: is.get(keyOf(each)) ?? null,
      })),
      moreDifferences: Math.max(0, differences.length - shownDifferences),
    };
  }

  private async viewsOf(standings: readonly ReportStanding[]): Promise<ReportStandingView[]> {
    const months = [...new Set(standings.map(({ month }) => month))];
    const lanes = await waitingInLanes(this.database, governmentReportsDestination, months);
    const tree = await this.units.tree();
    return standings.map((each, index) => {
      const { releasedBy, month, version, computedAt, reason, releasedAt, answerable, receipt } = each;
      const delivery = deliveryOf(each, lanes.get(month));
      const by = releasedBy && {
        role: releasedBy.role,
        unit: tree.find(releasedBy.unitId)?.name ?? '',
      };
      // The newest version of a month stands first.
      const newest = standings[index - 1]?.month !== month;
      const made = { month, version, newest, computedAt, reason };
      return { ...made, releasedAt, answerable, releasedBy: by, delivery, receipt };
    });
  }
}

const nothing: ReportFigure = { numerator: 0, denominator: null };

function shownIndicator({ code, name, source, verified }: Indicator) {
  return { code, name, source, verified };
}

function figureOf({ numerator, denominator }: ReportLine): ReportFigure {
  return { numerator, denominator };
}

function figuresOf(lines: readonly ReportLine[]): ReadonlyMap<string, ReportFigure> {
  return new Map(lines.map((line) => [keyOf(line), figureOf(line)]));
}

function keyOf({ unit, procedure, indicator }: Place): string {
  return JSON.stringify([unit, procedure, indicator]);
}

/** A code that no unit has stands for itself. */
function namesIn(tree: UnitTree, date: string): (code: string) => string {
  return (code) => tree.byAgencyIdentifier(code, date)?.name ?? code;
}
