import { createHash } from 'node:crypto';
import type { Indicator, IndicatorSet } from './indicators';
import type { Measure } from './measures';
import type { Month } from './month';

/** One number of a report. */
export interface ReportLine {
  /** Code of the unit in the catalogue of agencies; null for the whole province. */
  readonly unit: string | null;
  /** Null for all procedures together. */
  readonly procedure: string | null;
  readonly indicator: string;
  readonly numerator: number;
  /** Null for a count or a stock; 0 for a share of nothing. */
  readonly denominator: number | null;
}

/** What was counted of one unit and procedure: in the month, and up to its end. */
export interface Counted {
  readonly unit: string;
  readonly procedure: string;
  readonly inMonth: Readonly<Partial<Record<Measure, number>>>;
  readonly upToEnd: Readonly<Partial<Record<Measure, number>>>;
}

/** A number that is not what it was in the version before; null where there was no such line. */
export interface ReportDifference {
  readonly unit: string | null;
  readonly procedure: string | null;
  readonly indicator: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The lines of a report, the province first; lines in which there is nothing are left out below it. */
export function linesOf({ indicators }: IndicatorSet, counted: readonly Counted[]): ReportLine[] {
  const sorted = [...counted].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const detail = sorted.flatMap((each) =>
    indicators.flatMap((indicator) => {
      const line = lineOf(indicator, each);
      return line.numerator === 0 && (line.denominator ?? 0) === 0 ? [] : [line];
    }),
  );
  const totals = indicators.map((indicator): ReportLine => {
    const lines = detail.filter((line) => line.indicator === indicator.code);
    const isShare = indicator.kind === 'share';
    return {
      unit: null,
      procedure: null,
      indicator: indicator.code,
      numerator: lines.reduce((sum, line) => sum + line.numerator, 0),
      denominator: isShare ? lines.reduce((sum, line) => sum + (line.denominator ?? 0), 0) : null,
    };
  });
  return [...totals, ...detail];
}

function lineOf(indicator: Indicator, { unit, procedure, inMonth, upToEnd }: Counted): ReportLine {
  const { code, kind, counted, less, of } = indicator;
  const from = kind === 'stock' ? upToEnd : inMonth;
  const taken = less === undefined ? 0 : (from[less] ?? 0);
  return {
    unit,
    procedure,
    indicator: code,
    numerator: (from[counted] ?? 0) - taken,
    denominator: kind !== 'share' || of === undefined ? null : (from[of] ?? 0),
  };
}

/** The number as a person reads it: a count, or a share in percent with two decimals; `–` for a share of nothing. */
export function valueOf({ numerator, denominator }: ReportLine): string {
  if (denominator === null) return String(numerator);
  if (denominator === 0) return '–';
  return `${((100 * numerator) / denominator).toFixed(2)}% (${String(numerator)}/${String(denominator)})`;
}

/** SHA-256 of what a report says, hex: the same numbers of the same month under the same definitions give the same. */
export function digestOf(month: Month, indicatorSet: number, lines: readonly ReportLine[]): string {
  const rows = lines.map(({ unit, procedure, indicator, numerator, denominator }) => [
    ...[unit, procedure, indicator, numerator, denominator],
  ]);
  return createHash('sha256')
    .update(JSON.stringify([month, indicatorSet, rows]))
    .digest('hex');
}

/** What is different from one version of a report to the next, in the order of their lines. */
export function differencesBetween(
  before: readonly ReportLine[],
  after: readonly ReportLine[],
): ReportDifference[] {
  const old = new Map(before.map((line) => [keyOf(line), line]));
  const now = new Map(after.map((line) => [keyOf(line), line]));
  const gone = before.filter((line) => !now.has(keyOf(line)));
  return [
    ...after.map((line) => ({ line, was: old.get(keyOf(line)), is: line })),
    ...gone.map((line) => ({ line, was: line, is: undefined })),
  ].flatMap(({ line: { unit, procedure, indicator }, was, is }) => {
    const [earlier, later] = [was && valueOf(was), is && valueOf(is)];
    return earlier === later
      ? []
      : [{ unit, procedure, indicator, before: earlier ?? null, after: later ?? null }];
  });
}

function keyOf(line: { unit: string | null; procedure: string | null; indicator?: string }): string {
  return JSON.stringify([line.unit, line.procedure, line.indicator ?? null]);
}
