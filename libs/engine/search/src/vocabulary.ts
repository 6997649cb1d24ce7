import { differsByOneSlip } from '@mocua/engine/vietnamese';

/**
 * The folded words that occur. Words one slip away are found through the words that are left when a letter is taken out:
 * two words one slip apart share at least one of these, so nothing is compared with the whole vocabulary.
 */
export interface Vocabulary {
  /** Sorted. */
  readonly words: readonly string[];
  readonly idOf: ReadonlyMap<string, number>;
  readonly shortened: ReadonlyMap<string, readonly number[]>;
}

export function buildVocabulary(found: Iterable<string>): Vocabulary {
  const words = [...new Set(found)].sort();
  const shortened = new Map<string, number[]>();
  words.forEach((word, id) => {
    if (word.length > longestWithSlips) return;
    for (const rest of withOneLetterLess(word)) {
      const known = shortened.get(rest);
      if (known) known.push(id);
      else shortened.set(rest, [id]);
    }
  });
  return { words, idOf: new Map(words.map((word, id) => [word, id])), shortened };
}

/** Words one slip away: a letter too much, too little, wrong, or two swapped neighbours. */
export function wordsNear({ words, idOf, shortened }: Vocabulary, typed: string): readonly number[] {
  if (typed.length < 2 || typed.length > longestWithSlips) return [];
  const found = new Set<number>(shortened.get(typed));
  for (const rest of withOneLetterLess(typed)) {
    const exact = idOf.get(rest);
    if (exact !== undefined) found.add(exact);
    for (const id of shortened.get(rest) ?? []) found.add(id);
  }
  return [...found].filter((id) => differsByOneSlip(typed, words[id] ?? ''));
}

/** Words that begin with what was typed, the whole word not among them, as a range of ids: from, below. */
export function wordsBeginning({ words }: Vocabulary, typed: string): readonly [number, number] {
  const from = firstFrom(words, typed);
  const below = firstFrom(words, `${typed}\uffff`);
  return [words[from] === typed ? from + 1 : from, below];
}

/** Index of the first item of a sorted list that is not before `wanted`. */
export function firstFrom(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const longestWithSlips = 24;

function withOneLetterLess(word: string): ReadonlySet<string> {
  const rests = new Set<string>();
  for (let at = 0; at < word.length; at += 1) rests.add(word.slice(0, at) + word.slice(at + 1));
  return rests;
}
