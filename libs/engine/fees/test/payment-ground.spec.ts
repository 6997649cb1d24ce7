import { describe, expect, it } from '@jest/globals';
import type { FeeDefinition, GroundAmount, PaymentGround } from '@mocua/contract';
import { feeDefinition } from '@mocua/contract/schemas';
import { compileFees } from '../src/compile-fees';
import { type AskedFor, askOnGround, type GroundFacts, quoteGround } from '../src/payment-ground';
import { aLine, aSchedule, aWaiver, compiled, filing, perCopy, scope } from './fee.builder';

const words = (text: string) => ({ vi: text, en: text });
const counted: GroundAmount = {
  kind: 'counted',
  feeKind: 'charge',
  dong: 8_000,
  unit: words('bản'),
  most: 20,
};
const asserted: GroundAmount = {
  kind: 'asserted',
  feeKind: 'charge',
  document: words('Thông báo thuế'),
  least: 1_000,
  most: 9_000_000,
  lines: [],
};
const byLines = (...lines: string[]): GroundAmount => ({ kind: 'lines', lines });

function aGround(amount: GroundAmount, change: Partial<PaymentGround> = {}): PaymentGround {
  return {
    code: 'more',
    name: words('Thu thêm'),
    amount,
    when: null,
    payer: 'owner',
    payWithinDays: 10,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: { citation: 'Quyết định 01/2026', verified: false },
    ...change,
  };
}

const lines = [
  aLine({ code: 'appraisal', kind: 'fee', unit: perCopy, timing: 'on-result' }),
  aLine({ code: 'paper', amount: { kind: 'from', dong: 100_000 }, timing: 'on-result' }),
];
const schedule = (ground: PaymentGround): FeeDefinition => ({
  ...aSchedule(lines, [aWaiver({ lines: ['paper'] })]),
  grounds: [ground],
});
const facts: GroundFacts = {
  answers: { copies: 3, isPoor: false },
  filing,
  today: '2026-11-22',
  askedLines: [],
};
const nothingSaid: AskedFor = { count: null, asserted: null };

function quote(ground: PaymentGround, change: Partial<GroundFacts> = {}) {
  const fees = compiled(schedule(ground));
  const [only] = fees.grounds;
  if (!only) throw new Error('no ground');
  return quoteGround(fees, only, { ...facts, ...change });
}
function ask(ground: PaymentGround, said: Partial<AskedFor> = {}, change: Partial<GroundFacts> = {}) {
  const fees = compiled(schedule(ground));
  const [only] = fees.grounds;
  if (!only) throw new Error('no ground');
  return askOnGround(fees, only, { ...facts, ...change }, { ...nothingSaid, ...said });
}
const problemsOf = (definition: FeeDefinition) => {
  const result = compileFees(definition, scope);
  return result.ok ? [] : result.problems.map(({ at }) => at);
};

describe('a ground on which money may be asked for during the work', () => {
  it('asks for what its lines come to, and settles them', () => {
    const asked = ask(aGround(byLines('appraisal')));
    expect(asked).toMatchObject({ ok: true, amount: 24_000, charge: 0, settles: ['appraisal'] });
    expect(asked.ok && asked.lines[0]?.explanation.vi).toBe('3 bản × 8.000 đồng = 24.000 đồng.');
    expect(quote(aGround(byLines('appraisal')), { askedLines: ['appraisal'] })).toEqual({
      state: 'closed',
      why: 'asked',
    });
  });

  it('takes a missing answer for unknown, never for nothing', () => {
    expect(quote(aGround(byLines('appraisal')), { answers: {} })).toEqual({
      state: 'closed',
      why: 'not-known',
    });
    const conditional = aGround(counted, { when: 'isPoor = false' });
    expect(quote(conditional, { answers: {} })).toEqual({ state: 'closed', why: 'not-known' });
    expect(quote(conditional, { answers: { isPoor: true } })).toEqual({ state: 'closed', why: 'not-met' });
    expect(quote(conditional).state).toBe('counted');
  });

  it.each([
    [1, 8_000],
    [20, 160_000],
    [0, null],
    [21, null],
    [1.5, null],
    [null, null],
  ])('of a price for each unit asks for %s units with %s đồng', (count, amount) => {
    const asked = ask(aGround(counted), { count });
    expect(asked.ok ? asked.amount : asked.why).toBe(amount ?? 'count');
    if (asked.ok) expect(asked.charge).toBe(amount);
  });

  it.each([
    [5_000, '2026-11-22', null],
    [999, '2026-11-22', 'amount'],
    [9_000_001, '2026-11-22', 'amount'],
    [5_000, '2026-11-23', 'document'],
  ])('of a document takes %s đồng of %s: refused for %s', (amount, date, refusal) => {
    const asked = ask(aGround(asserted), { asserted: { amount, number: '12/TB', date } });
    expect(asked.ok ? null : asked.why).toBe(refusal);
  });

  it('names the document in the explanation, and wants one', () => {
    const said = { asserted: { amount: 5_000, number: '12/TB', date: '2026-11-20' } };
    const asked = ask(aGround(asserted), said);
    expect(asked.ok && asked.lines[0]?.explanation.vi).toBe(
      '5.000 đồng, theo Thông báo thuế số 12/TB ngày 20/11/2026.',
    );
    expect(ask(aGround(asserted))).toEqual({ ok: false, why: 'document' });
  });

  it('of a document is nothing where a waiver takes away the line it stands for', () => {
    const ground = aGround({ ...asserted, lines: ['paper'] });
    expect(quote(ground).state).toBe('asserted');
    expect(quote(ground, { answers: { isPoor: true } })).toEqual({ state: 'closed', why: 'nothing' });
  });

  it('computes a formula, and holds only between its days', () => {
    const formula: GroundAmount = { kind: 'formula', feeKind: 'fee', formula: 'copies * 1000' };
    expect(quote(aGround(formula))).toMatchObject({ state: 'computed', amount: 3_000 });
    expect(quote(aGround(formula), { answers: {} })).toEqual({ state: 'closed', why: 'not-known' });
    expect(quote(aGround(formula, { effectiveTo: '2026-11-21' }))).toEqual({
      state: 'closed',
      why: 'not-in-force',
    });
  });

  it.each([
    ['a line that does not exist', aGround(byLines('nothing')), 'more.amount.lines'],
    ['a code that is used', aGround(counted, { code: 'paper' }), 'paper'],
    ['a condition over what nobody asks', aGround(counted, { when: 'nobody' }), 'more.when'],
    ['bounds the wrong way round', aGround({ ...asserted, most: 1 }), 'more.amount.most'],
  ])('is not published with %s', (_, ground, at) => {
    expect(problemsOf(schedule(ground))).toContain(at);
  });

  it('is not published for a line that is paid with the filing', () => {
    const early = { ...aSchedule([aLine()]), grounds: [aGround(byLines('copy'))] };
    expect(problemsOf(early)).toEqual(['more.amount.lines']);
    expect(feeDefinition.safeParse(early).success).toBe(true);
  });
});
