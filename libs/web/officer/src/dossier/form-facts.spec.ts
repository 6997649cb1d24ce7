import { describe, expect, it } from '@jest/globals';
import { factsAt } from './form-facts';

describe('the day a form sees', () => {
  it.each([
    ['2026-11-20T16:59:59Z', '2026-11-20'],
    ['2026-11-20T17:00:00Z', '2026-11-21'],
    ['2026-12-31T23:30:00+07:00', '2026-12-31'],
  ])('at %s is %s in Vietnam', (instant, today) => {
    expect(factsAt(instant)).toEqual({ today });
    expect(factsAt(Date.parse(instant))).toEqual({ today });
  });
});
