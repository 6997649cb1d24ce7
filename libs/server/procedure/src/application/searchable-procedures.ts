import { Injectable } from '@nestjs/common';
import type { Localized } from '@mocua/contract';
import { recordOf } from '@mocua/engine/national-record';
import type { SearchableProcedure } from '../domain/searchable-procedure';
import { searchableRecord, withRecord } from '../domain/searchable-record';
import type { RecordKey } from '../domain/stored-record';
import { NationalRecords } from '../persistence/national-records';
import { PublishedProcedures } from './published-procedures';
import { summaryOf } from './describe-procedure';

export type { SearchableProcedure };

/** Lists every procedure the public may find on a day, once each, by code. */
@Injectable()
export class SearchableProcedures {
  /** Records in force by code and content. */
  private known: ReadonlyMap<string, SearchableProcedure> = new Map();

  constructor(
    private readonly procedures: PublishedProcedures,
    private readonly records: NationalRecords,
  ) {}

  /** @param onDate - `YYYY-MM-DD` in Vietnam */
  async list(onDate: string): Promise<readonly SearchableProcedure[]> {
    const records = new Map((await this.recordsInForce(onDate)).map((record) => [record.code, record]));
    const packages = (await this.fromPackages(onDate)).map((found) => {
      const record = records.get(found.code);
      records.delete(found.code);
      return record ? withRecord(found, record) : found;
    });
    return [...packages, ...records.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  private async recordsInForce(onDate: string): Promise<readonly SearchableProcedure[]> {
    const keys = await this.records.allInForce(onDate);
    const missing = keys.filter((key) => !this.known.has(nameOf(key)));
    const loaded = missing.length > 0 ? await this.records.load(missing) : [];
    const fresh = new Map(
      loaded.map((stored) => [
        nameOf(stored),
        searchableRecord(stored.code, stored.contentHash, recordOf(stored.content)),
      ]),
    );
    const found = keys.flatMap((key) => {
      const record = this.known.get(nameOf(key)) ?? fresh.get(nameOf(key));
      return record ? [[nameOf(key), record] as const] : [];
    });
    this.known = new Map(found);
    return found.map(([, record]) => record);
  }

  private async fromPackages(onDate: string): Promise<readonly SearchableProcedure[]> {
    const listed = await this.procedures.list(onDate);
    return listed.map(({ code, hash, entry }) => ({
      code,
      otherCodes: [],
      source: 'package',
      hash,
      summary: summaryOf(entry),
      otherNames: [],
      synonyms: entry.search.synonyms,
      abbreviations: entry.search.abbreviations,
      fields: [entry.field.vi],
      agencies: [entry.competentAgency.vi],
      audiences: [entry.whoMayApply.vi],
      results: vietnamese(entry.results),
      components: [],
      texts: vietnamese([...entry.steps, ...entry.conditions]),
    }));
  }
}

function nameOf({ code, contentHash }: RecordKey): string {
  return `${code} ${contentHash}`;
}

function vietnamese(texts: readonly Localized[]): string[] {
  return texts.map((text) => text.vi);
}
