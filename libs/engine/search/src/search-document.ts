/** What is to be found. All texts may carry tones; they are shown as they are. */
export interface SearchDocument {
  /** Official code, for example `1.012753.H19`. */
  readonly code: string;
  /** Codes people may type for it besides; a hit is always named by `code`. */
  readonly otherCodes?: readonly string[];
  readonly name: string;
  /** The name in other languages. */
  readonly otherNames?: readonly string[];
  /** Other words for the same thing, for example `làm giấy khai sinh`. */
  readonly synonyms?: readonly string[];
  /** Short forms, for example `GKS`; initials of the name are always known. */
  readonly abbreviations?: readonly string[];
  /** Fields of administration, for example `Hộ tịch`. */
  readonly fields?: readonly string[];
  /** Agencies that resolve it, by name. */
  readonly units?: readonly string[];
  readonly audience?: readonly string[];
  /** Codes of the events in life it belongs to. */
  readonly lifeEvents?: readonly string[];
  /** Texts that matter less: results, papers. */
  readonly context?: readonly string[];
}

/** A unit people may name in a query. Places help nobody to find a procedure, so they are read and set aside. */
export interface SearchPlace {
  /** Name with its kind, for example `xã Bàu Súng`. */
  readonly name: string;
  /** Names of the units it became; empty while it is in being. */
  readonly now: readonly string[];
}

export const facetNames = ['field', 'unit', 'audience', 'lifeEvent'] as const;
export type FacetName = (typeof facetNames)[number];

/** Chosen values, as the facets give them. */
export type SearchFilters = { readonly [name in FacetName]?: string };

export interface FacetCount {
  /** What the filter takes. */
  readonly value: string;
  /** As the documents write it. */
  readonly name: string;
  readonly count: number;
}
export type Facets = { readonly [name in FacetName]: readonly FacetCount[] };

export interface SearchHit {
  readonly code: string;
  /** Higher is better; only comparable within one answer. */
  readonly score: number;
  /** Folded words of the document that were meant by the query, for `markWords`. */
  readonly words: readonly string[];
  /** The other words it was found by, when its name does not say them; else null. */
  readonly via: string | null;
}

export interface PlaceMention {
  /** The words of the query that name it. */
  readonly typed: string;
  readonly name: string;
  readonly now: readonly string[];
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** How many were found, shown or not. */
  readonly total: number;
  /** Counts of one facet keep the other filters: what choosing a value would give. */
  readonly facets: Facets;
  /** The query with its slips mended as the best hit suggests; null when there was nothing to mend. */
  readonly didYouMean: string | null;
  readonly places: readonly PlaceMention[];
}

export interface SearchOptions {
  readonly filters?: SearchFilters;
  /** At most so many hits; 20 when left out. */
  readonly limit?: number;
}
