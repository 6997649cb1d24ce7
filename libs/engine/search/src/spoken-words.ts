import { foldVietnamese } from '@mocua/engine/vietnamese';

/** One word as it stands in a text or a query. */
export interface SpokenWord {
  /** Lower case, composed, tones kept. */
  readonly spoken: string;
  /** Without tones and marks. */
  readonly folded: string;
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** The words of a text, with their tones and without. */
export function spokenWords(text: string): readonly SpokenWord[] {
  const words: SpokenWord[] = [];
  // Marks that compose with nothing are noise; as separators they would cut words that folding keeps whole.
  const clean = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '');
  for (const spoken of clean.split(/[^\p{L}\p{N}]+/u)) {
    const folded = foldVietnamese(spoken);
    if (folded !== '' && !folded.includes(' ')) words.push({ spoken, folded });
  }
  return words;
}

/** One spelling for words that put the same tone on another letter: `hòa` and `hoà`. */
export function toneKey(spoken: string): string {
  const apart = spoken.normalize('NFD');
  const tones = apart.match(toneMarks);
  return tones ? apart.replace(toneMarks, '') + tones.join('') : apart;
}

/** The words of a text, with a space around each, tones kept: phrases can be looked up in it with `includes`. */
export function tonedPhrase(text: string): string {
  return ` ${spokenWords(text)
    .map((word) => toneKey(word.spoken))
    .join(' ')} `;
}

/** A value for addresses and filters: `Hộ tịch` becomes `ho-tich`. */
export function slugOf(text: string): string {
  return foldVietnamese(text).replaceAll(' ', '-');
}
