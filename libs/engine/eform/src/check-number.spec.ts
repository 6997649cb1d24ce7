import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aField } from '../test/form-builder';
import type { FieldWish } from '../test/form-builder';
import { checkValue } from './check-value';
import { displayAnswer } from './read-back';

const facts = { facts: { today: '2026-11-23' } } as const;

function read(wish: Omit<FieldWish, 'id'>, raw: unknown): unknown {
  const { value, issue } = checkValue(aField({ id: 'n', ...wish }), raw);
  return issue === null ? value : issue.code;
}

describe('a year', () => {
  it.each([
    [1988, 1988],
    ['1988', 1988],
    [' 2026 ', 2026],
    ['', null],
    ['88', 'not-a-year'],
    ['1.988', 'not-a-year'],
    ['năm 1988', 'not-a-year'],
    [1988.5, 'not-a-year'],
    [1899, 'too-low'],
    ['2101', 'too-high'],
  ])('reads %p as %p', (raw, expected) => expect(read({ type: 'year' }, raw)).toBe(expected));

  it('keeps to the bounds of its field', () => {
    expect(read({ type: 'year', max: 2026 }, 2027)).toBe('too-high');
  });

  it('is never grouped like an amount', () => {
    expect(displayAnswer(aField({ id: 'n', type: 'year' }), 1988, facts)).toBe('1988');
    expect(displayAnswer(aField({ id: 'n', type: 'integer' }), 1988, facts)).toBe('1.988');
  });
});

describe('an amount of money', () => {
  it.each([
    [0, 0],
    [1_250_000, 1_250_000],
    ['1.250.000', 1_250_000],
    ['1 250 000 đồng', 1_250_000],
    ['1250000đ', 1_250_000],
    ['1.250.000 VNĐ', 1_250_000],
    ['', null],
    ['một triệu', 'not-an-amount'],
    ['1,5', 'not-an-amount'],
    [-1, 'too-low'],
    ['-5', 'not-an-amount'],
    [0.5, 'not-an-amount'],
  ])('reads %p as %p', (raw, expected) => expect(read({ type: 'money' }, raw)).toBe(expected));

  it('is read back with its currency', () => {
    const field = aField({ id: 'n', type: 'money' });
    expect(displayAnswer(field, 1_250_000, facts)).toBe('1.250.000 đồng');
    expect(displayAnswer(field, 1_250_000, { ...facts, lang: 'en' })).toBe('1,250,000 VND');
  });
});

describe('a measured amount', () => {
  it.each([
    ['125,5', 125.5],
    ['125.5', 125.5],
    ['1.250', 1250],
    ['1.250,75', 1250.75],
    ['1250,75', 1250.75],
    [80.25, 80.25],
    [0.3, 0.3],
    ['', null],
    ['80,255', 'too-precise'],
    [0.1 + 0.2, 'too-precise'],
    [1e-7, 'too-precise'],
    ['1,2,3', 'not-a-measure'],
    ['80 m2', 'not-a-measure'],
    ['-4', 'not-a-measure'],
    [Infinity, 'not-a-measure'],
    [1e12, 'not-a-measure'],
  ])('reads %p as %p', (raw, expected) => expect(read({ type: 'decimal' }, raw)).toBe(expected));

  it('keeps to the bounds of its field', () => {
    expect(read({ type: 'decimal', min: 0.01 }, 0)).toBe('too-low');
    expect(read({ type: 'decimal', max: 100 }, '100,5')).toBe('too-high');
  });

  it('is read back with its unit of measurement, and what is read back can be typed again', () => {
    const field = aField({ id: 'n', type: 'decimal' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (hundredths) => {
        const shown = displayAnswer(field, hundredths / 100, facts);
        expect(checkValue(field, shown.replace(' m²', ''))).toEqual({ value: hundredths / 100, issue: null });
      }),
      { seed: 17, numRuns: 300 },
    );
  });
});
