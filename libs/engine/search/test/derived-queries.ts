const neighbours: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'adwx',
  d: 'sfec',
  f: 'dgrv',
  g: 'fhtb',
  h: 'gjyn',
  j: 'hkum',
  k: 'jlim',
  l: 'kop',
  z: 'asx',
  x: 'zsc',
  c: 'xdv',
  v: 'cfb',
  b: 'vgn',
  n: 'bhm',
  m: 'njk',
};
const letters = Object.keys(neighbours);

/** Numbers between 0 and 1, always the same ones for a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is left when somebody types without an input method. */
export function withoutTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D');
}

/** One slip of the finger anywhere, spaces too: another letter, one left out, one twice, two swapped, the key beside. */
export function withOneSlip(text: string, random: () => number): string {
  const characters = [...text.normalize('NFC')];
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const at = Math.floor(random() * characters.length);
    const kind = pick(['substitute', 'drop', 'double', 'swap', 'neighbour']);
    const here = characters[at] ?? '';
    const changed = [...characters];
    if (kind === 'substitute') changed[at] = pick(letters) ?? '';
    else if (kind === 'drop') changed.splice(at, 1);
    else if (kind === 'double') changed.splice(at, 0, here);
    else if (kind === 'swap') changed.splice(at, 2, characters[at + 1] ?? '', here);
    else changed[at] = pick([...(neighbours[withoutTones(here).toLowerCase()] ?? 'x')]) ?? '';
    const slipped = changed.join('').trim();
    // Doubling a space or swapping equal letters is no slip.
    if (slipped.replace(/\s+/gu, ' ') !== characters.join('').trim() && slipped !== '') return slipped;
  }
  return text;
}
