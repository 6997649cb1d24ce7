import { answersTo } from './answers';
import { explainHit } from './explain-hit';
import { byScore, type Found, rank, type Ranking } from './rank';
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
  const { first, rest, scoreOf, words } =
    read.words.length === 0 && read.codes.size === 0 ? everything(index) : rank(index, read);
  const wanted = valueNumbers(index, filters);
  const passing = (document: number): boolean => passes(index, document, wanted, null);
  const most = Math.max(0, Math.min(limit, mostHits));
  const shown = first.filter(({ document }) => passing(document));
  const others = wanted.length === 0 ? rest : rest.filter(passing);
  const chosen = shown.length < most ? [...shown, ...inOrder(others, scoreOf)] : shown;
  const answers = answersTo(words);
  const hits = chosen.slice(0, most).map(({ document, score }) => ({
    code: index.documents[document]?.code ?? '',
    score,
    ...explainHit(index, words, answers, document),
  }));
  return {
    hits: hits.map(({ mended: _, ...hit }) => hit),
    total: shown.length + others.length,
    facets: countFacets(index, [Uint32Array.from(first, ({ document }) => document), rest], wanted),
    didYouMean: read.codes.size === 0 ? (hits[0]?.mended ?? null) : null,
    places: read.places,
  };
}

function everything({ documents }: SearchIndex): Ranking {
  const first = documents.map((_, document) => ({ document, score: 0 }));
  return { first, rest: new Uint32Array(), scoreOf: () => 0, words: [] };
}

function inOrder(documents: Uint32Array, scoreOf: (document: number) => number): Found[] {
  return Array.from(documents, (document) => ({ document, score: scoreOf(document) })).sort(byScore);
}

/** Chosen values as the index numbers them; one that does not exist has a number no document has. */
type ChosenNumbers = readonly (readonly [name: FacetName, value: number])[];

function valueNumbers({ facetValues }: SearchIndex, filters: SearchFilters): ChosenNumbers {
  return facetNames.flatMap((name) => {
    const chosen = filters[name];
    return chosen === undefined
      ? []
      : [[name, facetValues[name].findIndex(({ value }) => value === chosen)] as const];
  });
}

/** Whether a document has the chosen values, one facet left out. */
function passes(
  { documents }: SearchIndex,
  document: number,
  chosen: ChosenNumbers,
  except: FacetName | null,
): boolean {
  for (const [name, value] of chosen) {
    if (name !== except && documents[document]?.facets[name].includes(value) !== true) return false;
  }
  return true;
}

function countFacets(index: SearchIndex, found: readonly Uint32Array[], chosen: ChosenNumbers): Facets {
  const counted = (name: FacetName): readonly FacetCount[] => {
    const values = index.facetValues[name];
    const there = index.facetsThere[name];
    const counts = new Uint32Array(values.length);
    for (const part of found) {
      for (let place = 0; place < part.length; place += 1) {
        const document = part[place] ?? 0;
        if (chosen.length > 0 && !passes(index, document, chosen, name)) continue;
        const end = there.from[document + 1] ?? 0;
        for (let at = there.from[document] ?? 0; at < end; at += 1) {
          const value = there.values[at] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
    }
    return values
      .flatMap((one, at) => ((counts[at] ?? 0) > 0 ? [{ ...one, count: counts[at] ?? 0 }] : []))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {
    field: counted('field'),
    unit: counted('unit'),
    audience: counted('audience'),
    lifeEvent: counted('lifeEvent'),
  };
}
