import { foldVietnamese } from '@mocua/engine/vietnamese';

/** A piece of a text, to be shown marked or plain. */
export interface MarkedPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text so that the given folded words can be shown marked. The pieces together are the text. */
export function markWords(text: string, words: readonly string[]): readonly MarkedPiece[] {
  const wanted = new Set(words);
  const pieces: { text: string; marked: boolean }[] = [];
  for (const part of text.split(/([^\p{L}\p{N}\p{Mn}]+)/u)) {
    if (part === '') continue;
    const marked = wanted.has(foldVietnamese(part));
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += part;
    else pieces.push({ text: part, marked });
  }
  return pieces;
}
