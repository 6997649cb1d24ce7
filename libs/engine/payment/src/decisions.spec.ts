import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scaled } from '@mocua/testing/scaled';
import { judgePayment, type OrderFacts } from './judge-payment';
import { nextLookUp } from './look-up-plan';
import { type Account, bookCloseOfDay, bookPayment, bookRefund, type Posting } from './postings';
import { reconcileStatement, type StatementLine } from './reconcile';

const order = (state: OrderFacts['state'], amount = 8_000): OrderFacts => ({ state, amount });
const owed = { amount: 8_000, isPaid: false };

describe('a payment', () => {
  it.each([
    ['of an open order', order('open'), owed, 8_000, 'settle'],
    ['of an order that expired, still owed', order('expired'), owed, 8_000, 'settle'],
    ['of an order that was given up, still owed', order('cancelled'), owed, 8_000, 'settle'],
    ['of something another order paid', order('expired'), { amount: 0, isPaid: true }, 8_000, 'paid-before'],
    [
      'of a dossier that owes nothing any more',
      order('open'),
      { amount: 0, isPaid: false },
      8_000,
      'nothing-due',
    ],
    ['of another amount', order('open'), owed, 7_999, 'wrong-amount'],
    ['of an order that was paid', order('settled'), owed, 8_000, 'second-transaction'],
    ['of no order of ours', null, owed, 8_000, 'unknown-order'],
  ] as const)('%s', (_, facts, due, amount, expected) => {
    const verdict = judgePayment(facts, due, amount);
    expect('why' in verdict ? verdict.why : verdict.kind).toBe(expected);
  });
});

describe('the drawer', () => {
  const balance = (postings: readonly Posting[], account: Account): number =>
    postings.reduce(
      (sum, { debit, credit, amount }) =>
        sum + (debit === account ? amount : 0) - (credit === account ? amount : 0),
      0,
    );

  it('is empty after the close of the day, whatever was counted', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, (charge, fee, counted) => {
        const drawer = 'cash:unit' as const;
        const taken = bookPayment(drawer, { charge, fee });
        const back = bookRefund(drawer, { charge: 0, fee });
        const closed = bookCloseOfDay(drawer, charge, counted);
        const all = [...taken, ...back, ...closed];
        expect(balance(all, drawer)).toBe(0);
        expect([balance(all, 'bank'), balance(all, 'charge'), balance(all, 'fee')]).toEqual(
          [counted, -charge, 0].map((n) => n + 0),
        );
        expect(balance(all, 'cash-difference')).toBe(charge - counted + 0);
      }),
      { seed: 1, numRuns: scaled(300, 20_000) },
    );
  });
});

describe('looking an order up', () => {
  const createdAt = new Date('2026-11-16T01:00:00.000Z');
  const expiresAt = new Date('2026-11-17T01:00:00.000Z');
  const later = (ms: number): Date => new Date(createdAt.getTime() + ms);

  it('begins after half a minute, slows down, and ends a day after the order expired', () => {
    expect(nextLookUp({ createdAt, expiresAt }, 0, createdAt)).toEqual(later(30_000));
    let now = createdAt;
    const asked: Date[] = [];
    for (let next = nextLookUp({ createdAt, expiresAt }, 0, now); next;) {
      asked.push((now = next));
      next = nextLookUp({ createdAt, expiresAt }, asked.length, now);
    }
    expect(asked.length).toBeLessThan(25);
    expect(asked.at(-1)?.getTime()).toBeGreaterThan(expiresAt.getTime() + 12 * 3_600_000);
  });
});

describe('two statements of a day', () => {
  const line = fc.record({
    transactionId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    kind: fc.constantFrom('payment' as const, 'refund' as const),
    reference: fc.constant('R'),
    amount: fc.integer({ min: 1, max: 3 }),
  });
  const statement = fc.uniqueArray(line, { selector: (each) => `${each.kind}/${each.transactionId}` });

  it('have no difference with themselves, in any order', () => {
    fc.assert(
      fc.property(statement, (lines) => {
        expect(reconcileStatement(lines, lines.toReversed())).toEqual({
          matched: lines.length,
          differences: [],
        });
      }),
      { seed: 2, numRuns: scaled(200, 10_000) },
    );
  });

  it('differ in exactly what only one side has, or has otherwise', () => {
    fc.assert(
      fc.property(statement, statement, (theirs, ours) => {
        const same = (a: StatementLine) => (b: StatementLine) =>
          a.kind === b.kind && a.transactionId === b.transactionId;
        const { matched, differences } = reconcileStatement(theirs, ours);
        const missingThere = ours.filter((mine) => !theirs.some(same(mine)));
        expect(differences.filter(({ why }) => why === 'missing-there').map((each) => each.line)).toEqual(
          missingThere,
        );
        expect(matched + differences.length).toBe(theirs.length + missingThere.length);
      }),
      { seed: 3, numRuns: scaled(200, 10_000) },
    );
  });
});
