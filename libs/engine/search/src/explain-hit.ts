import type { QueryWord } from './read-query';
import type { SearchIndex, WordedText } from './search-index';

/** Why a document was found. */
export interface Explanation {
  readonly words: readonly string[];
  readonly via: string | null;
  /** The query with its slips mended; null when the document suggests no mending. */
  readonly mended: string | null;
}

/** Says which words of a document were meant, and by which of its texts it was found. */
export function explainHit(index: SearchIndex, words: readonly QueryWord[], document: number): Explanation {
  const texts = index.documents[document]?.texts ?? [];
  const meant = new Set<string>();
  const readings = words.map((word) => bestReading(word, texts));
  readings.forEach((reading) => {
    if (reading) meant.add(reading.spoken.folded);
  });
  const mended = readings.map((reading, at) => {
    const typed = words[at]?.typed.spoken ?? '';
    return reading?.mends ? reading.spoken.spoken : typed;
  });
  const changed = readings.some((reading) => reading?.mends);
  return { words: [...meant], via: viaOf(words, texts), mended: changed ? mended.join(' ') : null };
}

function bestReading({ readings }: QueryWord, texts: readonly WordedText[]) {
  for (const { word, kind } of readings) {
    for (const text of texts) {
      const at = text.words.indexOf(word);
      const spoken = at < 0 ? undefined : text.spoken[at];
      if (spoken) return { spoken, mends: kind === 'slip' || kind === 'sound' || kind === 'keys' };
    }
  }
  return null;
}

/** The text that holds most of the query, when it holds more than the name does. */
function viaOf(words: readonly QueryWord[], texts: readonly WordedText[]): string | null {
  const held = (text: WordedText): number =>
    words.reduce((sum, { readings, weight }) => {
      const reading = readings.find(({ word }) => text.words.includes(word));
      return sum + weight * (reading?.quality ?? 0);
    }, 0);
  const [name, ...others] = texts;
  let most = name ? held(name) : 0;
  let via: string | null = null;
  for (const text of others) {
    const holds = held(text);
    if (holds > most + 0.3) {
      most = holds;
      via = text.text;
    }
  }
  return via;
}
