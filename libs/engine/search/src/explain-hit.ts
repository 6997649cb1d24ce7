import type { Answers } from './answers';
import type { QueryWord } from './read-query';
import type { SearchIndex, WordedText } from './search-index';
import type { SpokenWord } from './spoken-words';

/** Why a document was found. */
export interface Explanation {
  readonly words: readonly string[];
  readonly via: string | null;
  /** The query with its slips mended; null when the document suggests no mending. */
  readonly mended: string | null;
}

/** How much more another text must hold of the query than the name does to be worth naming. */
const clearlyMore = 0.3;

/** Says which words of a document were meant, and by which of its texts it was found. */
export function explainHit(
  { documents }: SearchIndex,
  words: readonly QueryWord[],
  answers: Answers,
  document: number,
): Explanation {
  const meant: { spoken: SpokenWord; quality: number; mends: boolean }[] = [];
  let most = 0;
  let via: string | null = null;
  (documents[document]?.texts ?? []).forEach((text, at) => {
    const held = heldBy(text, words, answers, meant);
    if (at === 0) most = held;
    else if (held > most + clearlyMore) [most, via] = [held, text.text];
  });
  const mends = words.some((_, at) => meant[at]?.mends);
  return {
    words: [...new Set(Object.values(meant).map(({ spoken }) => spoken.folded))],
    via,
    mended: mends ? words.map(({ typed }, at) => mendedWord(typed, meant[at])).join(' ') : null,
  };
}

const mendedWord = (typed: SpokenWord, meant: { spoken: SpokenWord; mends: boolean } | undefined): string =>
  meant?.mends ? meant.spoken.spoken : typed.spoken;

/** How many words of the query a text holds; notes the best word for each. */
function heldBy(
  text: WordedText,
  words: readonly QueryWord[],
  answers: Answers,
  meant: { spoken: SpokenWord; quality: number; mends: boolean }[],
): number {
  const held = new Float64Array(words.length);
  text.words.forEach((id, at) => {
    const spoken = text.spoken[at];
    if (!spoken) return;
    for (const { word, quality, mends } of answers.get(id) ?? []) {
      if (quality > (held[word] ?? 0)) held[word] = quality;
      // A word of the question around it is neither marked nor mended for looking like another one.
      if (mends && (words[word]?.weight ?? 0) < 1) continue;
      if (quality > (meant[word]?.quality ?? 0)) meant[word] = { spoken, quality, mends };
    }
  });
  return held.reduce((sum, quality, at) => sum + quality * (words[at]?.weight ?? 0), 0);
}
