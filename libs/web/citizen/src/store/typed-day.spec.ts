import { describe, expect, it } from '@jest/globals';
import { dayOf } from './typed-day';

describe('the day in three boxes', () => {
  it.each([
    ['', 'none'],
    ['--', 'none'],
    ['2026-2-3', '2026-02-03'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', 'wrong'],
    ['2026-13-01', 'wrong'],
    ['26-01-01', 'wrong'],
    ['2026--', 'wrong'],
    ['năm-1-1', 'wrong'],
  ])('“%s” is %s', (typed, day) => {
    expect(dayOf(typed)).toBe(day);
  });
});
