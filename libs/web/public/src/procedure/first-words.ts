/**
 * The beginning of a text, cut at the end of a sentence or a word.
 *
 * @param limit - most characters of the answer
 */
export function firstWords(text: string, limit: number): { readonly words: string; readonly cut: boolean } {
  const whole = text.trim();
  if (whole.length <= limit) return { words: whole, cut: false };
  const start = whole.slice(0, limit);
  const sentence = start.search(/[.;](?=[^.;]*$)/u);
  if (sentence > limit / 2) return { words: start.slice(0, sentence), cut: true };
  const space = start.lastIndexOf(' ');
  return { words: `${start.slice(0, space > 0 ? space : limit).replace(/[,;:\s]+$/u, '')}…`, cut: true };
}
