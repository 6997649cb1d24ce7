import { describe, expect, it } from '@jest/globals';
import { idleStage, isSpokenSecond } from './idle-watch';

const limits = { idleSeconds: 60, warningSeconds: 20 };

describe('the idle watch of a kiosk', () => {
  it.each([
    ['right after a touch', 0, { kind: 'active' }],
    ['a moment before the warning', 59_999, { kind: 'active' }],
    ['at the warning', 60_000, { kind: 'warning', secondsLeft: 20 }],
    ['in the last second', 79_500, { kind: 'warning', secondsLeft: 1 }],
    ['at the end of the warning', 80_000, { kind: 'expired' }],
  ])('%s', (_when, elapsed, stage) => {
    expect(idleStage(1000 + elapsed, 1000, limits)).toEqual(stage);
  });

  it('is expired at once when the machine slept through the warning', () => {
    expect(idleStage(10_000_000, 0, limits)).toEqual({ kind: 'expired' });
  });

  it('does not expire when the clock seems to run backwards', () => {
    expect(idleStage(0, 5000, limits)).toEqual({ kind: 'active' });
  });

  it('speaks at the start, at ten and at five seconds only', () => {
    const spoken = Array.from({ length: 20 }, (_, index) => 20 - index).filter(isSpokenSecond);
    expect(spoken).toEqual([20, 10, 5]);
  });
});
