import { describe, expect, it } from '@jest/globals';
import { numberingRules, placeOfNumber } from './number-series';

describe('the place of a number', () => {
  const seven = { year: 2026, series: 'QĐ-UBND', ordinal: '7' };

  it.each([
    ['7/QĐ-UBND', seven],
    ['07/QĐ-UBND', seven],
    [' 7 / qđ-ubnd ', seven],
    ['7/QĐ-UBND'.normalize('NFD'), seven],
    ['7/2026/QĐ-UBND', seven],
    ['7', seven],
    ['70/QĐ-UBND', { ...seven, ordinal: '70' }],
    ['7a/QĐ-UBND', { ...seven, ordinal: '7A' }],
    ['7/TB-UBND', { ...seven, series: 'TB-UBND' }],
    ['0', { ...seven, ordinal: '0' }],
  ])('is the same for %p as a reader would say', (written, place) => {
    expect(placeOfNumber(written, 'QĐ-UBND', '2026-11-16')).toEqual(place);
  });

  it('begins anew with each year', () => {
    expect(placeOfNumber('7/QĐ-UBND', 'QĐ-UBND', '2027-01-02')).toEqual({ ...seven, year: 2027 });
  });

  it('rests on rules with a source, each later than the one before', () => {
    expect(numberingRules.map(({ effectiveFrom }) => effectiveFrom)).toEqual(
      numberingRules.map(({ effectiveFrom }) => effectiveFrom).toSorted(),
    );
    for (const { source } of numberingRules) expect(source).not.toBe('');
  });
});
