import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** Something with the words of the wire. */
export type Wire = Readonly<Record<string, unknown>>;

export interface KeptReport {
  readonly month: string;
  readonly version: number;
  readonly receipt: string;
  readonly digest: string;
  readonly reason: string | null;
  readonly indicatorSet: number;
  readonly lines: readonly Wire[];
}

interface Kept {
  readonly reports: readonly KeptReport[];
  readonly records: Readonly<Record<string, Wire>>;
}

/** What the receivers of reports remember: every version of every month, and the newest state of each record; in one file. */
export class ReportBook {
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly path: string,
    private kept: Kept,
  ) {}

  static async open(path: string): Promise<ReportBook> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return new ReportBook(path, text === null ? { reports: [], records: {} } : (JSON.parse(text) as Kept));
  }

  get reports(): readonly KeptReport[] {
    return this.kept.reports;
  }

  records(): readonly Wire[] {
    return Object.values(this.kept.records);
  }

  newest(month: string): KeptReport | null {
    return this.kept.reports
      .filter((each) => each.month === month)
      .reduce<KeptReport | null>(
        (latest, each) => (latest === null || each.version > latest.version ? each : latest),
        null,
      );
  }

  /** The same version again is the same report; with other numbers it is refused. */
  async take(
    report: Omit<KeptReport, 'receipt'>,
  ): Promise<'other-numbers' | { receipt: string; known: boolean }> {
    const before = this.kept.reports.find(
      ({ month, version }) => month === report.month && version === report.version,
    );
    if (before !== undefined)
      return before.digest === report.digest ? { receipt: before.receipt, known: true } : 'other-numbers';
    const receipt = `BC-${randomUUID().slice(0, 8)}`;
    this.kept = { ...this.kept, reports: [...this.kept.reports, { ...report, receipt }] };
    await this.save();
    return { receipt, known: false };
  }

  /** An older or the same state changes nothing. */
  async put(records: readonly Wire[]): Promise<('THEM_MOI' | 'CAP_NHAT' | 'BO_QUA')[]> {
    const next: Record<string, Wire> = { ...this.kept.records };
    const answers = records.map((record) => {
      const id = String(record['MaBanGhi']);
      const before = next[id];
      if (before !== undefined && Number(before['LanCapNhat']) >= Number(record['LanCapNhat']))
        return 'BO_QUA';
      next[id] = record;
      return before === undefined ? 'THEM_MOI' : 'CAP_NHAT';
    });
    this.kept = { ...this.kept, records: next };
    await this.save();
    return answers;
  }

  private async save(): Promise<void> {
    const text = JSON.stringify(this.kept);
    this.writing = this.writing.then(async () => {
      await writeFile(`${this.path}.new`, text);
      await rename(`${this.path}.new`, this.path);
    });
    await this.writing;
  }
}
