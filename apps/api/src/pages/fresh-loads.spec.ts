import { describe, expect, it } from '@jest/globals';
import { FreshLoads } from './fresh-loads';

/** A load that ends when the test says so, and tells when it began. */
function controlled() {
  const began: number[] = [];
  const ends: ((value: number) => void)[] = [];
  const begin = () => {
    began.push(began.length);
    return new Promise<number>((resolve) => ends.push(resolve));
  };
  return { began, begin, end: (index: number) => ends[index]?.(index) };
}

describe('loads that are shared', () => {
  it('never give a request what was read before it came', async () => {
    const loads = new FreshLoads<number>();
    const source = controlled();
    const first = loads.load('a', source.begin);
    const second = loads.load('a', source.begin);
    const third = loads.load('a', source.begin);
    expect(source.began).toHaveLength(1);
    source.end(0);
    expect(await first).toBe(0);
    await Promise.resolve();
    expect(source.began).toHaveLength(2);
    source.end(1);
    expect([await second, await third]).toEqual([1, 1]);
  });

  it('begin anew after one has ended, and keep keys apart', async () => {
    const loads = new FreshLoads<number>();
    const source = controlled();
    const [one, other] = [loads.load('a', source.begin), loads.load('b', source.begin)];
    source.end(0);
    source.end(1);
    expect([await one, await other]).toEqual([0, 1]);
    const again = loads.load('a', source.begin);
    source.end(2);
    expect(await again).toBe(2);
  });

  it('go on after one has failed', async () => {
    const loads = new FreshLoads<number>();
    const failing = loads.load('a', () => Promise.reject(new Error('no database')));
    const next = loads.load('a', () => Promise.resolve(7));
    await expect(failing).rejects.toThrow('no database');
    expect(await next).toBe(7);
  });
});
