import { describe, expect, it } from '@jest/globals';
import { nextTry, sameSince } from './sending-plan';

const now = new Date('2026-11-23T02:00:00.000Z');

describe('a message that the gateway did not take', () => {
  it('waits longer each time, and never longer than a quarter of an hour', () => {
    const pauses = [1, 2, 5, 10, 50].map(
      (attempts) => ((nextTry(attempts, now, now)?.getTime() ?? 0) - now.getTime()) / 1000,
    );
    expect(pauses).toEqual([2, 4, 32, 900, 900]);
  });

  it('is given up a day and a half after it was due', () => {
    expect(nextTry(100, new Date('2026-11-21T14:00:00.000Z'), now)).not.toBeNull();
    expect(nextTry(100, new Date('2026-11-21T13:59:59.999Z'), now)).toBeNull();
  });
});

describe('two notices that say the same', () => {
  it('are those that only say where to look, within ten minutes', () => {
    expect(sameSince('supplement-requested', now)?.toISOString()).toBe('2026-11-23T01:50:00.000Z');
    expect(sameSince('payment-requested', now)).not.toBeNull();
    expect([sameSince('paid', now), sameSince('received', now)]).toEqual([null, null]);
  });
});
