import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scaled } from '@mocua/testing/scaled';
import { dongInWords } from './dong-in-words';

const values: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
};

/** Reads the words back, by a grammar of its own: a number of hundreds, tens and units before each scale. */
function read(words: string): number {
  let billions = 0;
  let below = 0;
  let group = 0;
  let unit = 0;
  for (const word of words
    .replace(/ đồng$/u, '')
    .toLocaleLowerCase('vi')
    .split(' ')) {
    const digit = values[word];
    if (digit !== undefined) unit = digit;
    else if (word === 'mười') group += 10;
    else if (word === 'linh') group += 0;
    else {
      const times = { mươi: 10, trăm: 100 }[word];
      if (times !== undefined) group += unit * times;
      else {
        const scaledGroup = group + unit;
        if (word === 'nghìn') below += scaledGroup * 1_000;
        else if (word === 'triệu') below += scaledGroup * 1_000_000;
        else if (word === 'tỷ') {
          billions = (billions + below + scaledGroup) * 1_000_000_000;
          below = 0;
        } else throw new Error(word);
        group = 0;
      }
      unit = 0;
    }
  }
  return billions + below + group + unit;
}

describe('an amount in words', () => {
  it.each([
    [0, 'Không đồng'],
    [8_000, 'Tám nghìn đồng'],
    [15_000, 'Mười lăm nghìn đồng'],
    [21_000, 'Hai mươi mốt nghìn đồng'],
    [100_000, 'Một trăm nghìn đồng'],
    [105_000, 'Một trăm linh năm nghìn đồng'],
    [1_005_010, 'Một triệu không trăm linh năm nghìn không trăm mười đồng'],
    [1_500_000_000, 'Một tỷ năm trăm triệu đồng'],
    [2_000_000_004, 'Hai tỷ không trăm linh bốn đồng'],
    [1_011_000_000_000, 'Một nghìn không trăm mười một tỷ đồng'],
  ])('%i is %s', (dong, words) => {
    expect(dongInWords(dong)).toBe(words);
  });

  it('reads back as the amount', () => {
    const amount = fc.oneof(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 10 ** 13 }));
    fc.assert(
      fc.property(amount, (dong) => {
        expect(read(dongInWords(dong))).toBe(dong);
      }),
      { seed: 8000, numRuns: scaled(2_000, 200_000) },
    );
  });

  it('is different for different amounts, and has no empty word', () => {
    const words = Array.from({ length: 10_000 }, (_, dong) => dongInWords(dong));
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((each) => / {2}|^ | $/u.test(each))).toEqual([]);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('is refused for %s', (dong) => {
    expect(() => dongInWords(dong)).toThrow(RangeError);
  });
});
