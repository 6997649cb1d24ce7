const telexMarks: readonly (readonly [RegExp, string])[] = [
  [/aa/gu, 'a'],
  [/ee/gu, 'e'],
  [/oo/gu, 'o'],
  [/dd/gu, 'd'],
  [/w/gu, ''],
];

/**
 * Reads a folded word as keys of Telex or VNI that were left in because the input method was off: `giaays` and `gia61y`
 * both mean `giấy`. Tone keys may stand at the end or right after their vowel.
 *
 * @returns the words that may be meant, without tones; none when the word holds no such keys
 */
export function decodeKeystrokes(folded: string): readonly string[] {
  if (/\d/u.test(folded)) return /[a-z]/u.test(folded) ? onlyWords([folded.replace(/[0-9]/gu, '')]) : [];
  let bare = folded;
  // `uw` and `w` are ư; a bare w at the beginning or between consonants has eaten its vowel.
  bare = bare.replace(/(^|[^aouw])w/gu, '$1u');
  for (const [keys, letter] of telexMarks) bare = bare.replace(keys, letter);
  const readings = new Set([bare]);
  const toneAtEnd = /^(.*[aeiouy].*)[sfrxj]$/u.exec(bare);
  if (toneAtEnd?.[1] !== undefined) readings.add(toneAtEnd[1]);
  const toneInside = /^(.*[aeiouy])[sfrxj]([aeiouy]|[cmnpt]|ch|ng|nh)+$/u.exec(bare);
  if (toneInside) readings.add(bare.replace(/([aeiouy])[sfrxj]/u, '$1'));
  readings.delete(folded);
  return onlyWords([...readings]);
}

const onlyWords = (words: readonly string[]): readonly string[] => words.filter((word) => word.length >= 1);
