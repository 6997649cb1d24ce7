import { Injectable } from '@nestjs/common';
import { type ActingAssignment, Clock, Database, writeOutbox } from '@mocua/server/kernel';
import type { Month } from '../domain/month';
import { governmentReportsDestination } from '../domain/province-record';
import { ReportRows } from '../persistence/report-rows';

/** `not-newest`: there is a later version, and only that one may go. */
export type Released = 'released' | 'already' | 'not-found' | 'not-newest' | 'nobody-answers';

/** Lets a report go, in the name of the office that answers for it. It leaves after the commit, by the outbox. */
@Injectable()
export class ReleaseReport {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportRows,
    private readonly clock: Clock,
  ) {}

  /**
   * @param answerable - an office, never a name of a person
   * @param by - who lets it go in the workspace; null on the command line
   */
  async execute(
    month: Month,
    version: number,
    answerable: string,
    by: ActingAssignment | null = null,
  ): Promise<Released> {
    const office = answerable.normalize('NFC').trim().slice(0, 200);
    if (office === '') return 'nobody-answers';
    return this.database.transaction(async (tx): Promise<Released> => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('reporting'))`);
      const newest = await this.reports.newest(month, tx);
      if (newest === null || version > newest.version) return 'not-found';
      if (version < newest.version) return 'not-newest';
      if (!(await this.reports.release(newest, office, { at: this.clock.now(), by }, tx))) return 'already';
      await writeOutbox(tx, [
        { destination: governmentReportsDestination, lane: month, payload: { month, version } },
      ]);
      return 'released';
    });
  }
}
