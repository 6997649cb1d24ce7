import type { NationalProgress, NationalReport } from '@mocua/engine/dossier';
import { nationalPortalSource } from '@mocua/engine/dossier';
import { hasDigitised, paidHow } from './report-flags';
import type { ComparedFacts, PortalRecord, RecordedProgress } from './portal-dossier';

/** One thing that is not the same on both sides. */
export interface Difference {
  /** A name of {@link ComparedFacts}, or `progress`. */
  readonly what: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** What can be compared of our report. */
export function comparedFacts(report: NationalReport): ComparedFacts {
  return {
    procedure: report.procedure.code,
    // The wire has no code of its own for a kiosk.
    channel: report.channel === 'kiosk' ? 'online' : report.channel,
    filedNationally: report.sourceSystem === nationalPortalSource,
    status: report.status,
    submittedAt: report.submittedAt,
    receivedAt: report.receivedAt,
    refusedAt: report.refusedAt,
    dueAt: report.dueAt,
    originalDueAt: report.originalDueAt,
    completedAt: report.completedAt,
    returnedAt: report.returnedAt,
    identityVerified: report.identityVerified,
    hasDigitised: hasDigitised(report),
    paidHow: paidHow(report),
    files: report.files.length,
    supplements: report.supplements.length,
    results: report.results.map((result) => result.documentId),
  };
}

/** Everything that differs between our events and what the portal knows; instants to the second, as the wire holds them. */
export function differences(
  report: NationalReport,
  progress: readonly NationalProgress[],
  record: PortalRecord,
): Difference[] {
  const ours = comparedFacts(report);
  const names = Object.keys(ours) as (keyof ComparedFacts)[];
  const facts = names.flatMap((name): Difference[] => {
    const [left, right] = [shown(name, ours[name]), shown(name, record.facts[name])];
    return left === right ? [] : [{ what: name, ours: left, theirs: right }];
  });
  return [...facts, ...progressDifferences(progress, record.progress)];
}

function progressDifferences(
  ours: readonly NationalProgress[],
  theirs: readonly RecordedProgress[],
): Difference[] {
  const found: Difference[] = [];
  const told = new Map(ours.map((row) => [row.seq, row]));
  const seen = new Map<number, number>();
  for (const row of theirs) {
    const own = row.seq === null ? undefined : told.get(row.seq);
    if (own === undefined) {
      found.push({ what: 'progress', ours: null, theirs: rowText(row) });
      continue;
    }
    const times = (seen.get(own.seq) ?? 0) + 1;
    seen.set(own.seq, times);
    if (times > 1 || rowText(row) !== rowText(own))
      found.push({
        what: 'progress',
        ours: rowText(own),
        theirs: `${rowText(row)}${times > 1 ? ` × ${times}` : ''}`,
      });
  }
  for (const row of ours)
    if (!seen.has(row.seq)) found.push({ what: 'progress', ours: rowText(row), theirs: null });
  return found;
}

function rowText(row: RecordedProgress): string {
  return [
    `#${row.seq ?? '?'}`,
    toSecond(row.at),
    String(row.status),
    row.originalDueAt && toSecond(row.originalDueAt),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

function shown(name: keyof ComparedFacts, value: ComparedFacts[keyof ComparedFacts]): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return [...(value as readonly string[])].sort().join(', ');
  return name.endsWith('At') ? toSecond(value as string) : String(value);
}

function toSecond(instant: string): string {
  return `${instant.slice(0, 19)}Z`;
}
