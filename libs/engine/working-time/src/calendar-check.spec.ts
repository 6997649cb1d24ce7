import { expect, it } from '@jest/globals';
import demo from '../calendars/demo-province.json' with { type: 'json' };
import { calendar, due, holiday, makeUpDay, rule, wall, week } from '../test/builders';
import type { WorkingCalendar } from './calendar';
import { checkCalendar } from './calendar-check';

const province = demo as unknown as WorkingCalendar;
const paths = (on: WorkingCalendar) => checkCalendar(on).map((problem) => problem.path);

it('finds nothing wrong in a sound calendar', () => {
  expect(
    checkCalendar(calendar({ holidays: [holiday('2026-04-30')], makeUpDays: [makeUpDay('2026-05-09')] })),
  ).toEqual([]);
});

it('finds dates that do not exist, lie outside, or are listed twice', () => {
  expect(paths(calendar({ holidays: [holiday('2026-02-30')] }))).toEqual(['/holidays/0/date']);
  expect(paths(calendar({ holidays: [holiday('2027-01-01')] }))).toEqual(['/holidays/0/date']);
  expect(paths(calendar({ holidays: [holiday('2026-04-30'), holiday('2026-04-30')] }))).toEqual([
    '/holidays/1/date',
  ]);
  expect(
    paths(calendar({ holidays: [holiday('2026-04-30')], makeUpDays: [makeUpDay('2026-04-30')] })),
  ).toEqual(['/makeUpDays/0/date']);
});

it('finds hours that are turned round or overlap', () => {
  const days = week([
    ['07:00', '11:30'],
    ['11:00', '17:00'],
    ['18:00', '17:30'],
  ]);
  expect(
    paths(calendar({ weekly: [{ validFrom: '2026-01-01', days }] })).filter((path) =>
      path.includes('monday'),
    ),
  ).toEqual(['/weekly/0/days/monday/1', '/weekly/0/days/monday/2']);
  expect(
    paths(calendar({ closures: [{ date: '2026-05-04', name: 'Họp', intervals: [['25:00', '26:00']] }] })),
  ).toEqual(['/closures/0/intervals/0']);
});

it('finds a coverage that is reversed, or begins before the first weekly hours', () => {
  expect(paths(calendar({ coveredTo: '2025-12-31' }))).toEqual(['/coveredTo']);
  expect(paths(calendar({ coveredFrom: '2025-12-01' }))).toEqual(['/weekly']);
});

it('the demonstration calendar is sound, and marks what was assumed', () => {
  expect(checkCalendar(province)).toEqual([]);
  expect(
    province.holidays.filter((day) => day.name === 'Tết Nguyên đán').every((day) => !day.source.verified),
  ).toBe(true);
  expect(wall(due(rule(1, 'working-day'), '2026-11-20 16:30', province).dueAt)).toBe('2026-11-23 16:30');
  expect(wall(due(rule(5, 'working-day'), '2026-02-13 07:30', province).dueAt)).toBe('2026-02-26 17:00');
});
