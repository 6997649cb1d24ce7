import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCalendar } from '../src/calendar-check';
import { computeDue } from '../src/due';
import { addWorkingMinutes, isWorkingMoment, workingMinutesBetween } from '../src/working-minutes';
import { calendars, instants, rules } from './arbitrary';
import { calendar, value } from './builders';
import { runs, SEED } from './depth';
import { MinuteOracle } from './minute-oracle';

const minuteOf = (iso: string): number => Math.floor(Date.parse(iso) / 60_000);
const amounts = fc.integer({ min: 0, max: 3000 });

describe('working minutes', () => {
  it('agree with counting minute by minute on random calendars', () => {
    fc.assert(
      fc.property(
        calendars,
        fc.array(fc.tuple(instants, instants, amounts, rules), { minLength: 8, maxLength: 12 }),
        (on, cases) => {
          const oracle = new MinuteOracle(on);
          for (const [a, b, minutes, rule] of cases) {
            expect(answerOf(() => value(addWorkingMinutes(on, a, minutes)).at)).toBe(
              answerOf(() => new Date(oracle.add(minuteOf(a), minutes) * 60_000).toISOString()),
            );
            const slow =
              minuteOf(a) <= minuteOf(b)
                ? oracle.between(minuteOf(a), minuteOf(b))
                : 0 - oracle.between(minuteOf(b), minuteOf(a));
            expect(value(workingMinutesBetween(on, a, b)) + 0).toBe(slow + 0);
            if (rule.unit === 'month' || rule.lastDayEnds === 'closing') continue;
            const question = { rule, calendar: on, startEvent: 'received', startedAt: a };
            expect(answerOf(() => value(computeDue(question)).dueAt)).toBe(
              answerOf(() => new Date(oracle.due(rule, Date.parse(a))).toISOString()),
            );
          }
        },
      ),
      { seed: SEED, numRuns: runs(8) },
    );
  });

  it('between undoes add', () => {
    fc.assert(
      fc.property(calendars, instants, amounts, (on, from, minutes) => {
        const added = addWorkingMinutes(on, from, minutes);
        fc.pre(added.ok);
        expect(value(workingMinutesBetween(on, from, added.value.at))).toBe(minutes);
      }),
      { seed: SEED, numRuns: runs(300) },
    );
  });

  it('are counted in ordered segments that lie in working time and sum to the amount', () => {
    fc.assert(
      fc.property(calendars, instants, amounts, (on, from, minutes) => {
        const added = addWorkingMinutes(on, from, minutes);
        fc.pre(added.ok);
        let last = Date.parse(from) - 60_000;
        let sum = 0;
        for (const counted of added.value.segments) {
          expect(Date.parse(counted.from)).toBeGreaterThanOrEqual(last);
          expect(counted.minutes).toBe(minuteOf(counted.to) - minuteOf(counted.from));
          expect(value(isWorkingMoment(on, counted.from))).toBe(true);
          expect(value(workingMinutesBetween(on, counted.from, counted.to))).toBe(counted.minutes);
          last = Date.parse(counted.to);
          sum += counted.minutes;
        }
        expect(sum).toBe(minutes);
      }),
      { seed: SEED, numRuns: runs(200) },
    );
  });

  it('say of each skipped day that it has no working time, and leave none out', () => {
    fc.assert(
      fc.property(calendars, instants, amounts, (on, from, minutes) => {
        const added = addWorkingMinutes(on, from, minutes);
        fc.pre(added.ok);
        for (const { date } of added.value.skipped) {
          expect(value(workingMinutesBetween(on, `${date}T00:00:00+07:00`, `${date}T23:59:00+07:00`))).toBe(
            0,
          );
        }
      }),
      { seed: SEED, numRuns: runs(150) },
    );
  });

  it('stand still at a closing time and in the lunch break', () => {
    const moments = ['06:59', '07:00', '11:29', '11:30', '13:29', '13:30', '16:59', '17:00'];
    const answers = moments.map((time) => value(isWorkingMoment(calendar(), `2026-11-23T${time}:00+07:00`)));
    expect(answers).toEqual([false, true, true, false, false, true, true, false]);
  });

  it('random calendars are sound, so the comparison means something', () => {
    fc.assert(
      fc.property(calendars, (on) => {
        const meant = checkCalendar(on).filter((problem) => !problem.path.startsWith('/makeUpDays'));
        expect(meant).toEqual([]);
      }),
      { seed: SEED, numRuns: 50 },
    );
  });
});

/** Both sides leave the coverage on the same questions; anything else must be the same text. */
function answerOf(work: () => string): string {
  try {
    return work();
  } catch (cause) {
    if (
      cause instanceof RangeError ||
      (cause instanceof Error && cause.message.startsWith('calendar.not-covered'))
    )
      return 'not covered';
    throw cause;
  }
}
