import { foldedWords, foldVietnamese } from './fold';
import { matchWord, type WordMatch } from './word-match';

/** One thing to be found. All texts may carry tones. */
export interface SearchEntry {
  readonly key: string;
  readonly name: string;
  /** Official code, for example `2.000908`. */
  readonly code?: string;
  /** Other words for the same thing, for example `trích lục`. */
  readonly synonyms?: readonly string[];
  /** Short forms people type, for example `gks`; the initials of the name are always known. */
  readonly abbreviations?: readonly string[];
  /** Text that matters less: field, agency. */
  readonly context?: string;
}

export interface SearchHit {
  readonly key: string;
  /** Higher is better; only comparable within one search. */
  readonly score: number;
}

interface Prepared {
  readonly key: string;
  readonly spokenName: string;
  readonly foldedName: string;
  readonly compactCode: string;
  readonly words: readonly { readonly word: string; readonly weight: number }[];
  readonly shortForms: ReadonlySet<string>;
}

export type TextIndex = readonly Prepared[];

const weights = { name: 4, synonym: 3, context: 1 } as const;
const qualities: Readonly<Record<WordMatch, number>> = { exact: 1, prefix: 0.7, typo: 0.4, none: 0 };

/** Prepares entries once, so that a search folds only the query. */
export function buildTextIndex(entries: readonly SearchEntry[]): TextIndex {
  return entries.map((entry) => {
    const nameWords = foldedWords(entry.name);
    return {
      key: entry.key,
      spokenName: entry.name.normalize('NFC').toLowerCase(),
      foldedName: nameWords.join(' '),
      compactCode: compact(entry.code ?? ''),
      words: [
        ...nameWords.map((word) => ({ word, weight: weights.name })),
        ...(entry.synonyms ?? []).flatMap(foldedWords).map((word) => ({ word, weight: weights.synonym })),
        ...foldedWords(entry.context ?? '').map((word) => ({ word, weight: weights.context })),
      ],
      shortForms: new Set([...(entry.abbreviations ?? []).map(compact), nameWords.map((word) => word[0] ?? '').join('')]),
    };
  });
}

/**
 * Ranks entries for a query typed with or without tones. An entry is found when every word of the query is; when no
 * entry has them all, those with more than half of the words are. An empty query finds everything, in the given order.
 */
export function searchText(index: TextIndex, query: string): readonly SearchHit[] {
  const typed = foldedWords(query);
  if (typed.length === 0) return index.map(({ key }) => ({ key, score: 0 }));
  const rated = index.map((entry) => rate(entry, typed, query));
  const complete = rated.filter(({ found }) => found === typed.length);
  const hits = complete.length > 0 ? complete : rated.filter(({ found }) => found * 2 > typed.length);
  // Array sort is stable: equal scores keep the given order.
  return hits.map(({ key, score }) => ({ key, score })).sort((a, b) => b.score - a.score);
}

function rate(entry: Prepared, typed: readonly string[], query: string): SearchHit & { readonly found: number } {
  const whole = typed.join('');
  if (entry.shortForms.has(whole)) return { key: entry.key, score: 1000, found: typed.length };
  if (whole.length >= 4 && entry.compactCode.startsWith(whole)) return { key: entry.key, score: 2000, found: typed.length };
  let found = 0;
  let score = 0;
  for (const word of typed) {
    const best = bestFor(entry, word);
    if (best > 0) found += 1;
    score += best;
  }
  const phrase = typed.join(' ');
  if (typed.length > 1 && entry.foldedName.includes(phrase)) score += 4 * typed.length;
  const spoken = query.normalize('NFC').toLowerCase().trim();
  // Who types tones means them: `bán` must not rank with `bản`.
  if (spoken !== phrase && entry.spokenName.includes(spoken)) score += 2 * typed.length;
  return { key: entry.key, score, found };
}

function bestFor(entry: Prepared, typed: string): number {
  let best = entry.shortForms.has(typed) ? weights.name : 0;
  for (const { word, weight } of entry.words) best = Math.max(best, weight * qualities[matchWord(typed, word)]);
  return best;
}

const compact = (text: string): string => foldVietnamese(text).replaceAll(' ', '');
