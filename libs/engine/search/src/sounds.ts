/** Beginnings that sound alike somewhere in the country; each pair works both ways. */
const beginnings: readonly (readonly [string, string])[] = [
  ['s', 'x'],
  ['ch', 'tr'],
  ['l', 'n'],
  ['d', 'gi'],
  ['d', 'v'],
  ['d', 'r'],
  ['gi', 'r'],
  ['g', 'gh'],
  ['ng', 'ngh'],
  ['c', 'k'],
  ['c', 'q'],
  ['ph', 'f'],
];
const endings: readonly (readonly [string, string])[] = [
  ['n', 'ng'],
  ['c', 't'],
  ['nh', 'n'],
  ['ch', 't'],
  ['i', 'y'],
];

/** Folded words that are spelt otherwise and sound like this one. */
export function soundsLike(folded: string): readonly string[] {
  const found = new Set<string>();
  for (const [one, other] of [...beginnings, ...beginnings.map(turn)]) {
    if (folded.startsWith(one) && folded.length > one.length) found.add(other + folded.slice(one.length));
  }
  for (const [one, other] of [...endings, ...endings.map(turn)]) {
    if (folded.endsWith(one) && folded.length > one.length) {
      found.add(folded.slice(0, -one.length) + other);
    }
  }
  // d before i is written gi with one i.
  if (/^d[aeouy]/u.test(folded)) found.add(`gi${folded.slice(1)}`);
  if (/^gi[aeouy]/u.test(folded)) found.add(`d${folded.slice(2)}`);
  found.delete(folded);
  return [...found];
}

const turn = ([one, other]: readonly [string, string]): readonly [string, string] => [other, one];
