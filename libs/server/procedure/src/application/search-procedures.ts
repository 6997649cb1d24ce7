import { Injectable } from '@nestjs/common';
import { buildTextIndex, searchText, type TextIndex } from '@mocua/engine/vietnamese';
import { Clock } from '@mocua/server/kernel';
import { type ListedProcedure, PublishedProcedures } from './published-procedures';

/** Finds procedures by words as people type them. */
@Injectable()
export class SearchProcedures {
  private index: { readonly of: string; readonly texts: TextIndex } | null = null;

  constructor(
    private readonly procedures: PublishedProcedures,
    private readonly clock: Clock,
  ) {}

  /** Best first; all procedures in force for an empty query. */
  async execute(query: string): Promise<readonly ListedProcedure[]> {
    const listed = await this.procedures.list(this.clock.today());
    const byCode = new Map(listed.map((procedure) => [procedure.code, procedure]));
    return searchText(this.textsOf(listed), query).flatMap((hit) => byCode.get(hit.key) ?? []);
  }

  /** The index is as old as the set of versions it was made from. */
  private textsOf(listed: readonly ListedProcedure[]): TextIndex {
    const of = listed.map((procedure) => procedure.hash).join();
    if (this.index?.of !== of) this.index = { of, texts: buildTextIndex(listed.map(toSearchEntry)) };
    return this.index.texts;
  }
}

function toSearchEntry({ code, entry }: ListedProcedure) {
  return {
    key: code,
    code,
    name: entry.name.vi,
    synonyms: [...entry.search.synonyms, entry.name.en],
    abbreviations: entry.search.abbreviations,
    context: `${entry.field.vi} ${entry.competentAgency.vi}`,
  };
}
