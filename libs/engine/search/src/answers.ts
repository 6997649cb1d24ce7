import type { QueryWord } from './read-query';

/** A word of the query that a word of a text may answer, and how well. */
export interface Answer {
  /** Position in the query. */
  readonly word: number;
  readonly quality: number;
  /** Whether the typed word has to be mended to mean it. */
  readonly mends: boolean;
}

/** Which words of the query each word of the vocabulary may answer. */
export type Answers = ReadonlyMap<number, readonly Answer[]>;

export function answersTo(words: readonly QueryWord[]): Answers {
  const answers = new Map<number, Answer[]>();
  words.forEach(({ readings }, at) => {
    for (const { word, quality, kind } of readings) {
      const answer = { word: at, quality, mends: kind === 'slip' || kind === 'sound' || kind === 'keys' };
      const known = answers.get(word);
      if (known) known.push(answer);
      else answers.set(word, [answer]);
    }
  });
  return answers;
}
