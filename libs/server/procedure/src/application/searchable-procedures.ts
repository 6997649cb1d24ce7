import { Injectable } from '@nestjs/common';
import type { Localized, ProcedureSummary } from '@mocua/contract';
import { PublishedProcedures } from './published-procedures';
import { summaryOf } from './describe-procedure';

/** Everything about a procedure that a search may look into, whether it comes from a package or a national record. */
export interface SearchableProcedure {
  /** Code without the suffix of a province; the page of the procedure opens under it. */
  readonly code: string;
  /** Other codes people may type: the national code with its suffix. */
  readonly otherCodes: readonly string[];
  readonly source: 'package' | 'record';
  /** Changes whenever anything below may have changed. */
  readonly hash: string;
  readonly summary: ProcedureSummary;
  /** Names beside the one of the summary: the national record may say it differently. */
  readonly otherNames: readonly string[];
  readonly synonyms: readonly string[];
  readonly abbreviations: readonly string[];
  readonly fields: readonly string[];
  readonly agencies: readonly string[];
  /** Whom it is for, as said. */
  readonly audiences: readonly string[];
  /** Names of results and papers, steps, requirements: worth less than the name. */
  readonly results: readonly string[];
  readonly components: readonly string[];
  readonly texts: readonly string[];
}

/** Lists every procedure the public may find on a day, once each, by code. */
@Injectable()
export class SearchableProcedures {
  constructor(private readonly procedures: PublishedProcedures) {}

  /** @param onDate - `YYYY-MM-DD` in Vietnam */
  async list(onDate: string): Promise<readonly SearchableProcedure[]> {
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

function vietnamese(texts: readonly Localized[]): string[] {
  return texts.map((text) => text.vi);
}
