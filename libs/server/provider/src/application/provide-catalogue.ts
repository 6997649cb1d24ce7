import { Injectable } from '@nestjs/common';
import type { getProvidedStatistics, InputOf, listProvidedProcedures, ResponseOf } from '@mocua/contract';
import { RecentProcessingTimes, WorkTotals } from '@mocua/server/dossier';
import { Clock } from '@mocua/server/kernel';
import { PublishedProcedures } from '@mocua/server/procedure';

/** What other agencies may know of procedures and of how they go, without any person in it. */
@Injectable()
export class ProvideCatalogue {
  constructor(
    private readonly procedures: PublishedProcedures,
    private readonly times: RecentProcessingTimes,
    private readonly totals: WorkTotals,
    private readonly clock: Clock,
  ) {}

  /** Procedures in force, by code; the cursor is the last code seen, encoded. */
  async procedurePage({
    after,
    limit,
  }: InputOf<typeof listProvidedProcedures>['query']): Promise<ResponseOf<typeof listProvidedProcedures>> {
    const from = after === undefined ? '' : Buffer.from(after, 'base64url').toString('utf8');
    const rest = (await this.procedures.list(this.clock.today())).filter(({ code }) => code > from);
    const shown = rest.slice(0, limit);
    const known = await this.times.experiencesWith(shown.map(({ code }) => code));
    const last = shown.at(-1);
    return {
      items: shown.map(({ code, version, entry }) => ({
        code,
        version,
        name: entry.name,
        field: entry.field,
        onlineFiling: entry.onlineFiling,
        feeAmount: entry.feeAmount,
        medianWorkingMinutes: known.get(code)?.medianWorkingMinutes ?? null,
      })),
      next: rest.length > shown.length && last ? Buffer.from(last.code).toString('base64url') : null,
    };
  }

  async statistics(): Promise<ResponseOf<typeof getProvidedStatistics>> {
    const codes = (await this.procedures.list(this.clock.today())).map(({ code }) => code);
    const known = await this.times.experiencesWith(codes);
    return {
      asOf: this.clock.iso(),
      work: await this.totals.execute(),
      durations: [...known].map(([procedureCode, experience]) => ({ procedureCode, ...experience })),
    };
  }
}
