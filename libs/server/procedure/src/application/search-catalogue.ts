import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { LifeEvent, ProcedureSummary } from '@mocua/contract';
import {
  buildSearchIndex,
  type SearchDocument,
  type SearchIndex,
  serialiseSearchIndex,
} from '@mocua/engine/search';
import { Clock } from '@mocua/server/kernel';
import { lifeEventsOfFields } from '../domain/life-events-of-fields';
import { ProvinceMap } from '../ports';
import { PublishedProcedures } from './published-procedures';
import { type SearchableProcedure, SearchableProcedures } from './searchable-procedures';

const compress = promisify(brotliCompress);

/** The catalogue of one day ready to be searched. */
export interface SearchCatalogue {
  /** Changes with every publication and every change of the map. */
  readonly version: string;
  readonly index: SearchIndex;
  readonly summaries: ReadonlyMap<string, ProcedureSummary>;
}

/** The index as the browser gets it. */
export interface WireIndex {
  readonly version: string;
  readonly text: string;
  readonly brotli: Buffer;
}

/** Keeps the index of what is in force; it is built anew when something was published or the map changed. */
@Injectable()
export class SearchCatalogues {
  private current: SearchCatalogue | null = null;
  private wire: { readonly of: string; readonly made: Promise<WireIndex> } | null = null;

  constructor(
    private readonly searchable: SearchableProcedures,
    private readonly procedures: PublishedProcedures,
    private readonly map: ProvinceMap,
    private readonly clock: Clock,
  ) {}

  async today(): Promise<SearchCatalogue> {
    const day = this.clock.today();
    const listed = await this.searchable.list(day);
    const map = await this.map.places(day);
    const version = versionOf(listed, map.version);
    if (this.current?.version !== version) {
      const index = buildSearchIndex(await this.documents(listed, day), { places: map.places });
      const summaries = new Map(listed.map(({ code, summary }) => [code, summary]));
      this.current = { version, index, summaries };
    }
    return this.current;
  }

  /** The index for the browser; made once for a version. */
  async forBrowser(): Promise<WireIndex> {
    const { version, index } = await this.today();
    if (this.wire?.of !== version) {
      const text = serialiseSearchIndex(index);
      this.wire = { of: version, made: compress(text).then((brotli) => ({ version, text, brotli })) };
    }
    return this.wire.made;
  }

  private async documents(
    listed: readonly SearchableProcedure[],
    day: string,
  ): Promise<readonly SearchDocument[]> {
    const events = new Map(
      (await this.procedures.list(day)).map(({ code, entry }) => [code, entry.search.lifeEvents ?? []]),
    );
    return listed.map((procedure) => toDocument(procedure, events.get(procedure.code) ?? []));
  }
}

/** A short name for everything the index was made from. */
function versionOf(listed: readonly SearchableProcedure[], map: string): string {
  const hash = createHash('sha256').update(`${indexFormat} ${map}`);
  for (const { code, hash: content } of listed) hash.update(` ${code} ${content}`);
  return hash.digest('base64url').slice(0, 22);
}

/** Counted up when the engine puts other words into the index, so that no browser keeps what an older release made. */
const indexFormat = 1;

function toDocument(procedure: SearchableProcedure, declared: readonly LifeEvent[]): SearchDocument {
  const { code, otherCodes, summary, otherNames, synonyms, abbreviations, fields, agencies } = procedure;
  const english = summary.name.en === summary.name.vi ? [] : [summary.name.en];
  const events = declared.length > 0 ? declared : lifeEventsOfFields(fields);
  return {
    code,
    otherCodes,
    name: summary.name.vi,
    otherNames: [...otherNames, ...english],
    synonyms,
    abbreviations,
    fields,
    units: agencies,
    audience: summary.audience,
    lifeEvents: events,
    context: [...procedure.results, ...procedure.components],
  };
}
