import type { ProvinceRecord } from './domain/province-record';
import type { Month } from './domain/month';
import type { ReportLine } from './domain/report';

/** A report as it leaves. */
export interface OutgoingReport {
  readonly month: Month;
  readonly version: number;
  readonly indicatorSet: number;
  /** SHA-256 of month, set and lines, hex. */
  readonly digest: string;
  /** Why there is another version; null for the first. */
  readonly reason: string | null;
  readonly lines: readonly ReportLine[];
}

/** What the other side says it has of a month: its newest version. */
export interface AcknowledgedReport {
  readonly version: number;
  readonly digest: string;
  readonly receipt: string;
  readonly lines: number;
}

/** The other side does not answer; nothing is known against the message. */
export class ReportingDown extends Error {
  constructor(cause: unknown) {
    super('the receiver of reports does not answer', { cause });
    this.name = 'ReportingDown';
  }
}

/** The reporting system of the Government. */
export abstract class GovernmentReports {
  /** Sent twice it is one report over there. @returns number of its receipt @throws ReportingDown */
  abstract send(report: OutgoingReport): Promise<string>;
  /** Null when it has none of that month. @throws ReportingDown */
  abstract find(month: Month): Promise<AcknowledgedReport | null>;
}

/** The shared data store of the province. */
export abstract class ProvinceStore {
  /**
   * Inserts or updates; an older revision changes nothing. Answers why a record was refused, by its id; the others were taken.
   *
   * @throws ReportingDown
   */
  abstract put(records: readonly ProvinceRecord[]): Promise<ReadonlyMap<string, string>>;
  /** Records it has, by month of filing. @throws ReportingDown */
  abstract totals(): Promise<ReadonlyMap<Month, number>>;
}
