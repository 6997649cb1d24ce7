import { describe, expect, it } from '@jest/globals';
import type { DurationRule } from '@mocua/engine/working-time';
import { durationFor } from './settle-rules';

const source = { citation: 'Ví dụ', effectiveFrom: '2025-07-01', verified: false };
const days = (amount: number): DurationRule => ({ amount, unit: 'working-day', source });

const byArea = {
  choose: [
    { when: 'area > 1000', duration: days(30) },
    { when: 'area > 100 or urgent = true', duration: days(20) },
  ],
  otherwise: days(10),
};

describe('the time limit', () => {
  it.each([
    [{ area: 5000 }, 30],
    [{ area: 1000 }, 20],
    [{ area: 50, urgent: true }, 20],
    [{ area: 50 }, 10],
    [{}, 10],
    [{ area: 'rộng' }, 10],
  ])('of answers %j is %i days: the first condition that holds decides', (answers, amount) => {
    expect(durationFor(byArea, answers)?.amount).toBe(amount);
  });

  it('is the same for everybody where nothing depends on the answers, and none where there is none', () => {
    expect(durationFor(days(3), { area: 5000 })).toEqual(days(3));
    expect(durationFor(null, { area: 5000 })).toBeNull();
  });
});
