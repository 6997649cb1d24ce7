import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldVietnamese } from '@mocua/engine/vietnamese';
import { scaled } from '@mocua/testing/scaled';
import {
  buildSearchIndex,
  deserialiseSearchIndex,
  facetNames,
  search,
  type SearchIndex,
  serialiseSearchIndex,
} from '../src/index';
import { seededRandom, withOneSlip, withoutTones } from './derived-queries';
import { judgedDocuments, judgedIndex, judgedQueries } from './judged-set';

const index = judgedIndex();
const codes = (query: string, from: SearchIndex = index) =>
  search(from, query, { limit: 100 }).hits.map(({ code }) => code);
const best = (query: string) => codes(query)[0];
const anyQuery = fc.constantFrom(...judgedQueries.map(({ q }) => q));
const runs = { seed: 300, numRuns: scaled(150, 5000) };

describe('search', () => {
  it.each([
    ['with tones', 'Đăng ký kết hôn'],
    ['without tones', 'dang ky ket hon'],
    ['with the words in another order', 'ket hon dang ky'],
    ['with Telex keys left in', 'ddawng kys keets hoon'],
    ['with VNI keys left in', 'd9a8ng ky1 ke61t ho6n'],
    ['with a letter wrong', 'dang ky ket hom'],
    ['with two letters swapped', 'dang ky ket hno'],
    ['with a word spelt as it sounds', 'đăng kí kếch hôn'],
    ['with a space left out', 'dang ky kethon'],
    ['with a space in a word', 'dang ky ke t hon'],
    ['with a letter for a space', 'dang ky ketbhon'],
    ['while the last word is being typed', 'dang ky ket ho'],
    ['by its initials', 'ĐKKH'],
    ['by everyday words', 'hôn thú'],
    ['inside a question', 'cho em hỏi đăng ký kết hôn cần giấy tờ gì'],
  ])('finds a procedure %s', (_how, query) => {
    expect(best(query)).toBe('TEST-01');
  });

  it.each([
    ['2.000908', '2.000908'],
    ['2000908', '2.000908'],
    ['2.0009', '2.000908'],
    ['2.000980', '2.000908'],
    ['demo-01', 'DEMO-01'],
  ])('finds the code %s', (query, code) => {
    expect(best(query)).toBe(code);
  });

  it('finds a procedure by a code it has elsewhere, and names it by its own', () => {
    const own = buildSearchIndex([{ code: '1.012812', otherCodes: ['1.012812.H19'], name: 'Hòa giải' }]);
    expect(codes('1.012812.H19', own)).toEqual(['1.012812']);
  });

  it('lets tones decide between words that look alike without them', () => {
    const two = buildSearchIndex([
      { code: '1', name: 'Cấp bản sao' },
      { code: '2', name: 'Đăng ký bán hàng' },
    ]);
    expect([codes('bán', two)[0], codes('bản', two)[0]]).toEqual(['2', '1']);
  });

  it('takes the same tone on another letter for the same word', () => {
    expect(search(index, 'hoà giải').hits).toEqual(search(index, 'hòa giải').hits);
  });

  it('finds everything in the given order for an empty query, also for one of signs alone', () => {
    const all = judgedDocuments.map(({ code }) => code);
    for (const query of ['', '   ', '?!…']) {
      expect(codes(query)).toEqual(all);
      expect(search(index, query).total).toBe(all.length);
    }
  });

  it('finds nothing for words that occur nowhere', () => {
    expect(search(index, 'blockchain kryptowährung').total).toBe(0);
  });

  it('says by which other words a procedure was found', () => {
    expect(search(index, 'hôn thú').hits[0]).toMatchObject({ code: 'TEST-01', via: 'hôn thú' });
    expect(search(index, 'đăng ký kết hôn').hits[0]).toMatchObject({
      via: null,
      words: ['dang', 'ky', 'ket', 'hon'],
    });
  });

  it('offers the query with its slips mended, and nothing when there are none', () => {
    expect(search(index, 'đăng ký kết hôm').didYouMean).toBe('đăng ký kết hôn');
    expect(search(index, 'ddawng kys ket hon').didYouMean).toBe('đăng ký ket hon');
    expect(search(index, 'đăng ký kết hôn').didYouMean).toBeNull();
  });

  it('gives the same answer whenever it is asked', () => {
    for (const { q } of judgedQueries.slice(0, 40)) expect(search(index, q)).toEqual(search(index, q));
  });

  it('loses no hit when tones are added', () => {
    fc.assert(
      fc.property(anyQuery, fc.nat(), (query, which) => {
        const some = query
          .split(' ')
          .map((word, at) => (((which >> at) & 1) === 1 ? word : withoutTones(word)))
          .join(' ');
        const plain = search(index, withoutTones(query), { limit: 100 });
        expect(new Set(codes(some))).toEqual(new Set(plain.hits.map(({ code }) => code)));
        expect(search(index, some).total).toBe(plain.total);
      }),
      runs,
    );
  });

  it('finds by every beginning of a word what it finds by the word', () => {
    const wanted = new Map<string, Set<string>>();
    for (const { code, name } of judgedDocuments) {
      for (const word of foldVietnamese(name).split(' ')) {
        for (let length = 2; length <= word.length; length += 1) {
          const typed = word.slice(0, length);
          wanted.set(typed, (wanted.get(typed) ?? new Set()).add(code));
        }
      }
    }
    for (const [typed, expected] of wanted) {
      const found = new Set(codes(typed));
      expect({ typed, lost: [...expected].filter((code) => !found.has(code)) }).toEqual({ typed, lost: [] });
    }
  });

  it('finds in the index of the browser what it finds in the index of the server, in the same order', () => {
    const browser = deserialiseSearchIndex(serialiseSearchIndex(index));
    if (!browser) throw new Error('of another version');
    const random = seededRandom(5);
    for (const { q } of judgedQueries) {
      const slipped = withOneSlip(q, random);
      expect(search(browser, slipped)).toEqual(search(index, slipped));
    }
    expect(serialiseSearchIndex(browser)).toBe(serialiseSearchIndex(index));
  });

  it('does not read an index of another version', () => {
    const other = { ...JSON.parse(serialiseSearchIndex(index)), v: 99 };
    expect(deserialiseSearchIndex(JSON.stringify(other))).toBeNull();
  });
});

describe('filters', () => {
  it('leave what has the chosen value', () => {
    const { hits } = search(index, 'cấp lại', { filters: { field: 'dat-dai' }, limit: 100 });
    expect(hits.map(({ code }) => code)).toContain('1.012786');
    const fields = new Map(judgedDocuments.map(({ code, fields: [field] = [] }) => [code, field]));
    for (const { code } of hits) expect(fields.get(code)).toBe('Đất đai');
  });

  it('have counts that say what choosing a value would give, whatever else is chosen', () => {
    fc.assert(
      fc.property(anyQuery, fc.constantFrom(...facetNames), fc.boolean(), (query, name, narrowed) => {
        const filters = narrowed ? { audience: 'citizen' } : {};
        for (const { value, count } of search(index, query, { filters }).facets[name]) {
          expect(search(index, query, { filters: { ...filters, [name]: value } }).total).toBe(count);
        }
      }),
      { ...runs, numRuns: scaled(40, 1000) },
    );
  });

  it('name their values as the documents write them', () => {
    const { facets } = search(index, '');
    expect(facets.field).toContainEqual({ value: 'ho-tich', name: 'Hộ tịch', count: 9 });
  });
});

describe('places', () => {
  it('are set aside, and what became of them is told', () => {
    const { hits, places } = search(index, 'đăng ký khai sinh ở xã Bàu Súng cũ');
    expect(places).toEqual([{ typed: 'xã bàu súng', name: 'xã Bàu Súng', now: ['xã Đồng Sen'] }]);
    expect(hits).toEqual(search(index, 'đăng ký khai sinh ở').hits);
  });

  it('are found without their kind, and with another one', () => {
    for (const query of ['khai sinh bau sung', 'khai sinh phường Bàu Súng', 'khai sinh huyện Bàu Súng']) {
      expect(search(index, query).places).toMatchObject([{ name: 'xã Bàu Súng' }]);
    }
  });

  it('are kept as words when there are no others', () => {
    expect(search(index, 'xã Bàu Súng').places).toMatchObject([{ now: ['xã Đồng Sen'] }]);
  });
});

describe('hostile queries', () => {
  it.each([
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['ten thousand short words', 'an '.repeat(10_000)],
    ['ten thousand of the commonest word', 'giay '.repeat(10_000)],
    ['a letter under ten thousand marks', `a${'\u0301'.repeat(10_000)} khai sinh`],
    ['marks alone', '\u0300\u0309'.repeat(5_000)],
    ['digits', '1.'.repeat(5_000)],
    ['half of a pair of surrogates', '\ud83d'.repeat(3_000)],
    ['letters of other alphabets', 'ไทย한국어عربى'.repeat(500)],
    ['Telex keys', 'wwwwssssffffrrrr'.repeat(400)],
  ])('of %s are answered', (_what, query) => {
    const { hits, total } = search(index, query);
    expect(hits.length).toBeLessThanOrEqual(20);
    expect(total).toBeLessThanOrEqual(judgedDocuments.length);
  });

  it('of any text are answered, with words that fold to themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (query) => {
        for (const { words } of search(index, query).hits) {
          for (const word of words) expect(foldVietnamese(word)).toBe(word);
        }
      }),
      runs,
    );
  });
});
