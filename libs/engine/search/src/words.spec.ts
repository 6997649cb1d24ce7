import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differsByOneSlip, foldedWords, foldVietnamese } from '@mocua/engine/vietnamese';
import { decodeKeystrokes } from './keystrokes';
import { markWords } from './mark-words';
import { areNeighbours, slipLikelihood } from './slips';
import { soundsLike } from './sounds';
import { spokenWords } from './spoken-words';
import { vietnameseThesaurus } from './vietnamese-words';
import { buildVocabulary, wordsBeginning, wordsNear } from './vocabulary';

describe('spokenWords', () => {
  it('are the folded words of the text, with their tones', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aăâeêoôơuưdđsx ,.-1ấệữỡ\u0301\u0323') });
    fc.assert(
      fc.property(text, (given) => {
        expect(spokenWords(given).map(({ folded }) => folded)).toEqual(foldedWords(given));
      }),
      { seed: 8 },
    );
  });

  it('have one key for the same tone on another letter', () => {
    const keyOf = (text: string) => spokenWords(text)[0]?.key;
    expect(keyOf('hòa')).toBe(keyOf('hoà'));
    expect(keyOf('ủy')).toBe(keyOf('uỷ'));
    expect(keyOf('bán')).not.toBe(keyOf('bản'));
  });
});

describe('decodeKeystrokes', () => {
  it.each([
    ['giaays', 'giay'],
    ['giay61', 'giay'],
    ['gia61y', 'giay'],
    ['ddawng', 'dang'],
    ['d9a8ng', 'dang'],
    ['khuyeets', 'khuyet'],
    ['dduowngf', 'duong'],
    ['nguwowif', 'nguoi'],
    ['lafm', 'lam'],
    ['maats', 'mat'],
    ['wng', 'ung'],
    ['hoaf', 'hoa'],
  ])('reads %s as %s', (typed, meant) => {
    expect(decodeKeystrokes(typed)).toContain(meant);
  });

  it('reads nothing out of a word without such keys, or out of a number', () => {
    expect([decodeKeystrokes('khai'), decodeKeystrokes('2025')]).toEqual([[], []]);
  });
});

describe('soundsLike', () => {
  it.each([
    ['xinh', 'sinh'],
    ['trich', 'chich'],
    ['nien', 'lien'],
    ['dai', 'giai'],
    ['ki', 'ky'],
    ['taj', undefined],
  ])('hears %s as %s', (typed, meant) => {
    if (meant === undefined) expect(soundsLike(typed)).toEqual([]);
    else expect(soundsLike(typed)).toContain(meant);
  });

  it('works both ways', () => {
    for (const word of ['sinh', 'xinh', 'giai', 'dai', 'nghe', 'tron', 'chon']) {
      for (const other of soundsLike(word)) expect(soundsLike(other)).toContain(word);
    }
  });
});

describe('a vocabulary', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });

  it('gives exactly the words one slip away', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 40 }), letters, (words, typed) => {
        const vocabulary = buildVocabulary(words);
        const near = new Set(wordsNear(vocabulary, typed).map((id) => vocabulary.words[id]));
        const wanted = vocabulary.words.filter((word) => typed.length >= 2 && differsByOneSlip(typed, word));
        expect(near).toEqual(new Set(wanted));
      }),
      { seed: 12 },
    );
  });

  it('gives exactly the longer words with a beginning', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 40 }), letters, (words, typed) => {
        const vocabulary = buildVocabulary(words);
        const [from, below] = wordsBeginning(vocabulary, typed);
        expect(vocabulary.words.slice(from, below)).toEqual(
          vocabulary.words.filter((word) => word.startsWith(typed) && word !== typed),
        );
      }),
      { seed: 13 },
    );
  });
});

describe('slips', () => {
  it('are likelier between keys that lie side by side', () => {
    expect([areNeighbours('a', 's'), areNeighbours('g', 't'), areNeighbours('a', 'p')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(slipLikelihood('sunh', 'sinh')).toBeGreaterThan(slipLikelihood('smnh', 'sinh'));
  });

  it('are likeliest when a letter came twice or two came in the wrong order', () => {
    expect([slipLikelihood('sinnh', 'sinh'), slipLikelihood('sihn', 'sinh')]).toEqual([1, 1]);
  });
});

describe('markWords', () => {
  it('marks words with and without tones', () => {
    expect(markWords('Đăng ký khai sinh, lần đầu', ['khai', 'sinh', 'dau'])).toEqual([
      { text: 'Đăng ký ', marked: false },
      { text: 'khai', marked: true },
      { text: ' ', marked: false },
      { text: 'sinh', marked: true },
      { text: ', lần ', marked: false },
      { text: 'đầu', marked: true },
    ]);
  });

  it('gives pieces that together are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, words) => {
        expect(
          markWords(text, words)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
      { seed: 14 },
    );
  });
});

describe('the thesaurus', () => {
  const { shortForms, everyday, fillers, placeKinds } = vietnameseThesaurus();

  it('has words on both sides of each entry', () => {
    for (const { say, means } of [...shortForms, ...everyday]) {
      expect(say.length).toBeGreaterThan(0);
      for (const words of [...say, ...means.flat(), ...fillers, ...placeKinds]) {
        expect({ say, folds: foldVietnamese(words) !== '' }).toEqual({ say, folds: true });
      }
    }
  });

  it('holds words, not queries: none is longer than six syllables', () => {
    for (const { say } of everyday) {
      for (const words of say) expect(words.split(' ').length).toBeLessThanOrEqual(6);
    }
  });
});
