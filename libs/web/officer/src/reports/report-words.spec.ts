import { describe, expect, it } from '@jest/globals';
import { figureInWords, finishedMonths, monthInWords } from './report-words';

describe('numbers of a report in words', () => {
  it.each([
    ['12.345', { numerator: 12_345, denominator: null }],
    ['45,45% (5/11)', { numerator: 5, denominator: 11 }],
    ['100,00% (1.200/1.200)', { numerator: 1200, denominator: 1200 }],
    ['–', { numerator: 0, denominator: 0 }],
    ['–', null],
  ])('are %s as a Vietnamese reads them', (words, figure) => {
    expect(figureInWords(figure, 'vi').replace(/\u00a0/gu, '')).toBe(words);
  });

  it('are of months that are over in Vietnam, the last one first', () => {
    expect(finishedMonths(new Date('2026-01-31T16:59:59Z'), 2)).toEqual(['2025-12', '2025-11']);
    expect(finishedMonths(new Date('2026-01-31T17:00:00Z'), 3)).toEqual(['2026-01', '2025-12', '2025-11']);
  });

  it('name a month', () => {
    expect(monthInWords('2026-10')).toBe('10/2026');
  });
});
