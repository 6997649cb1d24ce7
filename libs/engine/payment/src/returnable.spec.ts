import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scaled } from '@mocua/testing/scaled';
import { type KeptOrder, returnableOf, sumOfSplits } from './returnable';

const kept = (orderId: string, charge: number, fee = 0): KeptOrder => ({ orderId, charge, fee });

describe('what may go back of an order', () => {
  it.each([
    ['nothing while all of it is owed', [kept('a', 24_000)], { charge: 24_000, fee: 0 }, [0, 0]],
    [
      'what the dossier costs less than was paid',
      [kept('a', 24_000)],
      { charge: 8_000, fee: 0 },
      [16_000, 0],
    ],
    ['all of it when nothing is owed any more', [kept('a', 8_000, 500)], { charge: 0, fee: 0 }, [8_000, 500]],
    ['all of it when the dossier ended', [kept('a', 8_000, 500)], null, [8_000, 500]],
    ['the part that became less', [kept('a', 8_000, 500)], { charge: 8_000, fee: 200 }, [0, 300]],
    ['no more than it brought', [kept('b', 9_000), kept('a', 3_000)], { charge: 8_000, fee: 0 }, [3_000, 0]],
    [
      'the other part when this one is too small',
      [kept('a', 1_000, 5_000)],
      { charge: 0, fee: 2_000 },
      [1_000, 3_000],
    ],
    ['nothing while another part is missing', [kept('a', 8_000)], { charge: 2_000, fee: 9_000 }, [0, 0]],
    ['nothing of an order nobody paid', [kept('b', 8_000)], null, [0, 0]],
  ] as const)('is %s', (_, orders, owed, [charge, fee]) => {
    expect(returnableOf('a', orders, owed)).toEqual({ charge, fee });
  });

  it('brings what is kept down to what is owed, order by order, and never below', () => {
    const dong = fc.nat({ max: 20_000 });
    const split = fc.record({ charge: dong, fee: dong });
    fc.assert(
      fc.property(fc.array(split, { maxLength: 4 }), split, (paid, owed) => {
        let left = paid.map((each, at): KeptOrder => ({ ...each, orderId: String(at) }));
        for (const { orderId } of left) {
          const back = returnableOf(orderId, left, owed);
          left = left.map((each) =>
            each.orderId === orderId
              ? { orderId, charge: each.charge - back.charge, fee: each.fee - back.fee }
              : each,
          );
        }
        expect(left.every(({ charge, fee }) => charge >= 0 && fee >= 0)).toBe(true);
        const total = (of: { charge: number; fee: number }): number => of.charge + of.fee;
        expect(total(sumOfSplits(left))).toBe(Math.min(total(sumOfSplits(paid)), total(owed)));
      }),
      { seed: 41, numRuns: scaled(300, 10_000) },
    );
  });
});
