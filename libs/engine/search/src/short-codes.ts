import { differsByOneSlip } from '@mocua/engine/vietnamese';
import { compactCode, type SearchIndex } from './search-index';
import { firstFrom } from './vocabulary';

const mostCodes = 200;
const mostInitials = 200;

/** Takes codes of procedures out of a query: whole, begun, or with one slip in a long one. */
export function readCodes(
  index: SearchIndex,
  query: string,
): { codes: ReadonlyMap<number, number>; rest: string } {
  const codes = new Map<number, number>();
  const rest: string[] = [];
  for (const chunk of query.split(/\s+/u)) {
    const compact = compactCode(chunk);
    const found = /\d/u.test(chunk) && compact.length >= 4 ? documentsOf(index, compact) : [];
    for (const [document, quality] of found) codes.set(document, Math.max(quality, codes.get(document) ?? 0));
    if (found.length === 0) rest.push(chunk);
  }
  // A trailing space says that the last word is finished; splitting kept it as an empty chunk.
  return { codes, rest: rest.join(' ') };
}

function documentsOf(index: SearchIndex, compact: string): (readonly [number, number])[] {
  const { codes, documentOfCode } = index;
  const found: (readonly [number, number])[] = [];
  for (let at = firstFrom(codes, compact); codes[at]?.startsWith(compact); at += 1) {
    if (found.length >= mostCodes) break;
    found.push([documentOfCode[at] ?? 0, codes[at] === compact ? 1 : 0.9]);
  }
  if (found.length > 0 || compact.length < 5 || compact.replace(/\D/gu, '').length < 2) return found;
  codes.forEach((code, at) => {
    const near = differsByOneSlip(code, compact) || differsByOneSlip(code.slice(0, 7), compact);
    if (near && found.length < mostCodes) found.push([documentOfCode[at] ?? 0, 0.6]);
  });
  return found;
}

/** Documents in whose name words that follow one another begin with these letters: `ĐKKS` for `Đăng ký khai sinh`. */
export function readInitials(index: SearchIndex, typed: string): ReadonlyMap<number, number> {
  if (typed.length < 3 || typed.length > 10) return new Map();
  const found = initialsAt(index, typed, 1);
  if (found.size > 0 || typed.length < 4 || /[aeiouy]/u.test(typed.slice(1))) return found;
  for (const meant of lettersMeant(typed)) {
    for (const [document, quality] of initialsAt(index, meant, 0.8)) {
      if (quality > (found.get(document) ?? 0)) found.set(document, quality);
    }
  }
  return found;
}

/** The letters with one of them taken out, or two neighbours swapped back. */
function lettersMeant(typed: string): ReadonlySet<string> {
  const meant = new Set<string>();
  for (let at = 0; at < typed.length; at += 1) {
    meant.add(typed.slice(0, at) + typed.slice(at + 1));
    meant.add(typed.slice(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2));
  }
  meant.delete(typed);
  return new Set([...meant].filter(({ length }) => length >= 4));
}

function initialsAt(
  { initials, initialsFrom }: SearchIndex,
  typed: string,
  worth: number,
): Map<number, number> {
  const found = new Map<number, number>();
  for (
    let at = initials.indexOf(typed);
    at >= 0 && found.size < mostInitials;
    at = initials.indexOf(typed, at + 1)
  ) {
    const document = documentAt(initialsFrom, at);
    const begins = initialsFrom[document] === at;
    const ends = initials[at + typed.length] === ' ';
    const quality = worth * (begins && ends ? 1 : begins || ends ? 0.85 : 0.7);
    if (quality > (found.get(document) ?? 0)) found.set(document, quality);
  }
  return found;
}

function documentAt(from: Uint32Array, at: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((from[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
