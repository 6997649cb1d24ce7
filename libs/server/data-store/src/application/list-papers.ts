import { Injectable } from '@nestjs/common';
import { type InputOf, type listStoredPapers, paperKindNames, type ResponseOf } from '@mocua/contract';
import { foldVietnamese } from '@mocua/engine/vietnamese';
import { type CitizenActor, Clock } from '@mocua/server/kernel';
import { type StoredPaper } from '../domain/stored-paper';
import { declaredStoreRules, storeRulesOn } from '../domain/store-rules';
import { PaperRows } from '../persistence/paper-rows';
import { PaperShelf, paperView } from './paper-shelf';

const pageSize = 20;

/** The list of somebody's papers. What is searched lies sealed, so it is looked through after it was opened. */
@Injectable()
export class ListPapers {
  constructor(
    private readonly shelf: PaperShelf,
    private readonly rows: PaperRows,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: CitizenActor,
    { query }: InputOf<typeof listStoredPapers>,
  ): Promise<ResponseOf<typeof listStoredPapers>> {
    const today = this.clock.today();
    const all = await this.shelf.ofOwner(actor.actingFor);
    const wanted = all.filter(
      (paper) =>
        paper.hidden === (query.hidden === 'only') &&
        (query.source === undefined || paper.source === query.source) &&
        matches(paper, query.search ?? ''),
    );
    const from = wanted.findIndex((paper) => paper.paperId === query.after) + 1;
    const page = wanted.slice(from, from + pageSize);
    const { maxPapers, maxBytes } = storeRulesOn(declaredStoreRules, today);
    return {
      items: page.map((paper) => paperView(paper, today)),
      next: from + pageSize < wanted.length ? (page.at(-1)?.paperId ?? null) : null,
      usage: { ...(await this.rows.roomOf(actor.actingFor)), maxPapers, maxBytes },
    };
  }
}

/** Every word that was typed stands somewhere in what the paper says of itself, whatever its marks and capitals. */
function matches({ details }: StoredPaper, search: string): boolean {
  const { title, number, issuer, fileName, dossierCode, kind } = details;
  const said = foldVietnamese(
    [title, number, issuer, fileName, dossierCode, paperKindNames[kind].vi].join(' '),
  );
  return foldVietnamese(search)
    .split(/\s+/u)
    .every((word) => said.includes(word));
}
