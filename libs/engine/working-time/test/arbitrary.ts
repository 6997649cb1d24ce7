import fc from 'fast-check';
import type { ClockInterval, WorkingCalendar } from '../src/calendar';
import type { DurationRule } from '../src/duration-rule';
import { calendar, rule } from './builders';

export const COVERED_DAYS = 45;
const firstDay = Date.UTC(2026, 1, 1);

function dateAt(index: number): string {
  return new Date(firstDay + index * 86_400_000).toISOString().slice(0, 10);
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Up to three disjoint stretches of a day; touching stretches and `24:00` occur. */
const intervals: fc.Arbitrary<readonly ClockInterval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 })
  .map((marks) => {
    const sorted = [...marks].sort((a, b) => a - b);
    const made: ClockInterval[] = [];
    for (let index = 0; index + 1 < sorted.length; index += 2) {
      made.push([clock((sorted[index] ?? 0) * 15), clock((sorted[index + 1] ?? 0) * 15)]);
    }
    return made;
  });

const office: readonly ClockInterval[] = [
  ['07:30', '11:30'],
  ['13:00', '17:00'],
];
const dayHours = fc.oneof({ weight: 3, arbitrary: fc.constant(office) }, { weight: 2, arbitrary: intervals });
const days = fc.record(
  {
    monday: fc.constant(office),
    tuesday: dayHours,
    wednesday: dayHours,
    thursday: dayHours,
    friday: dayHours,
    saturday: dayHours,
    sunday: dayHours,
  },
  { requiredKeys: ['monday'] },
);
const dates = (most: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: COVERED_DAYS - 1 }), { maxLength: most });
const invented = { citation: 'Ví dụ', verified: false };

export const calendars: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    early: days,
    late: days,
    change: fc.integer({ min: 1, max: COVERED_DAYS - 1 }),
    holidays: dates(8),
    makeUp: fc.array(
      fc.tuple(fc.integer({ min: 0, max: COVERED_DAYS - 1 }), fc.option(intervals, { nil: undefined })),
      { maxLength: 3 },
    ),
    closures: fc.array(
      fc.tuple(fc.integer({ min: 0, max: COVERED_DAYS - 1 }), fc.option(intervals, { nil: undefined })),
      { maxLength: 4 },
    ),
  })
  .map(({ early, late, change, holidays, makeUp, closures }) => {
    const taken = new Map(makeUp);
    return calendar({
      coveredFrom: dateAt(0),
      coveredTo: dateAt(COVERED_DAYS - 1),
      weekly: [
        { validFrom: dateAt(change), days: late },
        { validFrom: '2025-01-01', days: early },
      ],
      holidays: holidays.map((index) => ({ date: dateAt(index), name: `Nghỉ ${index}`, source: invented })),
      makeUpDays: [...taken].map(([index, hours]) => ({
        date: dateAt(index),
        name: 'Làm bù',
        source: invented,
        ...(hours ? { intervals: hours } : {}),
      })),
      closures: closures.map(([index, hours]) => ({
        date: dateAt(index),
        name: 'Đóng cửa',
        ...(hours ? { intervals: hours } : {}),
      })),
    });
  });

/** Instants in the first part of the coverage, to the second. */
export const instants: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 20 * 86_400 })
  .map((seconds) => new Date(firstDay - 7 * 3_600_000 + seconds * 1000).toISOString());

export const rules: fc.Arbitrary<DurationRule> = fc
  .record({
    amount: fc.integer({ min: 0, max: 4 }),
    unit: fc.constantFrom(
      'working-minute',
      'working-hour',
      'working-day',
      'calendar-day',
      'month',
      'same-day',
    ),
    workingDayMode: fc.constantFrom('same-hour', 'end-of-day'),
    cutoff: fc.constantFrom('15:00', '11:30', '00:00', undefined),
    lastDayEnds: fc.constantFrom('midnight', 'closing'),
  } as const)
  .map(({ amount, unit, workingDayMode, cutoff, lastDayEnds }) =>
    rule(unit === 'working-minute' ? amount * 97 : unit === 'month' ? amount % 2 : amount, unit, {
      workingDayMode,
      lastDayEnds,
      ...(cutoff === undefined ? {} : { cutoff }),
    }),
  );
