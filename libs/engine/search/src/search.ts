import { answersTo } from './answers';
import { explainHit } from './explain-hit';
import { rank, type Ranking } from './rank';
import { readQuery } from './read-query';
import {
  type FacetCount,
  type FacetName,
  facetNames,
  type Facets,
  type SearchFilters,
  type SearchOptions,
  type SearchResult,
} from './search-document';
import type { SearchIndex } from './search-index';

const usualLimit = 20;
const mostHits = 200;

/**
 * Finds documents for a query as people type it. Pure and deterministic; the work is bounded for any text. An empty query
 * finds every document, in the given order.
 */
export function search(
  index: SearchIndex,
  query: string,
  { filters = {}, limit = usualLimit }: SearchOptions = {},
): SearchResult {
  const read = readQuery(index, query);
  const nothingAsked = read.words.length === 0 && read.codes.size === 0;
  const { found: ranked, words }: Ranking = nothingAsked
    ? { found: index.documents.map((_, document) => ({ document, score: 0 })), words: [] }
    : rank(index, read);
  const chosen = ranked.filter(({ document }) => passes(index, document, filters, null));
  const answers = answersTo(words);
  const hits = chosen.slice(0, Math.max(0, Math.min(limit, mostHits))).map(({ document, score }) => ({
    code: index.documents[document]?.code ?? '',
    score,
    ...explainHit(index, words, answers, document),
  }));
  const [first] = chosen;
  return {
    hits: hits.map(({ mended: _, ...hit }) => hit),
    total: chosen.length,
    facets: countFacets(
      index,
      ranked.map(({ document }) => document),
      filters,
    ),
    didYouMean: first && read.codes.size === 0 ? (hits[0]?.mended ?? null) : null,
    places: read.places,
  };
}

/** Whether a document has the chosen values, one facet left out. */
function passes(
  { documents }: SearchIndex,
  document: number,
  filters: SearchFilters,
  except: FacetName | null,
): boolean {
  for (const name of facetNames) {
    const wanted = filters[name];
    if (wanted === undefined || name === except) continue;
    if (documents[document]?.facets[name].includes(wanted) !== true) return false;
  }
  return true;
}

function countFacets(index: SearchIndex, found: readonly number[], filters: SearchFilters): Facets {
  const counted = (name: FacetName): readonly FacetCount[] => {
    const counts = new Map<string, number>();
    for (const document of found) {
      if (!passes(index, document, filters, name)) continue;
      for (const value of index.documents[document]?.facets[name] ?? []) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return [...counts]
      .map(([value, count]) => ({ value, name: index.facetTexts[name].get(value) ?? value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {
    field: counted('field'),
    unit: counted('unit'),
    audience: counted('audience'),
    lifeEvent: counted('lifeEvent'),
  };
}
