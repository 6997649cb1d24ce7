import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstWords } from './first-words';

describe('the first words of a text', () => {
  it.each([
    ['Không thu phí', 60, 'Không thu phí', false],
    ['  Không thu phí  ', 60, 'Không thu phí', false],
    ['', 10, '', false],
    // a sentence that fills more than half of the room ends it
    ['Trong ngày làm việc. Nếu nhận sau 15 giờ thì trong ngày tiếp theo.', 30, 'Trong ngày làm việc', true],
    // a shorter one does not: too much would be left out
    ['Có. Người yêu cầu nộp tại cơ quan giữ sổ gốc', 30, 'Có. Người yêu cầu nộp tại cơ…', true],
    ['Người yêu cầu, người đại diện', 15, 'Người yêu cầu…', true],
    ['Khônghềcódấucáchnào', 8, 'Khônghềc…', true],
  ])('of “%s” within %i characters', (text, limit, words, cut) => {
    expect(firstWords(text, limit)).toEqual({ words, cut });
  });

  it('are never longer than asked, but for the sign that more follows, and always stand in the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 80 }), (text, limit) => {
        const { words, cut } = firstWords(text, limit);
        const told = cut ? words.replace(/…$/u, '') : words;
        expect(told.length).toBeLessThanOrEqual(limit);
        expect(text).toContain(told);
        expect(cut).toBe(text.trim().length > limit);
      }),
      { seed: 14, numRuns: 300 },
    );
  });
});
