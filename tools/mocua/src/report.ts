import type { INestApplicationContext } from '@nestjs/common';
import {
  LookAtReport,
  type Prepared,
  PrepareReport,
  ReconcileReports,
  type Released,
  ReleaseReport,
  type ReportDifference,
  type ReportLine,
  ReportRows,
  valueOf,
} from '@mocua/server/reporting';

const refusals: Readonly<Record<Exclude<Prepared['outcome'], 'prepared' | 'unchanged'>, string>> = {
  'not-a-month': 'Name a month like 2026-10.',
  'not-over': 'This month has not ended.',
  behind: 'Not everything that happened is counted yet. Is the worker running? Try again in a moment.',
  'no-reason': 'The numbers are others than in the newest version: say why, with --reason "…".',
  'no-indicators': 'No indicators were in force in this month.',
};

const releases: Readonly<Record<Released, string>> = {
  released: 'It leaves now. See what became of it: npm run mocua -- report list',
  already: 'It was released before.',
  'not-found': 'There is no such report: npm run mocua -- report prepare <YYYY-MM>',
  'not-newest': 'There is a later version; only that one may go.',
  'nobody-answers': 'Name the office that answers for it, with --answerable "…".',
};

/** Makes a report of a month, or says why there is none; 1 when there is none. */
export async function prepareReport(
  domains: INestApplicationContext,
  month: string,
  reason: string | null,
): Promise<number> {
  const prepared = await domains.get(PrepareReport).execute(month, reason);
  if (!('report' in prepared)) {
    console.error(refusals[prepared.outcome]);
    return 1;
  }
  const { version } = prepared.report;
  const what = prepared.outcome === 'prepared' ? 'is prepared' : 'still says the same';
  console.log(`${month} version ${version} ${what}: npm run mocua -- report show ${month}`);
  return 0;
}

/** Prints a report with definitions and what is different from the version before. */
export async function showReport(
  domains: INestApplicationContext,
  month: string,
  { version, all }: { readonly version: number | null; readonly all: boolean },
): Promise<number> {
  const found = await domains.get(LookAtReport).execute(month, version);
  if (found === null) {
    console.error(releases['not-found']);
    return 1;
  }
  const { report, indicators, differences } = found;
  console.log(`${month} version ${report.version}, counted up to event ${report.state.position}`);
  console.log(`computed ${report.computedAt}, indicators version ${report.indicatorSet}, ${report.digest}`);
  if (report.reason !== null) console.log(`corrected because: ${report.reason}`);
  const linesOf = (code: string) => report.lines.filter((line) => line.indicator === code);
  for (const { code, name, source, verified } of indicators) {
    for (const line of linesOf(code)) {
      if (line.unit !== null && !all) continue;
      console.log(`  ${placeOf(line)}${name}: ${valueOf(line)}`);
    }
    if (all) console.log(`    ${verified ? '' : '[chưa kiểm chứng] '}${source}`);
  }
  if (report.version > 1) printDifferences(differences);
  return 0;
}

function printDifferences(differences: readonly ReportDifference[]): void {
  console.log(`${differences.length} differences from the version before`);
  for (const each of differences)
    console.log(`  ${placeOf(each)}${each.indicator}: ${each.before ?? '–'} -> ${each.after ?? '–'}`);
}

function placeOf({ unit, procedure }: Pick<ReportLine, 'unit' | 'procedure'>): string {
  return unit === null ? '' : `${unit} ${procedure ?? ''} `;
}

/** Lets the newest version of a month go. */
export async function releaseReport(
  domains: INestApplicationContext,
  month: string,
  { version, answerable }: { readonly version: number; readonly answerable: string },
): Promise<number> {
  const outcome = await domains.get(ReleaseReport).execute(month, version, answerable);
  const done = outcome === 'released' || outcome === 'already';
  (done ? console.log : console.error)(releases[outcome]);
  return done ? 0 : 1;
}

/** Lists all versions and what became of them. */
export async function listReports(domains: INestApplicationContext): Promise<number> {
  const standings = await domains.get(ReportRows).standings();
  for (const { month, version, releasedAt, answerable, receipt, reason } of standings) {
    const gone = releasedAt === null ? 'not released' : `released ${releasedAt} by ${answerable ?? ''}`;
    const taken = receipt === null ? '' : `, acknowledged as ${receipt}`;
    console.log(`${month} version ${version}: ${gone}${taken}${reason === null ? '' : ` (${reason})`}`);
  }
  if (standings.length === 0) console.log('There is no report yet.');
  return 0;
}

/** Compares with those we report to; 1 when something differs, or was not answered. */
export async function reconcileReports(domains: INestApplicationContext, asJson: boolean): Promise<number> {
  const found = await domains.get(ReconcileReports).execute();
  if (asJson) console.log(JSON.stringify(found));
  else {
    const { months, reports, records, recordsWaiting, unanswered } = found;
    console.log(`${months} months, ${reports.length} reports differ, ${unanswered} without an answer`);
    for (const { month, cause } of reports) console.log(`  ${month}  ${cause}`);
    console.log(
      `data store of the province: ${records.length} months differ, ${recordsWaiting} messages wait`,
    );
    for (const { month, ours, theirs } of records) console.log(`  ${month}  ours ${ours}, theirs ${theirs}`);
  }
  return found.reports.length + found.records.length + found.unanswered === 0 ? 0 : 1;
}
