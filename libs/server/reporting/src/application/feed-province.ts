import { Injectable } from '@nestjs/common';
import { UnitDirectory } from '@mocua/server/identity';
import {
  type ChunkOutcome,
  DestinationUnavailable,
  OutboxChunkHandler,
  type OutboxRow,
} from '@mocua/server/kernel';
import { provinceRecordOf, provinceStoreDestination } from '../domain/province-record';
import { unitCodeOf } from '../domain/unit-code';
import { FactsRows } from '../persistence/facts-rows';
import { ProvinceStore, ReportingDown } from '../ports';

/** Tells the data store of the province how dossiers stand now, so that a message that comes late or twice tells nothing old. */
@Injectable()
export class FeedProvince extends OutboxChunkHandler {
  override readonly destination = provinceStoreDestination;
  override readonly chunkSize = 100;
  override readonly concurrency = 2;

  constructor(
    private readonly facts: FactsRows,
    private readonly units: UnitDirectory,
    private readonly store: ProvinceStore,
  ) {
    super();
  }

  override async deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    const [known, tree] = await Promise.all([this.facts.of(rows.map(({ lane }) => lane)), this.units.tree()]);
    const records = new Map(
      rows.flatMap(({ id, lane }) => {
        const found = known.get(lane);
        return found === undefined
          ? []
          : [[id, provinceRecordOf(found.facts, found.recordId, unitCodeOf(tree, found.facts.unitId))]];
      }),
    );
    try {
      const refused = await this.store.put([...records.values()]);
      return new Map(
        rows.map(({ id }) => {
          const why = refused.get(records.get(id)?.recordId ?? '');
          return [id, why === undefined ? null : new Error(why)];
        }),
      );
    } catch (error) {
      const told =
        error instanceof ReportingDown ? new DestinationUnavailable(this.destination, error) : asError(error);
      return new Map(rows.map(({ id }) => [id, told]));
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
