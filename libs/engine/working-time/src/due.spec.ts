import { describe, expect, it } from '@jest/globals';
import {
  at,
  calendar,
  due,
  holiday,
  makeUpDay,
  rule,
  source,
  throughContract,
  wall,
  week,
} from '../test/builders';
import { computeDue } from './due';
import type { DurationRule } from './duration-rule';

const oneDay = rule(1, 'working-day');
const tet = calendar({
  holidays: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((date) =>
    holiday(date, 'Tết Nguyên đán'),
  ),
  makeUpDays: [makeUpDay('2026-02-28')],
});

describe('a due date in working time', () => {
  const table: readonly [title: string, rule: DurationRule, started: string, due: string][] = [
    ['one working day from Friday 16:30 ends Monday 16:30', oneDay, '2026-11-20 16:30', '2026-11-23 16:30'],
    [
      'what arrives after closing counts from the next opening',
      oneDay,
      '2026-11-23 17:05',
      '2026-11-24 17:00',
    ],
    ['what arrives before opening counts from opening', oneDay, '2026-11-23 06:10', '2026-11-23 17:00'],
    [
      'what arrives in the lunch break counts from the afternoon opening',
      rule(60, 'working-minute'),
      '2026-11-23 12:10',
      '2026-11-23 14:30',
    ],
    [
      'what arrives on Sunday counts from Monday',
      rule(8, 'working-hour'),
      '2026-11-22 20:00',
      '2026-11-23 17:00',
    ],
    [
      'the reception limit of eight working hours passes over a night',
      rule(8, 'working-hour'),
      '2026-11-23 10:00',
      '2026-11-24 10:00',
    ],
    [
      'a duration that ends at closing does not run into the next day',
      rule(30, 'working-minute'),
      '2026-11-23 16:30',
      '2026-11-23 17:00',
    ],
    [
      'a duration of nothing is due at the first working moment',
      rule(0, 'working-minute'),
      '2026-11-23 12:00',
      '2026-11-23 13:30',
    ],
    [
      'seconds of the start are dropped',
      rule(60, 'working-minute'),
      '2026-11-23 08:05:59',
      '2026-11-23 09:05',
    ],
    [
      'working days of seven hours are counted as configured',
      rule(2, 'working-day', { minutesPerWorkingDay: 420 }),
      '2026-11-23 07:00',
      '2026-11-24 15:00',
    ],
  ];
  it.each(table)('%s', (_title, durationRule, started, expected) => {
    expect(wall(due(durationRule, started).dueAt)).toBe(expected);
  });

  it('passes over the Tết holidays and counts a Saturday that is worked instead', () => {
    const derivation = due(rule(6, 'working-day'), '2026-02-13 07:00', tet);
    // Fri 13, Mon 23 to Fri 27: the sixth day ends on the last of them.
    expect(wall(derivation.dueAt)).toBe('2026-02-27 17:00');
    expect(derivation.skipped.filter((day) => day.reason === 'holiday').map((day) => day.name)).toEqual(
      Array(5).fill('Tết Nguyên đán'),
    );
    expect(wall(due(rule(7, 'working-day'), '2026-02-13 07:00', tet).dueAt)).toBe('2026-02-28 17:00');
    expect(wall(due(rule(8, 'working-day'), '2026-02-13 07:00', tet).dueAt)).toBe('2026-03-02 17:00');
  });

  it('lets a make-up day win over a holiday, with its own hours or the usual ones', () => {
    const moved = calendar({
      holidays: [holiday('2026-11-24'), holiday('2026-11-25')],
      makeUpDays: [makeUpDay('2026-11-24'), makeUpDay('2026-11-25', [['08:00', '09:00']])],
    });
    expect(wall(due(rule(9, 'working-hour'), '2026-11-24 07:00', moved).dueAt)).toBe('2026-11-25 09:00');
  });

  it('follows a unit that works on Saturday mornings', () => {
    const saturday = calendar({
      weekly: [{ validFrom: '2026-01-01', days: week(undefined, [['07:00', '11:30']]) }],
    });
    expect(wall(due(oneDay, '2026-11-20 16:30', saturday).dueAt)).toBe('2026-11-23 10:00');
    expect(
      wall(due(rule(1, 'working-day', { workingDayMode: 'end-of-day' }), '2026-11-20 16:30', saturday).dueAt),
    ).toBe('2026-11-21 11:30');
  });

  it('uses the hours that were in force on each day', () => {
    const changed = calendar({
      weekly: [
        { validFrom: '2026-01-01', days: week() },
        {
          validFrom: '2026-11-24',
          days: week([
            ['08:00', '12:00'],
            ['13:00', '17:00'],
          ]),
        },
      ],
    });
    expect(wall(due(rule(60, 'working-minute'), '2026-11-23 16:30', changed).dueAt)).toBe('2026-11-24 08:30');
  });

  it('takes a closure of some hours out of the day', () => {
    const closed = calendar({
      closures: [{ date: '2026-11-23', name: 'Mất điện', intervals: [['08:00', '10:00']] }],
    });
    expect(wall(due(rule(2, 'working-hour'), '2026-11-23 07:00', closed).dueAt)).toBe('2026-11-23 11:00');
  });

  it('names a whole-day closure among the skipped days', () => {
    const closed = calendar({ closures: [{ date: '2026-11-24', name: 'Bão số 9' }] });
    expect(due(oneDay, '2026-11-23 10:00', closed).skipped).toEqual([
      { date: '2026-11-24', reason: 'closure', name: 'Bão số 9' },
    ]);
  });
});

describe('a clock-start cut-off', () => {
  const cut = rule(3, 'working-day', { cutoff: '15:00' });
  it('takes 15:00:00 as in time and 15:00:01 as the next working day', () => {
    expect(wall(due(cut, '2026-11-23 15:00:00').dueAt)).toBe('2026-11-26 15:00');
    expect(wall(due(cut, '2026-11-23 15:00:01').dueAt)).toBe('2026-11-26 17:00');
  });
  it('moves the excluded first day too when days are counted to their end', () => {
    const endOfDay = rule(1, 'working-day', { cutoff: '15:00', workingDayMode: 'end-of-day' });
    expect(wall(due(endOfDay, '2026-11-20 15:00:00').dueAt)).toBe('2026-11-23 17:00');
    expect(wall(due(endOfDay, '2026-11-20 15:00:01').dueAt)).toBe('2026-11-24 17:00');
    expect(wall(due(endOfDay, '2026-11-21 09:00').dueAt)).toBe('2026-11-24 17:00');
  });
});

describe('a same-day limit', () => {
  const sameDay = rule(0, 'same-day', { cutoff: '15:00' });
  it.each([
    ['2026-11-23 15:00:00', '2026-11-23 17:00'],
    ['2026-11-23 15:00:01', '2026-11-24 17:00'],
    ['2026-11-23 06:00', '2026-11-23 17:00'],
    ['2026-11-23 12:00', '2026-11-23 17:00'],
    ['2026-11-22 09:00', '2026-11-23 17:00'],
    ['2026-11-20 16:00', '2026-11-23 17:00'],
  ])('received %s is due %s', (started, expected) => {
    expect(wall(due(sameDay, started).dueAt)).toBe(expected);
  });
  it('moves what arrives at or after closing to the next working day, with or without a cut-off', () => {
    expect(wall(due(rule(0, 'same-day'), '2026-11-23 16:59').dueAt)).toBe('2026-11-23 17:00');
    expect(wall(due(rule(0, 'same-day'), '2026-11-23 17:00').dueAt)).toBe('2026-11-24 17:00');
  });
});

describe('limits by the Civil Code', () => {
  it('excludes the first day and moves a Sunday to the end of Monday', () => {
    const derivation = due(rule(15, 'calendar-day'), '2026-11-07 10:00');
    expect(wall(derivation.dueAt)).toBe('2026-11-23 23:59');
    expect(derivation.skipped).toEqual([{ date: '2026-11-22', reason: 'weekend' }]);
    expect(wall(derivation.countedFrom)).toBe('2026-11-08 00:00');
  });
  it('ends at closing time where the rule says so', () => {
    expect(wall(due(rule(15, 'calendar-day', { lastDayEnds: 'closing' }), '2026-11-07 10:00').dueAt)).toBe(
      '2026-11-23 17:00',
    );
  });
  it.each([
    ['2026-01-31 09:00', 1, '2026-03-02 23:59'],
    ['2026-03-31 09:00', 1, '2026-04-30 23:59'],
    ['2026-05-15 09:00', 2, '2026-07-15 23:59'],
    ['2026-11-30 09:00', 1, '2026-12-30 23:59'],
  ])('counts months from %s (%d) to %s', (started, months, expected) => {
    expect(wall(due(rule(months, 'month'), started).dueAt)).toBe(expected);
  });
  it('counts working days to the end of the last one, without the day of the event', () => {
    const endOfDay = rule(3, 'working-day', { workingDayMode: 'end-of-day' });
    const derivation = due(endOfDay, '2026-11-20 16:30');
    expect(wall(derivation.dueAt)).toBe('2026-11-25 17:00');
    expect(wall(derivation.countedFrom)).toBe('2026-11-23 07:00');
    expect(derivation.segments).toHaveLength(6);
    expect(wall(due(endOfDay, '2026-11-22 09:00').dueAt)).toBe('2026-11-25 17:00');
  });
  it('keeps the date of Vietnam around midnight', () => {
    expect(wall(due(rule(1, 'calendar-day'), '2026-11-23 23:59').dueAt)).toBe('2026-11-24 23:59');
    expect(wall(due(rule(1, 'calendar-day'), '2026-11-24 00:01').dueAt)).toBe('2026-11-25 23:59');
  });
});

describe('what cannot be computed', () => {
  const refused = (durationRule: DurationRule, startedAt: string) =>
    computeDue({ rule: durationRule, calendar: calendar(), startEvent: 'received', startedAt });

  it('refuses a date that the calendar does not cover, and names it', () => {
    for (const durationRule of [
      oneDay,
      rule(2, 'calendar-day'),
      rule(1, 'month'),
      rule(3, 'working-day', { workingDayMode: 'end-of-day' }),
    ]) {
      const answer = refused(durationRule, at('2026-12-31 16:30'));
      expect(answer.ok).toBe(false);
      expect(!answer.ok && answer.problem.code).toBe('calendar.not-covered');
    }
    expect(refused(oneDay, at('2026-12-31 16:30'))).toEqual({
      ok: false,
      problem: { code: 'calendar.not-covered', params: { date: '2027-01-01' } },
    });
    expect(refused(oneDay, at('2025-12-31 23:59'))).toMatchObject({
      ok: false,
      problem: { params: { date: '2025-12-31' } },
    });
  });
  it('refuses instants without an offset and amounts that are no count', () => {
    expect(refused(oneDay, '2026-11-23T08:00:00')).toMatchObject({
      problem: { code: 'clock.invalid-instant' },
    });
    for (const amount of [-1, 1.5, Number.NaN, 1e9]) {
      expect(refused(rule(amount, 'working-day'), at('2026-11-23 08:00'))).toMatchObject({
        problem: { code: 'clock.invalid-duration' },
      });
    }
    expect(refused(rule(1, 'working-day', { cutoff: '3pm' }), at('2026-11-23 08:00'))).toMatchObject({
      problem: { code: 'clock.invalid-duration' },
    });
  });
  it('ends on a calendar that is never open', () => {
    const never = calendar({ weekly: [{ validFrom: '2026-01-01', days: {} }] });
    const answer = computeDue({
      rule: oneDay,
      calendar: never,
      startEvent: 'received',
      startedAt: at('2026-06-01 08:00'),
    });
    expect(answer).toMatchObject({ ok: false, problem: { params: { date: '2027-01-01' } } });
  });
});

it('every derivation has the shape of the contract', () => {
  for (const unit of [
    'working-minute',
    'working-hour',
    'working-day',
    'calendar-day',
    'month',
    'same-day',
  ] as const) {
    const derivation = due(rule(3, unit, { cutoff: '15:00' }), '2026-02-13 16:30', tet);
    expect(throughContract(derivation)).toEqual(derivation);
    expect(derivation.source).toEqual(source);
  }
});
