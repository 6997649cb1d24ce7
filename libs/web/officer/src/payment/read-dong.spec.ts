import { describe, expect, it } from '@jest/globals';
import { readDong } from './read-dong';

describe('an amount as it is typed', () => {
  it.each([
    ['24000', 24_000],
    ['24.000', 24_000],
    [' 1 500 000 ', 1_500_000],
    ['8.000 đồng', 8_000],
    ['0', 0],
    ['', null],
    ['-5', null],
    ['24,5', null],
    ['hai nghìn', null],
  ])('%s', (text, dong) => {
    expect(readDong(text)).toBe(dong);
  });
});
