import { Injectable } from '@nestjs/common';
import {
  type ChunkOutcome,
  Clock,
  DestinationUnavailable,
  OutboxChunkHandler,
  type OutboxRow,
} from '@mocua/server/kernel';
import { governmentReportsDestination } from '../domain/province-record';
import { ReportRows } from '../persistence/report-rows';
import { GovernmentReports, ReportingDown } from '../ports';

/** Sends released reports; the versions of a month go in their order. */
@Injectable()
export class SendReports extends OutboxChunkHandler {
  override readonly destination = governmentReportsDestination;
  override readonly chunkSize = 1;
  override readonly concurrency = 2;

  constructor(
    private readonly reports: ReportRows,
    private readonly government: GovernmentReports,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    const outcome = new Map<string, Error | null>();
    for (const row of rows)
      outcome.set(row.id, await this.sent(row.payload as { month: string; version: number }));
    return outcome;
  }

  private async sent({ month, version }: { month: string; version: number }): Promise<Error | null> {
    const report = await this.reports.find(month, version);
    if (report === null) return new Error('there is no such report');
    try {
      const receipt = await this.government.send(report);
      await this.reports.acknowledge(month, version, receipt, this.clock.now());
      return null;
    } catch (error) {
      if (error instanceof ReportingDown) return new DestinationUnavailable(this.destination, error);
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
