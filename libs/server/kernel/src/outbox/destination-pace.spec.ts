import { describe, expect, it } from '@jest/globals';
import { DestinationPace } from './destination-pace';

const half = (): number => 0.5;

describe('the pace towards a destination', () => {
  it('is full while all is well', () => {
    const pace = new DestinationPace(40, half);
    pace.answered();
    expect(pace.limitAt(0)).toBe(40);
  });

  it('leaves alone what does not answer, longer each time, and never longer than a minute', () => {
    const pace = new DestinationPace(40, half);
    const rests: number[] = [];
    for (let now = 0, failure = 0; failure < 8; failure += 1) {
      pace.unavailable(now);
      let rest = 0;
      while (pace.limitAt(now + rest) === 0) rest += 50;
      rests.push(rest);
      now += rest;
    }
    expect(rests).toEqual([750, 1500, 3000, 6000, 12000, 24000, 45000, 45000]);
  });

  it('comes back with one message, then twice as many each time', () => {
    const pace = new DestinationPace(10, half);
    pace.unavailable(0);
    const limits = [pace.limitAt(5_000)];
    for (let round = 0; round < 5; round += 1) {
      pace.answered();
      limits.push(pace.limitAt(5_000));
    }
    expect(limits).toEqual([1, 2, 4, 8, 10, 10]);
  });

  it('lets processes that failed together come back apart', () => {
    const first = new DestinationPace(10, () => 0);
    const last = new DestinationPace(10, () => 0.999);
    first.unavailable(0);
    last.unavailable(0);
    expect([first.limitAt(500), last.limitAt(500), last.limitAt(1_000)]).toEqual([1, 0, 1]);
  });
});
