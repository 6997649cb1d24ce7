import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rightsKinds } from '@mocua/contract';
import type { WorkingCalendar } from '@mocua/engine/working-time';
import { breachDeadlines, declaredBreachRule } from '../src/domain/breach-clock';
import { declaredArchivalRule, planErasure } from '../src/domain/erasure-plan';
import { declaredRightsRules, extendedDue, rightsDeadlines, rightsRulesOn } from '../src/domain/rights-rules';

const calendar = JSON.parse(
  readFileSync(join('libs/engine/working-time/calendars', 'demo-province.json'), 'utf8'),
) as WorkingCalendar;
const rules = rightsRulesOn(declaredRightsRules, '2026-11-16');
const monday = '2026-11-16T01:05:00.000Z';

/** Date in Vietnam on which a deadline ends. */
const day = (instant: string) => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

describe('the time for a request about data', () => {
  it.each([
    ['access', '2026-11-26'],
    ['copy', '2026-11-26'],
    ['restrict', '2026-12-01'],
    // the twentieth day is a Sunday, so the next working day counts
    ['delete', '2026-12-07'],
  ] as const)('to %s ends on %s', (kind, due) => {
    const deadlines = rightsDeadlines(rules, kind, calendar, monday);
    expect([day(deadlines.acknowledgeBy), day(deadlines.dueAt)]).toEqual(['2026-11-18', due]);
  });

  it('is confirmed in working days: a request of Friday evening on Tuesday', () => {
    const { acknowledgeBy } = rightsDeadlines(rules, 'access', calendar, '2026-11-27T13:00:00.000Z');
    expect(day(acknowledgeBy)).toBe('2026-12-01');
  });

  it('runs from the day after a Sunday, without giving the agency the week-end twice', () => {
    const { acknowledgeBy, dueAt } = rightsDeadlines(rules, 'access', calendar, '2026-11-29T03:00:00.000Z');
    expect([day(acknowledgeBy), day(dueAt)]).toEqual(['2026-12-01', '2026-12-09']);
  });

  it('can be extended for every kind, and ends later then', () => {
    for (const kind of rightsKinds) {
      const { dueAt } = rightsDeadlines(rules, kind, calendar, monday);
      expect([kind, extendedDue(rules, kind, calendar, dueAt) > dueAt]).toEqual([kind, true]);
    }
  });

  it('is never missing, also for a day before the first rules', () => {
    expect(rightsRulesOn(declaredRightsRules, '2020-01-01').version).toBe(1);
  });
});

describe('an erasure', () => {
  const today = '2026-11-16';
  const plan = (openDossiers: number, closedOn: string[]) =>
    planErasure({ openDossiers, closedOn, drafts: 1 }, declaredArchivalRule, today);

  it.each([
    ['nothing is kept', 0, [], true, null],
    ['a dossier is under way', 1, [], false, null],
    ['a dossier is in the archives', 0, ['2026-02-01', '2020-05-05'], false, '2036-02-01'],
    ['its time in the archives is over', 0, ['2016-11-16'], true, null],
    ['its last day in the archives is tomorrow', 0, ['2016-11-17'], false, '2026-11-17'],
    ['it ended on a leap day', 0, ['2020-02-29'], false, '2030-03-01'],
  ] as const)('when %s', (_case, open, closed, whole, until) => {
    const { keeps, ...rest } = plan(open, [...closed]);
    expect(rest.whole).toBe(whole);
    expect(keeps.map((each) => each.until).find((each) => each !== null) ?? null).toBe(until);
  });
});

describe('the clock of a breach', () => {
  const breach = {
    knownAt: monday,
    harmPossible: true,
    biometricOrLocation: true,
    authorityToldAt: null,
    peopleToldAt: null,
    fixedAt: null,
  };
  const by = '2026-11-19T01:05:00.000Z';

  it('gives 72 hours for each notice that is due, and none for one that is not', () => {
    expect(breachDeadlines(breach, declaredBreachRule, monday)).toEqual({
      tellAuthorityBy: by,
      tellPeopleBy: by,
      keepUntil: null,
      late: false,
    });
    const harmless = { ...breach, harmPossible: false, biometricOrLocation: false };
    expect(breachDeadlines(harmless, declaredBreachRule, '2027-01-01T00:00:00.000Z').late).toBe(false);
  });

  it.each([
    ['nobody was told and the time is over', {}, '2026-11-19T01:05:00.001Z', true],
    ['the last moment is now', {}, by, false],
    ['both were told in time', { authorityToldAt: by, peopleToldAt: by }, '2027-01-01T00:00:00.000Z', false],
    [
      'the people were told late',
      { authorityToldAt: by, peopleToldAt: '2026-11-19T02:00:00.000Z' },
      '2027-01-01T00:00:00.000Z',
      true,
    ],
  ])('is late or not when %s', (_case, told, now, late) => {
    expect(breachDeadlines({ ...breach, ...told }, declaredBreachRule, now).late).toBe(late);
  });

  it('keeps the record five years after the repair, by the date in Vietnam', () => {
    const fixed = { ...breach, fixedAt: '2026-12-31T18:00:00.000Z' };
    expect(breachDeadlines(fixed, declaredBreachRule, monday).keepUntil).toBe('2032-01-01');
  });
});
