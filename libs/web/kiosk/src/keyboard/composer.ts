import {
  isSyllable,
  nucleus,
  plainOf,
  readWord,
  type Shape,
  type Tone,
  withShape,
  type Word,
  writeWord,
} from './syllable';

/** How keys make Vietnamese letters; `direct`: the keys are the letters themselves, tones have keys of their own. */
export type Method = 'direct' | 'telex' | 'vni';

const telexTones: Readonly<Record<string, Tone>> = {
  s: 'acute',
  f: 'grave',
  r: 'hook',
  x: 'tilde',
  j: 'dot',
  z: 'level',
};
const vniTones: Readonly<Record<string, Tone>> = {
  '1': 'acute',
  '2': 'grave',
  '3': 'hook',
  '4': 'tilde',
  '5': 'dot',
  '0': 'level',
};
const vniShapes: Readonly<Record<string, Shape>> = { '6': 'circumflex', '7': 'horn', '8': 'breve' };

/**
 * What stands before the caret after a key was pressed. Only the word at the caret changes; a key that cannot change it is
 * simply typed, and a mark that is typed twice is taken back and the key typed instead. Pure: text in, NFC text out.
 */
export function compose(before: string, key: string, method: Method): string {
  const { head, word } = split(before);
  const changed = method === 'direct' ? null : change(word, key, method);
  if (changed !== null) return head + writeWord(changed);
  if (!/^\p{L}$/u.test(key)) return before + key;
  return head + writeWord(append(word, key));
}

/** Gives the word before the caret a tone, or takes it away when it has it. A text without a word stays as it is. */
export function applyTone(before: string, tone: Tone): string {
  const { head, word } = split(before);
  if (!isSyllable(word.letters)) return before;
  return head + writeWord({ ...word, tone: word.tone === tone ? 'level' : tone });
}

function split(before: string): { readonly head: string; readonly word: Word } {
  const text = before.normalize('NFC');
  const found = /[\p{L}\p{M}]+$/u.exec(text)?.[0] ?? '';
  return { head: text.slice(0, text.length - found.length), word: readWord(found) };
}

/** A letter more; the tone moves to its new place, and `uơ` before another letter is the `ươ` of every such word. */
function append({ letters, tone }: Word, letter: string): Word {
  const { from, to } = nucleus(letters);
  const [first, second] = [letters[from] ?? '', letters[from + 1] ?? ''];
  const opens =
    to === letters.length && to - from === 2 && first.toLowerCase() === 'u' && second.toLowerCase() === 'ơ';
  const before = opens
    ? letters.map((each, index) => (index === from ? (withShape(each, 'horn') ?? each) : each))
    : letters;
  return { letters: [...before, letter], tone };
}

function change(word: Word, key: string, method: 'telex' | 'vni'): Word | null {
  const lower = key.toLowerCase();
  const tone = (method === 'telex' ? telexTones : vniTones)[lower];
  if (tone !== undefined) return changeTone(word, tone, key);
  if (method === 'vni') {
    if (lower === '9') return bar(word, key);
    const shape = vniShapes[lower];
    return shape === undefined ? null : reshape(word, [shape], key);
  }
  if (lower === 'd') return bar(word, key);
  if (lower === 'w') return reshape(word, ['horn', 'breve'], key) ?? loneHorn(word, key);
  return 'aeo'.includes(lower) ? reshape(word, ['circumflex'], key, lower) : null;
}

function changeTone(word: Word, tone: Tone, key: string): Word | null {
  if (!isSyllable(word.letters)) return null;
  if (tone === 'level') return word.tone === 'level' ? null : { ...word, tone };
  if (word.tone !== tone) return { ...word, tone };
  return { letters: [...word.letters, key], tone: 'level' };
}

/** Telex `w` where no vowel stands yet is the letter ư itself. */
function loneHorn({ letters, tone }: Word, key: string): Word | null {
  const { from, to } = nucleus(letters);
  if (from !== to) return null;
  return { letters: [...letters, key === 'W' ? 'Ư' : 'ư'], tone };
}

/** đ from d, wherever in the syllable the key is pressed; pressed again, back to d and the key. */
function bar({ letters, tone }: Word, key: string): Word | null {
  const [first = '', ...rest] = letters;
  const complete = rest.length === 0 || isSyllable(letters);
  if (!complete) return null;
  if (first === 'd' || first === 'D') return { letters: [first === 'd' ? 'đ' : 'Đ', ...rest], tone };
  if (first === 'đ' || first === 'Đ') return { letters: [first === 'đ' ? 'd' : 'D', ...rest, key], tone };
  return null;
}

/** Puts one of the shapes on the vowels; null when none fits. `only`: the one base letter the key stands for. */
function reshape(word: Word, shapes: readonly Shape[], key: string, only?: string): Word | null {
  const { letters, tone } = word;
  const { from, to } = nucleus(letters);
  const plan = pairOfHorns(letters, from, to, shapes);
  if (plan !== null) return { letters: plan, tone };
  for (const index of order(letters, from, to)) {
    const letter = letters[index] ?? '';
    if (only !== undefined && plainOf(letter).toLowerCase() !== only) continue;
    for (const shape of shapes) {
      const made = withShape(letter, shape);
      if (made === null) continue;
      if (made === letter) {
        const plain = letters.map((each, at) => (at >= from && at < to ? unshaped(each, shape) : each));
        return { letters: [...plain, key], tone };
      }
      const next = letters.map((each, at) => (at === index ? made : each));
      if (isSyllable(next)) return { letters: next, tone };
    }
  }
  return null;
}

/** `uo` takes the horn on both letters, unless the word ends there (thuở, huơ). */
function pairOfHorns(
  letters: readonly string[],
  from: number,
  to: number,
  shapes: readonly Shape[],
): readonly string[] | null {
  if (!shapes.includes('horn') || to - from < 2) return null;
  const pair = letters.slice(from, from + 2);
  const plain = pair.map((letter) => plainOf(letter).toLowerCase()).join('');
  const done = pair.every((letter) => withShape(letter, 'horn') === letter);
  if (plain !== 'uo' || done) return null;
  const ends =
    from + 2 === letters.length && pair[0]?.toLowerCase() === 'u' && pair[1]?.toLowerCase() !== 'ơ';
  return letters.map((letter, index) => {
    const wanted = ends ? index === from + 1 : index === from || index === from + 1;
    return wanted ? (withShape(letter, 'horn') ?? letter) : letter;
  });
}

/** Which vowel a mark looks at first: the last, but in `ua` the u (mưa), as `uă` stands only behind q. */
function order(letters: readonly string[], from: number, to: number): readonly number[] {
  const indices = Array.from({ length: to - from }, (_, index) => to - 1 - index);
  const cluster = letters.slice(from, to).map((letter) => plainOf(letter).toLowerCase());
  return cluster.join('') === 'ua' ? [...indices].reverse() : indices;
}

function unshaped(letter: string, shape: Shape): string {
  return withShape(letter, shape) === letter ? plainOf(letter) : letter;
}
