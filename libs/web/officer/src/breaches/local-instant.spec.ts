import { describe, expect, it } from '@jest/globals';
import { inputOfInstant, instantOfInput } from './local-instant';

describe('the time in a box', () => {
  it('is the time of Vietnam, and comes back as it was typed', () => {
    expect(instantOfInput('2026-11-16T00:30')).toBe('2026-11-15T17:30:00.000Z');
    for (const typed of ['2026-11-16T00:30', '2026-12-31T23:59']) {
      expect(inputOfInstant(instantOfInput(typed))).toBe(typed);
    }
  });

  it('is nothing while the box is empty or half filled', () => {
    expect([instantOfInput(undefined), instantOfInput(''), instantOfInput('2026-11')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(inputOfInstant(null)).toBe('');
  });
});
