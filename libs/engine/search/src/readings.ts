import { decodeKeystrokes } from './keystrokes';
import type { SearchIndex } from './search-index';
import { slipLikelihood } from './slips';
import { soundsLike } from './sounds';
import { wordsBeginning, wordsNear } from './vocabulary';

/** How a typed word was understood. */
export type ReadingKind = 'exact' | 'keys' | 'sound' | 'slip' | 'beginning';

/** A word of the vocabulary that a typed word may mean. */
export interface Reading {
  readonly word: number;
  /** 1 when it is the very word. */
  readonly quality: number;
  readonly kind: ReadingKind;
}

const mostReadings = 24;
const mostBeginnings = 200;
const qualityOf = { exact: 1, keys: 0.95, sound: 0.8, beginning: 0.75 } as const;
/** A slip in a short word leaves little of it to go by. By length of what was typed. */
const slipQuality: readonly number[] = [0, 0, 0.35, 0.6, 0.7, 0.8, 0.85];
/** What another reading is worth when the word as typed exists. */
const whenExact = { sound: 0.5, slip: 0.4, beginning: 0.8 } as const;

export interface ReadingOptions {
  /** Whether it is the last word and may still be being typed. */
  readonly unfinished: boolean;
  /** Whether a word that exists may also be a slip for another one. */
  readonly doubtful: boolean;
}

/** What a typed word may mean, best first. */
export function readingsOf(
  index: SearchIndex,
  typed: string,
  { unfinished, doubtful }: ReadingOptions,
): readonly Reading[] {
  const { vocabulary } = index;
  const best = new Map<number, Reading>();
  const note = (word: number | undefined, quality: number, kind: ReadingKind): void => {
    if (word !== undefined && quality > (best.get(word)?.quality ?? 0))
      best.set(word, { word, quality, kind });
  };
  const exact = vocabulary.idOf.get(typed);
  note(exact, qualityOf.exact, 'exact');
  const known = exact !== undefined;
  if (known && !doubtful)
    return unfinished ? withBeginnings(index, typed, [...best.values()]) : [...best.values()];
  const decoded = known ? [] : decodeKeystrokes(typed);
  for (const word of decoded) note(vocabulary.idOf.get(word), qualityOf.keys, 'keys');
  for (const word of soundsLike(typed)) {
    note(vocabulary.idOf.get(word), qualityOf.sound * (known ? whenExact.sound : 1), 'sound');
  }
  const slipped = (word: string, factor: number): void => {
    const quality = factor * (slipQuality[Math.min(word.length, slipQuality.length - 1)] ?? 0);
    for (const near of wordsNear(vocabulary, word)) {
      note(near, quality * slipLikelihood(word, vocabulary.words[near] ?? ''), 'slip');
    }
  };
  slipped(typed, known ? whenExact.slip : 1);
  for (const word of decoded) slipped(word, 0.8);
  const readings = [...best.values()].sort((a, b) => b.quality - a.quality || a.word - b.word);
  return unfinished ? withBeginnings(index, typed, readings) : readings.slice(0, mostReadings);
}

function withBeginnings(index: SearchIndex, typed: string, readings: readonly Reading[]): readonly Reading[] {
  const kept = readings.slice(0, mostReadings);
  if (typed.length < 2) return kept;
  const [from, below] = wordsBeginning(index.vocabulary, typed);
  const before = new Map(kept.map((reading) => [reading.word, reading]));
  const quality = qualityOf.beginning * (kept[0]?.kind === 'exact' ? whenExact.beginning : 1);
  for (let word = from; word < Math.min(below, from + mostBeginnings); word += 1) {
    if (quality > (before.get(word)?.quality ?? 0)) before.set(word, { word, quality, kind: 'beginning' });
  }
  return [...before.values()].sort((a, b) => b.quality - a.quality || a.word - b.word);
}
