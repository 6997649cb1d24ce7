/** How well one typed word stands for one word of a text. */
export type WordMatch = 'exact' | 'prefix' | 'typo' | 'none';

/** Words shorter than this are not matched with a typing error: nearly every short syllable is near another one. */
const shortestWithTypo = 4;

/** Compares two folded words. A prefix counts from two letters on, and one typing error from four letters on. */
export function matchWord(typed: string, word: string): WordMatch {
  if (typed === word) return 'exact';
  if (typed.length >= 2 && word.startsWith(typed)) return 'prefix';
  const longEnough = typed.length >= shortestWithTypo && word.length >= shortestWithTypo - 1;
  return longEnough && differsByOneSlip(typed, word) ? 'typo' : 'none';
}

/** Whether one letter too much, too little, wrong, or two swapped neighbours turn one word into the other. */
export function differsByOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return swapped || a.slice(at + 1) === b.slice(at + 1);
}
