import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scaled } from '@mocua/testing/scaled';
import { aSubmission, aValue, commands, DossierStory } from '../../test/dossier-story';
import { rules } from '../../test/procedure-facts';
import {
  amountDue,
  amountOverpaid,
  amountPaid,
  askedLinesOf,
  awaitsPaymentBeforeReception,
  chargeOwed,
  decideSubmit,
  isPaymentOverdue,
  type DossierCommand,
  type DossierState,
  nationalReportOf,
  replay,
} from '../index';
import type { DecisionFacts } from './decision';

const { receive, refuse, complete, issue, edit, withdraw } = commands;
const receipt = { symbol: 'H99', year: 2026, number: 1 };
const fee = (amount: number, timing: 'before' | 'after' = 'before') => ({
  amount,
  timing,
  explanation: aValue(),
});

const pay =
  (amount: number, orderId = 'order-1') =>
  (story: DossierStory): DossierCommand => ({
    type: 'record-payment',
    orderId,
    amount,
    method: 'online',
    paidAt: story.now,
    receipt,
  });
const ask = (amount: number) => (): DossierCommand => ({
  type: 'request-payment',
  amount,
  explanation: aValue(),
  asked: { ground: 'more', charge: 0, lines: [], payer: 'owner', payBy: '2026-12-01' },
});
const takeBack = (): DossierCommand => ({ type: 'revoke-payment-request', reason: aValue() });
const giveBack =
  (amount: number, refundId = 'refund-1') =>
  (): DossierCommand => ({ type: 'record-refund', orderId: 'order-1', refundId, amount });

/** Rules under which waiting for a payment stops the clock. */
const pausing = {
  rules: {
    ...rules,
    pauses: {
      payment: {
        ground: { vi: 'Chờ nộp tiền', en: 'Waiting for the payment' },
        cause: 'payment' as const,
        resume: 'extend' as const,
        source: { citation: 'Nghị định về phí', effectiveFrom: '2025-07-01', verified: false },
      },
    },
  },
};

/** A dossier that was filed with a fee to be paid before the work. */
function filedWith(amount: number, facts: Partial<DecisionFacts> = {}): DossierStory {
  const story = new DossierStory();
  story.facts = { ...story.facts, ...facts };
  const filed = decideSubmit(aSubmission(), { ...story.facts, fee: fee(amount), now: story.now });
  if (!filed.ok) throw new Error(filed.problem.code);
  story.events.splice(0, story.events.length, ...filed.events);
  story.state = replay(filed.events) as DossierState;
  return story;
}

describe('a fee that is paid before the work', () => {
  it('is assessed with the filing, and holds up the reception until it is paid', () => {
    const story = filedWith(8_000);
    expect([story.state.finance, amountDue(story.state)]).toEqual(['due', 8_000]);
    expect(story.try(receive())).toBe('payment.before-reception');
    expect(story.try(pay(8_000)(story))).toEqual(['payment-received']);
    expect([story.state.finance, story.state.processing]).toEqual(['paid', 'submitted']);
    expect(story.then(receive).state.processing).toBe('processing');
  });

  it('gives the one-stop its whole time from the payment, and no alert before', () => {
    const story = filedWith(8_000);
    const before = story.state.reception;
    expect(story.wait(26 * 60).try(commands.alert())).toEqual([]);
    story.then(pay(8_000));
    expect(story.state.reception?.startedAt).toBe(story.now);
    expect(story.state.reception?.dueAt).not.toBe(before?.dueAt);
    expect(story.wait(121).try(commands.alert())).toEqual(['reception-alerted']);
  });

  it('leaves a receipt as a document of the dossier', () => {
    const { state } = filedWith(8_000).then(pay(8_000));
    expect(state.documents.map(({ kind }) => kind)).toEqual(['submission-receipt', 'payment-receipt']);
    expect(state.money?.payments).toMatchObject([{ amount: 8_000, method: 'online', receipt }]);
  });

  it('is one payment however often it is told', () => {
    const story = filedWith(8_000).then(pay(8_000));
    expect(story.try(pay(8_000)(story))).toEqual([]);
    expect(story.state.money?.payments).toHaveLength(1);
  });

  it('is assessed again when the answers change, and what is missing is due', () => {
    const story = filedWith(8_000).then(pay(8_000));
    story.facts = { ...story.facts, fee: fee(24_000) };
    story.then(edit);
    expect([story.state.finance, amountDue(story.state)]).toEqual(['due', 16_000]);
    expect(awaitsPaymentBeforeReception(story.state)).toBe(true);
    story.then(pay(16_000, 'order-2'));
    expect([story.state.finance, amountDue(story.state)]).toEqual(['paid', 0]);
  });

  it('that a waiver takes away holds up nothing', () => {
    const story = filedWith(0);
    expect([story.state.finance, story.then(receive).state.processing]).toEqual(['none', 'processing']);
  });

  it.each([
    ['refused', refuse],
    ['withdrawn', withdraw],
  ] as const)('is no longer due when the dossier was %s, and is given back once', (_, end) => {
    expect(amountDue(filedWith(8_000).then(end).state)).toBe(0);
    const paid = filedWith(8_000).then(pay(8_000), end);
    expect(paid.try(giveBack(8_000)())).toEqual(['payment-refunded']);
    expect(paid.state.finance).toBe('refunded');
    expect(paid.try(giveBack(8_000)())).toEqual([]);
  });

  it('that became less leaves a rest, which goes back while the dossier goes on', () => {
    const story = filedWith(24_000).then(pay(24_000));
    story.facts = { ...story.facts, fee: fee(8_000) };
    story.then(edit);
    expect([story.state.finance, amountOverpaid(story.state)]).toEqual(['paid', 16_000]);
    expect(story.try(giveBack(16_000)())).toEqual(['payment-refunded']);
    expect(story.try(giveBack(16_000)())).toEqual([]);
    expect([story.state.finance, amountOverpaid(story.state), amountDue(story.state)]).toEqual([
      'paid',
      0,
      0,
    ]);
    expect(story.state.money?.payments).toMatchObject([{ amount: 24_000, refundedAt: null }]);
    story.then(withdraw, giveBack(8_000, 'refund-2'));
    expect([story.state.finance, story.state.money?.payments[0]?.refundedAt]).toEqual([
      'refunded',
      story.now,
    ]);
    expect(nationalReportOf(story.events)?.paid).toBe(0);
  });
});

describe('a fee that is paid at the end', () => {
  it('is paid before the result is handed over', () => {
    const story = new DossierStory();
    story.facts = { ...story.facts, fee: fee(42_000, 'after') };
    story.then(receive, complete, complete, issue);
    expect(story.try(commands.return())).toBe('payment.before-result');
    expect(story.then(pay(42_000), commands.return).state.processing).toBe('returned');
  });
});

describe('money that is asked for during the work', () => {
  const asked = (facts: Partial<DecisionFacts>) => filedWith(0, facts).then(receive, ask(50_000));

  it('stops the clock where the rules of the procedure name a ground, until it is paid', () => {
    const story = asked(pausing);
    expect([story.state.processing, story.state.finance]).toEqual(['awaiting-payment', 'due']);
    expect(story.state.due?.pauses).toMatchObject([
      { cause: 'payment', ground: 'Nghị định về phí', to: null },
    ]);
    story.wait(24 * 60).then(pay(50_000));
    expect([story.state.processing, story.state.finance]).toEqual(['processing', 'paid']);
    expect(story.state.due?.pauses[0]?.to).toBe(story.now);
  });

  it('lets the clock run where no rule names a ground', () => {
    const story = asked({});
    expect(story.state.due?.pauses).toEqual([]);
    expect(story.then(pay(50_000)).state.processing).toBe('processing');
  });

  it('goes on waiting while only a part was paid', () => {
    const story = asked(pausing).then(pay(20_000));
    expect([story.state.processing, amountDue(story.state)]).toEqual(['awaiting-payment', 30_000]);
    expect(story.then(pay(30_000, 'order-2')).state.processing).toBe('processing');
  });
});

describe('the last day to pay', () => {
  const remind = (): DossierCommand => ({ type: 'remind-payment' });
  const note = (): DossierCommand => ({ type: 'note-payment-overdue' });
  const day = 24 * 60;
  const daysTo = (story: DossierStory, payBy: string): number =>
    (Date.parse(`${payBy}T00:00:00+07:00`) - Date.parse(story.now)) / 60_000;
  const asked = () => filedWith(0).then(receive, ask(50_000));

  it('is reminded of once before it, and noted once after it, while the dossier goes on waiting', () => {
    const story = asked();
    expect(story.try(note())).toEqual([]);
    expect([story.try(remind()), story.try(remind())]).toEqual([['payment-reminded'], []]);
    story.wait(daysTo(story, '2026-12-01') + day - 1);
    expect(story.try(note())).toEqual([]);
    story.wait(1);
    expect([story.try(remind()), story.try(note()), story.try(note())]).toEqual([
      [],
      ['payment-overdue'],
      [],
    ]);
    expect([story.state.processing, amountDue(story.state), isPaymentOverdue(story.state)]).toEqual([
      'awaiting-payment',
      50_000,
      true,
    ]);
    expect(story.then(pay(50_000)).state.processing).toBe('processing');
    expect(isPaymentOverdue(story.state)).toBe(false);
  });

  it('has no reminder after it, and none when it was paid or taken back', () => {
    const late = asked();
    late.wait(daysTo(late, '2026-12-02'));
    expect(late.try(remind())).toEqual([]);
    for (const settle of [pay(50_000), takeBack]) {
      const story = asked().then(settle);
      expect([story.try(remind()), story.wait(60 * day).try(note())]).toEqual([[], []]);
    }
  });

  it('can be asked for anew with another one after a request was taken back late', () => {
    const story = asked();
    story.wait(daysTo(story, '2026-12-02')).then(note, takeBack, ask(50_000));
    expect(isPaymentOverdue(story.state)).toBe(false);
  });
});

describe('money that was asked for and is taken back', () => {
  const asked = (facts: Partial<DecisionFacts> = {}) => filedWith(0, facts).then(receive, ask(50_000));

  it('is owed no longer, and the work goes on with the clock of before, however long it stood', () => {
    const story = filedWith(0, pausing).then(receive);
    const before = story.state.due;
    story.then(ask(50_000)).wait(3 * 24 * 60);
    expect(story.try(takeBack())).toEqual(['payment-request-revoked']);
    expect([story.state.processing, story.state.finance, amountDue(story.state)]).toEqual([
      'processing',
      'none',
      0,
    ]);
    expect([story.state.due?.dueAt, story.state.due?.remainingMinutes]).toEqual([before?.dueAt, null]);
    expect(story.state.due?.pauses).toMatchObject([{ to: story.now, policy: 'keep' }]);
    expect(story.state.money?.requests).toMatchObject([{ amount: 50_000, revoked: { at: story.now } }]);
  });

  it('is taken back once, and can be asked for again', () => {
    const story = asked().then(takeBack);
    expect(story.try(takeBack())).toBe('dossier.wrong-state');
    story.then(ask(20_000));
    expect([story.state.processing, amountDue(story.state)]).toEqual(['awaiting-payment', 20_000]);
    expect(story.then(pay(20_000)).state.processing).toBe('processing');
    expect(story.try(takeBack())).toBe('dossier.wrong-state');
  });

  it('stays asked for once a part of it was paid', () => {
    expect(asked().then(pay(20_000)).try(takeBack())).toBe('payment.already-paid');
  });

  it('leaves its lines to be asked for anew, and what came all the same goes back', () => {
    const withLines = (): DossierCommand => {
      const command = ask(50_000)();
      if (command.type !== 'request-payment') throw new Error(command.type);
      return { ...command, asked: { ...command.asked, lines: ['copies'], charge: 50_000 } };
    };
    const story = filedWith(8_000).then(pay(8_000), receive, withLines);
    expect([askedLinesOf(story.state), chargeOwed(story.state)]).toEqual([['copies'], 50_000]);
    story.then(takeBack);
    expect([askedLinesOf(story.state), chargeOwed(story.state)]).toEqual([[], 0]);
    story.then(pay(50_000, 'order-2'));
    expect([story.state.processing, amountOverpaid(story.state)]).toEqual(['processing', 50_000]);
  });
});

describe('any order of fees, payments and refunds', () => {
  it('leaves the finance axis and the sums as their events say', () => {
    const amount = fc.integer({ min: 0, max: 5 }).map((thousands) => thousands * 1_000);
    const step = fc.oneof(
      fc.tuple(fc.constant('assess' as const), amount),
      fc.tuple(fc.constant('pay' as const), amount),
      fc.tuple(fc.constant('withdraw' as const), amount),
      fc.tuple(fc.constant('refund' as const), amount),
      fc.tuple(fc.constant('receive' as const), amount),
      fc.tuple(fc.constant('ask' as const), amount),
      fc.tuple(fc.constant('take-back' as const), amount),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const story = filedWith(8_000);
        let orders = 0;
        let refunds = 0;
        for (const [kind, dong] of steps) {
          if (kind === 'assess') {
            story.facts = { ...story.facts, fee: fee(dong) };
            story.try(edit());
          } else if (kind === 'pay') story.then(pay(dong + 1_000, `order-${(orders += 1)}`));
          else if (kind === 'withdraw') story.try(withdraw());
          else if (kind === 'receive') story.try(receive());
          else if (kind === 'ask') story.try(ask(dong + 1_000)());
          else if (kind === 'take-back') story.try(takeBack());
          else story.try(giveBack(dong + 500, `refund-${(refunds += 1)}`)());
        }
        const { fee: assessed, finance, endReason } = story.state;
        const told = (type: 'payment-received' | 'payment-refunded'): number =>
          story.events.reduce((sum, event) => sum + (event.type === type ? event.payload.amount : 0), 0);
        const paid = told('payment-received') - told('payment-refunded');
        expect(paid).toBeGreaterThanOrEqual(0);
        expect(amountPaid(story.state)).toBe(paid);
        const asked = story.events.reduce((sum, { type, payload }) => {
          if (type === 'payment-requested') return sum + payload.amount;
          return type === 'payment-request-revoked' ? sum - payload.amount : sum;
        }, 0);
        const missing = Math.max(0, (assessed?.amount ?? 0) + asked - paid);
        expect(amountDue(story.state)).toBe(endReason === null ? missing : 0);
        if (endReason === null) expect(finance === 'due').toBe(missing > 0);
        expect(replay(story.events)).toEqual(story.state);
      }),
      { seed: 40, numRuns: scaled(200, 10_000) },
    );
  });
});
