import { describe, expect, it } from '@jest/globals';
import { append, clean, erase } from './code-entry';

describe('typing a code', () => {
  it('adds keys up to the limit and takes back the last', () => {
    expect(append('H99', '-', 4)).toBe('H99-');
    expect(append('H99-', '1', 4)).toBe('H99-');
    expect(erase('H99')).toBe('H9');
    expect(erase('')).toBe('');
  });

  it('keeps only what codes are made of, in capitals', () => {
    expect(clean(' h99.01-261122-0001\n', 60)).toBe('H99.01-261122-0001');
    expect(clean('đàn', 60)).toBe('N');
  });
});
