import { wordsBeginning, wordsNear } from './vocabulary';
import type { SearchIndex } from './search-index';
import { type SpokenWord, spokenWords } from './spoken-words';
import { decodeKeystrokes } from './keystrokes';

const mostParts = 4;
/** Fewer letters with a slip are likelier one word. */
const shortestGlued = 6;

/** Puts right spaces that were left out, typed too early or too late, or typed inside a word. */
export function mendSpaces(index: SearchIndex, words: readonly SpokenWord[]): readonly SpokenWord[] {
  const known = (folded: string): boolean => index.vocabulary.idOf.has(folded);
  const mended: SpokenWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    const next = words[at + 1];
    const pair = next ? mendPair(word, next, known) : null;
    if (pair) {
      mended.push(...pair);
      at += 1;
    } else if (mayBeOneWord(index, word.folded, next === undefined)) mended.push(word);
    else mended.push(...splitWord(word, known));
  }
  return mended;
}

function mendPair(
  a: SpokenWord,
  b: SpokenWord,
  known: (folded: string) => boolean,
): readonly SpokenWord[] | null {
  if (known(a.folded) && known(b.folded)) return null;
  const [left, right] = [a.folded, b.folded];
  // Folding keeps the number of letters, so that a place in the folded word is the same place in the spoken one.
  const sameLength = a.spoken.length === left.length && b.spoken.length === right.length;
  const cut = (folded: string, spoken: string): SpokenWord => asWord(folded, sameLength ? spoken : folded);
  if (right.length > 1 && known(left + right.charAt(0)) && known(right.slice(1))) {
    return [
      cut(left + right.charAt(0), a.spoken + b.spoken.charAt(0)),
      cut(right.slice(1), b.spoken.slice(1)),
    ];
  }
  if (left.length > 1 && known(left.slice(0, -1)) && known(left.slice(-1) + right)) {
    return [
      cut(left.slice(0, -1), a.spoken.slice(0, -1)),
      cut(left.slice(-1) + right, a.spoken.slice(-1) + b.spoken),
    ];
  }
  if (!known(left) && !known(right) && known(left + right)) return [cut(left + right, a.spoken + b.spoken)];
  return null;
}

/** Whether an unknown word is more likely one word than several: a short slip, or a word that is still being typed. */
function mayBeOneWord({ vocabulary }: SearchIndex, folded: string, last: boolean): boolean {
  if (folded.length < shortestGlued && wordsNear(vocabulary, folded).length > 0) return true;
  const [from, below] = wordsBeginning(vocabulary, folded);
  return last && below > from;
}

/** Cuts a word nobody knows into words that are known: as few as can be, the longest first. */
function splitWord(word: SpokenWord, known: (folded: string) => boolean): readonly SpokenWord[] {
  const { folded } = word;
  if (folded.length < 4 || known(folded) || decodeKeystrokes(folded).some(known)) return [word];
  const parts = partsOf(folded, known) ?? partsBesideALetter(folded, known);
  if (!parts) return [word];
  const sameLength = word.spoken.length === folded.length;
  return parts.map(({ from, part }) =>
    asWord(part, sameLength ? word.spoken.slice(from, from + part.length) : part),
  );
}

const asWord = (folded: string, spoken: string): SpokenWord =>
  spokenWords(spoken)[0] ?? { spoken, folded, key: folded };

interface Part {
  readonly from: number;
  readonly part: string;
}

function partsOf(folded: string, known: (folded: string) => boolean): readonly Part[] | null {
  // Fewest parts for each length of the beginning; at most 24 letters, so at most 24 × 7 steps.
  const best: (readonly Part[] | null)[] = [[]];
  for (let end = 1; end <= folded.length; end += 1) {
    best[end] = null;
    for (let from = Math.max(0, end - 7); from <= end - 2; from += 1) {
      const before = best[from];
      const part = folded.slice(from, end);
      if (!before || before.length >= mostParts || !known(part)) continue;
      if ((best[end]?.length ?? mostParts + 1) > before.length + 1) best[end] = [...before, { from, part }];
    }
  }
  return best[folded.length] ?? null;
}

/** Two words with a letter where the space should be: the finger missed the space bar. */
function partsBesideALetter(folded: string, known: (folded: string) => boolean): readonly Part[] | null {
  for (let at = 2; at <= folded.length - 3; at += 1) {
    const [left, right] = [folded.slice(0, at), folded.slice(at + 1)];
    if (known(left) && known(right)) {
      return [
        { from: 0, part: left },
        { from: at + 1, part: right },
      ];
    }
  }
  return null;
}
