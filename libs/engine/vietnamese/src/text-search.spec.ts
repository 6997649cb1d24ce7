import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildTextIndex, searchText } from './text-search';
import { differsByOneSlip, matchWord } from './word-match';

const index = buildTextIndex([
  {
    key: 'copy',
    code: '2.000908',
    name: 'Cấp bản sao từ sổ gốc',
    synonyms: ['trích lục', 'sao y', 'giấy khai sinh bản sao', 'bằng tốt nghiệp'],
    abbreviations: ['bssg', 'gks'],
    context: 'Chứng thực',
  },
  {
    key: 'certify',
    code: '2.000815',
    name: 'Chứng thực bản sao từ bản chính',
    synonyms: ['công chứng', 'sao y'],
    context: 'Chứng thực',
  },
  { key: 'sale', code: '1.000001', name: 'Đăng ký bán hàng rong', context: 'Thương mại' },
  {
    key: 'birth',
    code: '1.001193',
    name: 'Đăng ký khai sinh',
    synonyms: ['làm giấy khai sinh'],
    context: 'Hộ tịch',
  },
]);
const keys = (query: string) => searchText(index, query).map((hit) => hit.key);

describe('searchText', () => {
  it.each([
    ['with tones', 'Cấp bản sao từ sổ gốc'],
    ['without tones', 'ban sao so goc'],
    ['with the words in another order', 'so goc ban sao'],
    ['while the last word is being typed', 'cap ban sao tu so go'],
    ['with one typing error', 'cap ban soa tu so goc'],
    ['with a telex tone left in', 'cap banr sao tu so goc'],
    ['by its code', '2.000908'],
    ['by the beginning of its code', '2.0009'],
    ['by a given abbreviation', 'bssg'],
    ['by its initials', 'cbstsg'],
    ['by another word for it', 'trích lục'],
    ['by what people call the paper', 'bang tot nghiep'],
  ])('finds a procedure %s', (_how, query) => {
    expect(keys(query)[0]).toBe('copy');
  });

  it('ranks the name above a synonym', () => {
    expect(keys('khai sinh')).toEqual(['birth', 'copy']);
  });

  it('lets tones decide between words that look alike without them', () => {
    expect(keys('bán')[0]).toBe('sale');
    expect(keys('bản')[0]).not.toBe('sale');
  });

  it('is content with more than half of the words when nothing has them all', () => {
    expect(keys('xin cap ban sao so goc o xa')).toEqual(['copy']);
  });

  it('finds nothing for words that occur nowhere', () => {
    expect(keys('tên lửa vũ trụ')).toEqual([]);
  });

  it('gives everything in the given order for an empty query', () => {
    expect(keys('  ')).toEqual(['copy', 'certify', 'sale', 'birth']);
  });
});

describe('matchWord', () => {
  it('does not guess at short words', () => {
    expect(matchWord('sao', 'cao')).toBe('none');
    expect(matchWord('sinhh', 'sinh')).toBe('typo');
  });

  it('accepts exactly the words one slip away', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 0, maxLength: 5 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(differsByOneSlip(a, b)).toBe(slipsOf(a).has(b) && a !== b);
      }),
      { seed: 908, numRuns: 500 },
    );
  });
});

/** Oracle: every word one slip away from `word`, by construction. */
function slipsOf(word: string): ReadonlySet<string> {
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    slips.add(head + tail.slice(1));
    for (const letter of ['a', 'b', 'c']) {
      slips.add(head + letter + tail);
      slips.add(head + letter + tail.slice(1));
    }
    if (tail.length > 1) slips.add(head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2));
  }
  return slips;
}
