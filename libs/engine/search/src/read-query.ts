import { differsByOneSlip } from '@mocua/engine/vietnamese';
import { decodeKeystrokes } from './keystrokes';
import { mendSpaces } from './mend-spaces';
import { type Reading, readingsOf } from './readings';
import { readCodes, readInitials } from './short-codes';
import type { PlaceMention } from './search-document';
import type { SearchIndex } from './search-index';
import { type SpokenWord, spokenWords } from './spoken-words';

/** A word of the query with everything it may mean. */
export interface QueryWord {
  readonly typed: SpokenWord;
  /** 1 for a word that tells what is looked for, little for a word of the question around it. */
  readonly weight: number;
  /** Whether it may still be being typed. */
  readonly unfinished: boolean;
  readonly readings: readonly Reading[];
  /** Documents whose name has these first letters, with how well; empty for a word that is one. */
  readonly initials: ReadonlyMap<number, number>;
}

export interface ReadQuery {
  readonly words: readonly QueryWord[];
  /** Documents named by their code, with how well. */
  readonly codes: ReadonlyMap<number, number>;
  readonly places: readonly PlaceMention[];
}

const mostLetters = 200;
const mostWords = 16;
const longestWord = 24;
const fillerWeight = 0.12;

/** Reads a query. The work is bounded whatever it holds: it is cut before anything else is done with it. */
export function readQuery(index: SearchIndex, query: string): ReadQuery {
  // Marks are taken off before the cut, so that a letter under a pile of them does not push the words out.
  const clean = query
    .slice(0, mostLetters * 5)
    .normalize('NFC')
    .replace(/\p{Mn}/gu, '')
    .slice(0, mostLetters);
  const { codes, rest } = readCodes(index, clean);
  const typed = spokenWords(rest)
    .slice(0, mostWords)
    .map(({ spoken, folded, key }) => ({
      spoken: spoken.slice(0, longestWord),
      folded: folded.slice(0, longestWord),
      key,
    }));
  const finished = /[^\p{L}\p{N}]$/u.test(rest);
  const { places, words: sought } = takePlaces(index, typed);
  const mended = mendSpaces(index, sought).map((word) => withoutKeys(index, word));
  const fillers = findFillers(index, mended);
  const allFillers = fillers.size === mended.length;
  const words = mended.map((typedWord, at): QueryWord => {
    const unfinished = at === mended.length - 1 && !finished;
    const readings = readingsOf(index, typedWord.folded, { unfinished, doubtful: false });
    return {
      typed: typedWord,
      weight: fillers.has(at) && !allFillers ? fillerWeight : 1,
      unfinished,
      readings,
      initials: readings[0]?.kind === 'exact' ? noInitials : readInitials(index, typedWord.folded),
    };
  });
  return { words, codes, places };
}

const noInitials: ReadonlyMap<number, number> = new Map();

/** The same words, now also those that exist taken for slips of others: `khai minh` may mean `khai sinh`. */
export function inDoubt(index: SearchIndex, words: readonly QueryWord[]): readonly QueryWord[] {
  return words.map((word) =>
    word.readings[0]?.kind === 'exact'
      ? {
          ...word,
          readings: readingsOf(index, word.typed.folded, { unfinished: word.unfinished, doubtful: true }),
        }
      : word,
  );
}

/** A word of a question with Telex or VNI keys left in is still a word of a question. */
function withoutKeys({ vocabulary, fillers }: SearchIndex, word: SpokenWord): SpokenWord {
  if (vocabulary.idOf.has(word.folded)) return word;
  const meant = decodeKeystrokes(word.folded).find((decoded) => fillers.has(decoded));
  return meant === undefined ? word : { spoken: meant, folded: meant, key: meant };
}

/** Finds names of places, with or without their kind before them, and sets them aside unless nothing else is left. */
function takePlaces(
  index: SearchIndex,
  typed: readonly SpokenWord[],
): { places: PlaceMention[]; words: readonly SpokenWord[] } {
  const places: PlaceMention[] = [];
  const words: SpokenWord[] = [];
  for (let at = 0; at < typed.length;) {
    const found = placeAt(index, typed, at);
    if (found) {
      const kind = kindBefore(index, words);
      const named = [...words.splice(words.length - kind, kind), ...typed.slice(at, at + found.length)];
      places.push({
        typed: named.map(({ spoken }) => spoken).join(' '),
        name: found.place.name,
        now: found.place.now,
      });
      at += found.length;
      if (typed[at]?.folded === 'cu') at += 1;
    } else {
      const word = typed[at];
      if (word) words.push(word);
      at += 1;
    }
  }
  return words.length === 0 ? { places, words: typed } : { places, words };
}

function placeAt(index: SearchIndex, typed: readonly SpokenWord[], at: number) {
  for (let length = Math.min(5, typed.length - at); length >= 1; length -= 1) {
    const words = typed.slice(at, at + length);
    const place = index.placesByName.get(words.map(({ folded }) => folded).join(' '));
    if (!place) continue;
    const before = kindBefore(index, typed.slice(0, at)) > 0;
    // Without its kind a name must have two words, or every short word would be a village somewhere.
    if (before || length >= 2) return { place, length };
  }
  return null;
}

/** How many words at the end are the kind of a place. */
function kindBefore({ placeKinds }: SearchIndex, words: readonly SpokenWord[]): number {
  for (const length of [4, 3, 2, 1]) {
    const last = words.slice(-length);
    if (last.length === length && placeKinds.has(last.map(({ folded }) => folded).join(' '))) return length;
  }
  return 0;
}

/** Positions of words that belong to the question, not to what is looked for. */
function findFillers({ fillers }: SearchIndex, words: readonly SpokenWord[]): ReadonlySet<number> {
  const found = new Set<number>();
  words.forEach((word, at) => {
    const phrases = [...(fillers.get(word.folded) ?? [])];
    // A slip in the first word of a phrase would hide it.
    if (phrases.length === 0) {
      for (const [first, known] of fillers) {
        if (differsByOneSlip(first, word.folded)) phrases.push(...known.filter(({ length }) => length > 1));
      }
    }
    const phrase = phrases.find((wanted) => standsAt(words, at, wanted));
    if (phrase) for (let n = 0; n < phrase.length; n += 1) found.add(at + n);
  });
  return found;
}

function standsAt(words: readonly SpokenWord[], at: number, phrase: readonly string[]): boolean {
  let slips = phrase.length > 1 ? 1 : 0;
  return phrase.every((wanted, n) => {
    const folded = words[at + n]?.folded;
    if (folded === wanted) return true;
    slips -= 1;
    return folded !== undefined && slips >= 0 && differsByOneSlip(folded, wanted);
  });
}

/** Whether a word was typed with tones or marks, so that they count. */
export const hasTones = ({ key, folded }: SpokenWord): boolean => key !== folded;
