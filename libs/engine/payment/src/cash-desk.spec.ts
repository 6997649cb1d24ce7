import { describe, expect, it } from '@jest/globals';
import { bookCloseOfDay } from './postings';
import { type CashDeskRule, cashDeskOn, judgeCashDeskRule } from './cash-desk';

const own = (unitId: string, from: string): CashDeskRule => ({ unitId, kind: 'own', keeper: null, from });
const none = (unitId: string, from: string): CashDeskRule => ({ unitId, kind: 'none', keeper: null, from });
const behalf = (unitId: string, keeper: string, from: string): CashDeskRule => ({
  unitId,
  kind: 'on-behalf',
  keeper,
  from,
});
const rules = [
  own('centre', '2026-01-01'),
  own('sen', '2026-03-01'),
  behalf('ngan', 'centre', '2026-03-01'),
  none('sen', '2026-06-01'),
  own('ngan', '2026-07-01'),
];

describe('where a unit takes cash', () => {
  it.each([
    ['centre', '2026-01-01', 'centre'],
    ['centre', '2025-12-31', null],
    ['sen', '2026-02-28', null],
    ['sen', '2026-05-31', 'sen'],
    ['sen', '2026-06-01', null],
    ['ngan', '2026-06-30', 'centre'],
    ['ngan', '2026-07-01', 'ngan'],
    ['nobody', '2026-07-01', null],
  ])('%s on %s: kept by %s', (unit, day, keeper) => {
    expect(cashDeskOn(rules, unit, day)?.keeper ?? null).toBe(keeper);
  });

  it('is nowhere when who keeps the money has stopped', () => {
    expect(cashDeskOn([...rules, none('centre', '2026-04-01')], 'ngan', '2026-04-01')).toBeNull();
  });

  it.each([
    ['a first desk from today', own('new', '2026-03-10'), null],
    ['a first desk from yesterday', own('new', '2026-03-09'), 'past'],
    ['another rule from today', none('sen', '2026-03-10'), 'past'],
    ['another rule from tomorrow', none('sen', '2026-03-11'), null],
    ['collecting for oneself', behalf('new', 'new', '2026-03-10'), 'keeper-itself'],
    [
      'collecting for a unit that collects for another',
      behalf('new', 'ngan', '2026-03-10'),
      'keeper-without-desk',
    ],
    [
      'collecting for a unit that will have stopped',
      behalf('new', 'sen', '2026-06-01'),
      'keeper-without-desk',
    ],
    ['closing a desk that keeps for another', none('centre', '2026-03-11'), 'keeps-for-others'],
    ['closing it once nobody collects for it', none('centre', '2026-07-01'), null],
  ] as const)('lets %s be set: %s', (_, rule, fault) => {
    expect(judgeCashDeskRule(rules, rule, '2026-03-10')).toBe(fault);
  });
});

describe('the close of a day', () => {
  it('gives what was counted to whoever keeps the money', () => {
    expect(bookCloseOfDay('cash:ngan:a', 8_000, 8_000, 'handed:centre')).toEqual([
      { debit: 'handed:centre', credit: 'cash:ngan:a', amount: 8_000 },
    ]);
  });
});
