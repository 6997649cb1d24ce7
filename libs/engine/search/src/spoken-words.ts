import { foldVietnamese } from '@mocua/engine/vietnamese';

/** One word as it stands in a text or a query. */
export interface SpokenWord {
  /** Lower case, composed, tones kept. */
  readonly spoken: string;
  /** Without tones and marks. */
  readonly folded: string;
  /** With its tones, in one spelling for words that put the same tone on another letter: `hòa` and `hoà`. */
  readonly key: string;
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** The words of a text, with their tones and without. */
export function spokenWords(text: string): readonly SpokenWord[] {
  return wordReader()(text);
}

/** Reads many texts; a word that came before is not worked out again, and texts of offices repeat their words a lot. */
export function wordReader(): (text: string) => readonly SpokenWord[] {
  const known = new Map<string, SpokenWord | null>();
  return (text) => {
    const words: SpokenWord[] = [];
    // Marks that compose with nothing are noise; as separators they would cut words that folding keeps whole.
    const clean = text
      .normalize('NFC')
      .toLowerCase()
      .replace(/\p{Mn}/gu, '');
    for (const spoken of clean.split(/[^\p{L}\p{N}]+/u)) {
      let word = known.get(spoken);
      if (word === undefined) known.set(spoken, (word = spokenWord(spoken)));
      if (word) words.push(word);
    }
    return words;
  };
}

function spokenWord(spoken: string): SpokenWord | null {
  const folded = foldVietnamese(spoken);
  return folded === '' || folded.includes(' ') ? null : { spoken, folded, key: toneKey(spoken) };
}

function toneKey(spoken: string): string {
  const apart = spoken.normalize('NFD');
  const tones = apart.match(toneMarks);
  return tones ? apart.replace(toneMarks, '') + tones.join('') : apart;
}

/** A value for addresses and filters: `Hộ tịch` becomes `ho-tich`. */
export function slugOf(text: string): string {
  return foldVietnamese(text).replaceAll(' ', '-');
}
