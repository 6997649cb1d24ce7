/** Tone of a syllable, by the combining mark that writes it; `level` writes none. */
export const toneMarks = {
  level: '',
  acute: '\u0301',
  grave: '\u0300',
  hook: '\u0309',
  tilde: '\u0303',
  dot: '\u0323',
} as const;
export type Tone = keyof typeof toneMarks;

/** What turns a plain vowel into another letter: ô, ơ, ă. */
export type Shape = 'circumflex' | 'horn' | 'breve';

/** A word as it is being typed: its letters without tones, each in NFC, and the tone of the whole. */
export interface Word {
  readonly letters: readonly string[];
  readonly tone: Tone;
}

const tones = new Map(Object.entries(toneMarks).map(([tone, mark]) => [mark, tone as Tone]));

export function readWord(text: string): Word {
  let tone: Tone = 'level';
  const plain = [...text.normalize('NFD')].filter((sign) => {
    const found = sign === '' ? undefined : tones.get(sign as never);
    if (found !== undefined) tone = found;
    return found === undefined;
  });
  return { letters: [...plain.join('').normalize('NFC')], tone };
}

/** The word in NFC, its tone where Vietnamese spelling puts it; without a vowel there is no place for a tone. */
export function writeWord({ letters, tone }: Word): string {
  const at = tone === 'level' ? -1 : tonePlace(letters);
  return letters
    .map((letter, index) => (index === at ? letter + toneMarks[tone] : letter))
    .join('')
    .normalize('NFC');
}

const vowels = new Set('aăâeêioôơuưy');
const shaped = new Set('ăâêôơư');

/** Vowels that stand together in Vietnamese, without tones. Others are no syllable, so no key changes them. */
const clusters = new Set(
  `a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi ôi ơi oo ua uâ uă uê ui uo uô uơ uy ưa ưi ươ ưu ye yê
   ie ieu iêu oai oao oay oeo uao uay uây ue uoi uôi uya uye uyê uyu ưo ưoi ươi ưou ươu uou yeu yêu eu ơu uơi`.split(
    /\s+/u,
  ),
);

export function isVowel(letter: string): boolean {
  return vowels.has(letter.toLowerCase());
}

/** First and last + 1 index of the vowels that carry the tone; `qu` and `gi` before a vowel are consonants. */
export function nucleus(letters: readonly string[]): { readonly from: number; readonly to: number } {
  const lower = letters.map((letter) => letter.toLowerCase());
  const glide =
    (lower[0] === 'q' && lower[1] === 'u') ||
    (lower[0] === 'g' && lower[1] === 'i' && isVowel(lower[2] ?? ''));
  let from = glide ? 2 : 0;
  while (from < lower.length && !isVowel(lower[from] ?? '')) from += 1;
  let to = from;
  while (to < lower.length && isVowel(lower[to] ?? '')) to += 1;
  return { from, to };
}

export function isSyllable(letters: readonly string[]): boolean {
  const { from, to } = nucleus(letters);
  return clusters.has(letters.slice(from, to).join('').toLowerCase());
}

/** Where the tone goes, in the spelling most people were taught: hòa, thúy, but hoàn, toán. -1 without a vowel. */
function tonePlace(letters: readonly string[]): number {
  const { from, to } = nucleus(letters);
  if (from === to) return -1;
  for (let index = to - 1; index >= from; index -= 1) {
    if (shaped.has((letters[index] ?? '').toLowerCase())) return index;
  }
  const length = to - from;
  if (length === 1) return from;
  if (length === 3) return from + 1;
  return to < letters.length ? from + 1 : from;
}

const shapes: Readonly<Record<Shape, Readonly<Record<string, string>>>> = {
  circumflex: { a: 'â', e: 'ê', o: 'ô' },
  horn: { o: 'ơ', u: 'ư' },
  breve: { a: 'ă' },
};

/** The letter with the shape, in the same case; null when the letter takes no such shape. */
export function withShape(letter: string, shape: Shape): string | null {
  const base = plainOf(letter);
  const found = shapes[shape][base.toLowerCase()];
  if (found === undefined) return null;
  return base === base.toLowerCase() ? found : found.toUpperCase();
}

/** The letter without circumflex, horn and breve. */
export function plainOf(letter: string): string {
  return letter.normalize('NFD').replace(/[\u0302\u0306\u031B]/gu, '');
}
