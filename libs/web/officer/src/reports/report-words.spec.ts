import { describe, expect, it } from '@jest/globals';
import { figureInWords, monthInWords } from './report-words';

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

  it('name a month', () => {
    expect(monthInWords('2026-10')).toBe('10/2026');
  });
});
