export { foldedWords, foldVietnamese } from './fold';
export { buildTextIndex, searchText } from './text-search';
export type { SearchEntry, SearchHit, TextIndex } from './text-search';
export { differsByOneSlip, matchWord } from './word-match';
export type { WordMatch } from './word-match';
