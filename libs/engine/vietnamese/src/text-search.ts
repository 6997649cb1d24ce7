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
  readonly shortForms: ReadonlySet<string>;
}

interface Occurrence {
  readonly entry: number;
  readonly weight: number;
}

/** Prepared entries, and where each word occurs: a typed word is compared with every word once, not with every text. */
export interface TextIndex {
  readonly entries: readonly Prepared[];
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>;
}

const weights = { name: 4, synonym: 3, context: 1 } as const;
const qualities: Readonly<Record<WordMatch, number>> = { exact: 1, prefix: 0.7, typo: 0.4, none: 0 };

/** Prepares entries once, so that a search folds only the query. */
export function buildTextIndex(entries: readonly SearchEntry[]): TextIndex {
  const occurrences = new Map<string, Occurrence[]>();
  const note = (entry: number, text: string, weight: number) => {
    for (const word of new Set(foldedWords(text))) {
      const known = occurrences.get(word);
      if (known) known.push({ entry, weight });
      else occurrences.set(word, [{ entry, weight }]);
    }
  };
  const prepared = entries.map((entry, at) => {
    note(at, entry.name, weights.name);
    note(at, (entry.synonyms ?? []).join(' '), weights.synonym);
    note(at, entry.context ?? '', weights.context);
    const nameWords = foldedWords(entry.name);
    const initials = nameWords.map((word) => word[0] ?? '').join('');
    return {
      key: entry.key,
      spokenName: entry.name.normalize('NFC').toLowerCase(),
      foldedName: nameWords.join(' '),
      compactCode: compact(entry.code ?? ''),
      shortForms: new Set([...(entry.abbreviations ?? []).map(compact), initials]),
    };
  });
  return { entries: prepared, occurrences };
}

/** Points for each entry: how many of the typed words it has, and how well. */
interface Points {
  readonly found: number[];
  readonly score: number[];
}

/**
 * Ranks entries for a query typed with or without tones. An entry is found when every word of the query is; when no
 * entry has them all, those with more than half of the words are. An empty query finds everything, in the given order.
 */
export function searchText(index: TextIndex, query: string): readonly SearchHit[] {
  const typed = foldedWords(query);
  if (typed.length === 0) return index.entries.map(({ key }) => ({ key, score: 0 }));
  const { found, score } = pointsFor(index, typed);
  const rated = index.entries.flatMap((entry, at) => {
    const whole = wholeQuery(entry, typed.join(''));
    if (whole !== null) return [{ key: entry.key, found: typed.length, score: whole }];
    const words = found[at] ?? 0;
    return words === 0
      ? []
      : [{ key: entry.key, found: words, score: (score[at] ?? 0) + bonus(entry, typed, query) }];
  });
  const complete = rated.filter((entry) => entry.found === typed.length);
  const hits = complete.length > 0 ? complete : rated.filter((entry) => entry.found * 2 > typed.length);
  // Array sort is stable: equal scores keep the given order.
  return hits.map(({ key, score: points }) => ({ key, score: points })).sort((a, b) => b.score - a.score);
}

function pointsFor(index: TextIndex, typed: readonly string[]): Points {
  const found = index.entries.map(() => 0);
  const score = index.entries.map(() => 0);
  for (const word of typed) {
    const best = bestFor(index, word);
    for (const [entry, points] of best) {
      found[entry] = (found[entry] ?? 0) + 1;
      score[entry] = (score[entry] ?? 0) + points;
    }
  }
  return { found, score };
}

/** The best match of one typed word in each entry that has one. */
function bestFor({ entries, occurrences }: TextIndex, typed: string): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  const raise = (entry: number, points: number) => {
    if (points > (best.get(entry) ?? 0)) best.set(entry, points);
  };
  entries.forEach((entry, at) => {
    if (entry.shortForms.has(typed)) raise(at, weights.name);
  });
  for (const [word, places] of occurrences) {
    const quality = qualities[matchWord(typed, word)];
    if (quality > 0) for (const { entry, weight } of places) raise(entry, weight * quality);
  }
  return best;
}

/** Points when the query as a whole is an abbreviation, or the beginning of the code; else null. */
function wholeQuery(entry: Prepared, typed: string): number | null {
  if (typed.length >= 4 && entry.compactCode.startsWith(typed)) return 2000;
  return entry.shortForms.has(typed) ? 1000 : null;
}

function bonus(entry: Prepared, typed: readonly string[], query: string): number {
  const phrase = typed.join(' ');
  const spoken = query.normalize('NFC').toLowerCase().trim();
  const asPhrase = typed.length > 1 && entry.foldedName.includes(phrase) ? 4 * typed.length : 0;
  // Who types tones means them: `bán` must not rank with `bản`.
  const withTones = spoken !== phrase && entry.spokenName.includes(spoken) ? 2 * typed.length : 0;
  return asPhrase + withTones;
}

const compact = (text: string): string => foldVietnamese(text).replaceAll(' ', '');
