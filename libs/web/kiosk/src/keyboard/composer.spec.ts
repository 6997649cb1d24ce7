import { describe, expect, it } from '@jest/globals';
import { scaled } from '@mocua/testing';
import fc from 'fast-check';
import { applyTone, compose, type Method } from './composer';
import { type Tone, toneMarks } from './syllable';

const type = (keys: string, method: Method, before = ''): string =>
  [...keys].reduce((text, key) => compose(text, key, method), before);

/** Rimes of Vietnamese, written by hand; `*` stands behind the letter that carries the tone. */
const rimes =
  `a* ac:a*c a*i a*m a*n a*ng a*nh a*o a*p a*t a*u a*y ă*c ă*m ă*n ă*ng ă*p ă*t â*c â*m â*n â*ng â*p â*t â*u â*y e* e*c e*m e*n e*ng e*o
   e*p e*t ê* ê*ch ê*m ê*n ê*nh ê*p ê*t ê*u i* i*a i*ch iê*c iê*m iê*n iê*ng iê*p iê*t iê*u i*m i*n i*nh i*p i*t i*u o* o*a oa*c oa*i oa*n
   oa*ng oa*nh oa*o oa*t oa*y oă*c oă*m oă*n oă*ng oă*t o*c o*e oe*n oe*o oe*t o*i o*m o*n o*ng o*p o*t ô* ô*c ô*i ô*m ô*n ô*ng ô*p ô*t
   ơ* ơ*i ơ*m ơ*n ơ*p ơ*t u* u*a uâ*n uâ*ng uâ*t uâ*y u*c uê* uê*ch uê*nh u*i u*m u*n u*ng uô*c uô*i uô*m uô*n uô*ng uô*t uơ* u*p u*t
   u*y uya* uyê*n uyê*t uy*nh uy*t uy*u ư* ư*a ư*c ư*i ư*ng ươ*c ươ*i ươ*m ươ*n ươ*ng ươ*p ươ*t ươ*u ư*t ư*u y* yê*n yê*u`
    .split(/\s+/u)
    .map((rime) => rime.replace(/^.*:/u, ''))
    .map((rime) => (rime === 'uya*' ? 'uy*a' : rime));
const initials = [
  '',
  'b',
  'c',
  'ch',
  'd',
  'đ',
  'g',
  'gh',
  'h',
  'k',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'nh',
  'ph',
  'r',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
];
const tones = Object.keys(toneMarks) as Tone[];

interface Sample {
  readonly initial: string;
  readonly rime: string;
  readonly tone: Tone;
}
const sample: fc.Arbitrary<Sample> = fc
  .record({
    initial: fc.constantFrom(...initials),
    rime: fc.constantFrom(...rimes),
    tone: fc.constantFrom(...tones),
  })
  // `gi` before a vowel is a consonant of its own: nobody writes g + iu
  .filter(({ initial, rime }) => initial !== 'g' || !/^i\*?\p{L}/u.test(rime));
const written = ({ initial, rime, tone }: Sample): string =>
  (initial + rime.replace('*', toneMarks[tone])).normalize('NFC');

const telexOf: Readonly<Record<string, string>> = {
  ă: 'aw',
  â: 'aa',
  ê: 'ee',
  ô: 'oo',
  ơ: 'ow',
  ư: 'uw',
  đ: 'dd',
};
const vniOf: Readonly<Record<string, string>> = {
  ă: 'a8',
  â: 'a6',
  ê: 'e6',
  ô: 'o6',
  ơ: 'o7',
  ư: 'u7',
  đ: 'd9',
};
const toneKeys = {
  telex: { level: '', acute: 's', grave: 'f', hook: 'r', tilde: 'x', dot: 'j' },
  vni: { level: '', acute: '1', grave: '2', hook: '3', tilde: '4', dot: '5' },
} as const;

/** The keys of a syllable; the tone at the end, or right behind its letter. */
function keysOf({ initial, rime, tone }: Sample, method: 'telex' | 'vni', early: boolean): string {
  const table = method === 'telex' ? telexOf : vniOf;
  const toneKey = toneKeys[method][tone];
  const letters = [...(initial + rime)].map((letter) =>
    letter === '*' ? (early ? toneKey : '') : (table[letter] ?? letter),
  );
  return letters.join('') + (early ? '' : toneKey);
}

const runs = { numRuns: scaled(1_500, 60_000), seed: 20261122 };

describe('typing a syllable', () => {
  it.each([
    ['telex', false],
    ['telex', true],
    ['vni', false],
    ['vni', true],
  ] as const)('by %s, the tone early: %s, gives the letters of the table in NFC', (method, early) => {
    fc.assert(
      fc.property(sample, (one) => {
        expect(type(keysOf(one, method, early), method)).toBe(written(one));
      }),
      runs,
    );
  });

  it('by letters and tone keys gives the same', () => {
    fc.assert(
      fc.property(sample, (one) => {
        const plain = type(one.initial + one.rime.replace('*', ''), 'direct');
        expect(one.tone === 'level' ? plain : applyTone(plain, one.tone)).toBe(written(one));
      }),
      runs,
    );
  });

  it('keeps capitals', () => {
    fc.assert(
      fc.property(sample, (one) => {
        expect(type(keysOf(one, 'telex', false).toUpperCase(), 'telex')).toBe(written(one).toUpperCase());
      }),
      runs,
    );
  });

  it('leaves everything before the word as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom('Trần ', '12/', 'a@', 'Ông '), sample, (before, one) => {
        expect(type(keysOf(one, 'vni', false), 'vni', before)).toBe(before + written(one));
      }),
      runs,
    );
  });
});

describe('any keys at all', () => {
  const keys = fc.string({
    unit: fc.constantFrom(...'abcdeghiklmnopqrstuvxywzfj0123456789 ,.@-'),
    maxLength: 40,
  });

  it('give text in NFC that never grows by more than the keys pressed', () => {
    fc.assert(
      fc.property(keys, fc.constantFrom<Method>('telex', 'vni', 'direct'), (pressed, method) => {
        const text = type(pressed, method);
        expect(text).toBe(text.normalize('NFC'));
        expect(text.length).toBeLessThanOrEqual(pressed.length);
      }),
      runs,
    );
  });

  it('are themselves without a method', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        expect(type(pressed, 'direct')).toBe(pressed);
      }),
      runs,
    );
  });
});

describe('marks', () => {
  it.each([
    ['nguyeenx', 'nguyễn'],
    ['nguyenxe', 'nguyễn'],
    ['dduwowngf', 'đường'],
    ['duongdfw', 'đường'],
    ['thuowr', 'thuở'],
    ['thuowngf', 'thường'],
    ['tieengs', 'tiếng'],
    ['hoaf', 'hòa'],
    ['hoafn', 'hoàn'],
    ['hoanf', 'hoàn'],
    ['thuys', 'thúy'],
    ['quys', 'quý'],
    ['giaf', 'già'],
    ['gif', 'gì'],
    ['gieengs', 'giếng'],
    ['muaw', 'mưa'],
    ['quawn', 'quăn'],
    ['ngoeoj', 'ngoẹo'],
    ['khuyar', 'khuỷa'],
    ['tw', 'tư'],
    ['huowu', 'hươu'],
  ])('%s by Telex makes %s', (keys, word) => {
    expect(type(keys, 'telex')).toBe(word);
  });

  it.each([
    ['ass', 'as'],
    ['aaa', 'aa'],
    ['ddd', 'dd'],
    ['uww', 'uw'],
    ['aww', 'aw'],
    ['booong', 'boong'],
    ['asz', 'a'],
    ['bz', 'bz'],
    ['test@', 'tét@'],
  ])('%s by Telex is taken back to %s', (keys, word) => {
    expect(type(keys, 'telex')).toBe(word);
  });

  it.each([
    ['2026', '2026'],
    ['so61', 'số'],
    ['so 61', 'so 61'],
    ['d9uo7ng2', 'đường'],
    ['a11', 'a1'],
  ])('%s by VNI makes %s', (keys, word) => {
    expect(type(keys, 'vni')).toBe(word);
  });

  it('are taken away by the same tone key', () => {
    expect(applyTone(applyTone('lâm', 'grave'), 'grave')).toBe('lâm');
    expect(applyTone('', 'grave')).toBe('');
    expect(applyTone('12', 'grave')).toBe('12');
  });
});
