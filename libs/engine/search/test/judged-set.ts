import catalogue from './judged-catalogue.json' with { type: 'json' };
import judged from './judged-queries.json' with { type: 'json' };
import {
  buildSearchIndex,
  search,
  type SearchDocument,
  type SearchIndex,
  type SearchPlace,
} from '../src/index';

export interface JudgedQuery {
  readonly q: string;
  /** Any of these is right. */
  readonly codes: readonly string[];
  readonly kind: string;
  readonly source: string;
}

export const judgedQueries: readonly JudgedQuery[] = judged.queries;

/** Places of the demo province, with those that were merged away. */
export const judgedPlaces: readonly SearchPlace[] = [
  { name: 'tỉnh Hạ Ngân', now: ['tỉnh Sông Ngân'] },
  { name: 'phường Trần Khê', now: ['phường Ngân Thượng'] },
  { name: 'phường Bến Đá', now: ['phường Ngân Thượng'] },
  { name: 'xã Bàu Súng', now: ['xã Đồng Sen'] },
  { name: 'xã Nậm Hoa', now: ['xã Pù Lĩnh'] },
  { name: 'huyện đảo Hòn Vọng', now: ['đặc khu Hòn Vọng'] },
  { name: 'tỉnh Sông Ngân', now: [] },
  { name: 'phường Ngân Thượng', now: [] },
  { name: 'xã Đồng Sen', now: [] },
  { name: 'xã Pù Lĩnh', now: [] },
  { name: 'đặc khu Hòn Vọng', now: [] },
];

export const judgedDocuments: readonly SearchDocument[] = catalogue.documents.map(
  ({ agency, field, results, papers, ...document }) => ({
    ...document,
    fields: [field],
    units: agency,
    context: [...results, ...papers],
  }),
);

export function judgedIndex(): SearchIndex {
  return buildSearchIndex(judgedDocuments, { places: judgedPlaces });
}

/** A third of the queries nobody looks at while the ranking is tuned; which third the text of the query decides. */
export function isHeldOut({ q }: JudgedQuery): boolean {
  let hash = 0x811c9dc5;
  for (const unit of q) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash >>> 7) % 3 === 0;
}

/** Rank of the first right document, from 1; null when none was found. */
export function rankOf(index: SearchIndex, text: string, { codes }: JudgedQuery): number | null {
  const at = search(index, text, { limit: 50 }).hits.findIndex(({ code }) => codes.includes(code));
  return at < 0 ? null : at + 1;
}

export interface Recall {
  readonly queries: number;
  readonly first: number;
  readonly firstThree: number;
  readonly reciprocal: number;
  readonly missed: readonly string[];
}

/** Shares of queries whose right document is first, and among the first three. */
export function recallOf(
  index: SearchIndex,
  queries: readonly JudgedQuery[],
  texts: (query: JudgedQuery) => readonly string[],
): Recall {
  let [asked, first, three, reciprocal] = [0, 0, 0, 0];
  const missed: string[] = [];
  for (const query of queries) {
    for (const text of texts(query)) {
      const rank = rankOf(index, text, query);
      asked += 1;
      if (rank === 1) first += 1;
      if (rank !== null && rank <= 3) three += 1;
      else missed.push(`${query.codes.join('/')} ${query.kind}: ${text} (${query.q})`);
      reciprocal += rank === null ? 0 : 1 / rank;
    }
  }
  return {
    queries: asked,
    first: first / asked,
    firstThree: three / asked,
    reciprocal: reciprocal / asked,
    missed,
  };
}
