export { deserialiseSearchIndex, serialiseSearchIndex } from './index-format';
export { markWords } from './mark-words';
export type { MarkedPiece } from './mark-words';
export { search } from './search';
export { facetNames } from './search-document';
export type {
  FacetCount,
  FacetName,
  Facets,
  PlaceMention,
  SearchDocument,
  SearchFilters,
  SearchHit,
  SearchOptions,
  SearchPlace,
  SearchResult,
} from './search-document';
export { buildSearchIndex } from './search-index';
export type { BuildOptions, SearchIndex } from './search-index';
export { slugOf } from './spoken-words';
export type { Thesaurus, ThesaurusEntry } from './thesaurus';
export { vietnameseThesaurus } from './vietnamese-words';
