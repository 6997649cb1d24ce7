import { describe, expect, it } from '@jest/globals';
import type { DueDerivation } from '@mocua/contract';
import fc from 'fast-check';
import type { WorkingCalendar } from '../src/calendar';
import { extendDue, pauseDue, resumeDue, type ResumePolicy } from '../src/clock-life';
import { computeDue } from '../src/due';
import type { DurationRule } from '../src/duration-rule';
import { describeDue } from '../src/describe';
import type { Result } from '../src/result';
import { calendars, instants, rules } from './arbitrary';
import { throughContract, value } from './builders';
import { runs, SEED } from './depth';

const policies = fc.constantFrom<ResumePolicy>('extend', 'restart', 'keep');
const start = (rule: DurationRule, calendar: WorkingCalendar, startedAt: string) =>
  computeDue({ rule, calendar, startEvent: 'received', startedAt });
const order = { cause: 'supplement', ground: 'NĐ 118/2025 Điều 19(5)', by: 'Sở Nội vụ' } as const;

/** A whole life: started, paused and resumed a few times, perhaps extended. */
const lives = fc.record({
  rule: rules,
  calendar: calendars,
  startedAt: instants,
  steps: fc.array(
    fc.record({
      wait: fc.integer({ min: 0, max: 2000 }),
      stop: fc.integer({ min: 0, max: 4000 }),
      policy: policies,
    }),
    { maxLength: 3 },
  ),
  extend: fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
});
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

const plus = (iso: string, minutes: number): string =>
  new Date(Date.parse(iso) + minutes * 60_000).toISOString();

function live(
  life: Life,
  check: (before: DueDerivation, after: DueDerivation) => void = () => undefined,
): DueDerivation | null {
  const begun = start(life.rule, life.calendar, life.startedAt);
  if (!begun.ok) return null;
  let derivation = begun.value;
  let now = life.startedAt;
  if (life.extend !== undefined)
    derivation = value(
      extendDue(derivation, {
        at: now,
        to: plus(derivation.dueAt, life.extend),
        ground: 'Xác minh',
        by: 'Sở',
      }),
    );
  for (const step of life.steps) {
    now = plus(now, step.wait);
    const paused = pauseDue(derivation, life.calendar, { ...order, at: now, policy: step.policy });
    now = plus(now, step.stop);
    const resumed: Result<DueDerivation> = paused.ok
      ? resumeDue(paused.value, life.calendar, life.rule, { at: now, policy: step.policy })
      : paused;
    if (!resumed.ok) {
      expect(resumed.problem.code).toBe('calendar.not-covered');
      return null;
    }
    check(derivation, resumed.value);
    derivation = resumed.value;
  }
  return derivation;
}

describe('due dates', () => {
  it('never come earlier for a later start', () => {
    fc.assert(
      fc.property(rules, calendars, instants, instants, (rule, calendar, a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const first = start(rule, calendar, early);
        const second = start(rule, calendar, late);
        fc.pre(first.ok && second.ok);
        expect(Date.parse(second.value.dueAt)).toBeGreaterThanOrEqual(Date.parse(first.value.dueAt));
      }),
      { seed: SEED, numRuns: runs(400) },
    );
  });

  it('never come earlier for a longer duration, nor before the start', () => {
    fc.assert(
      fc.property(rules, calendars, instants, fc.integer({ min: 1, max: 3 }), (rule, calendar, at, more) => {
        const short = start(rule, calendar, at);
        const long = start({ ...rule, amount: rule.amount + more }, calendar, at);
        fc.pre(short.ok && long.ok);
        expect(Date.parse(long.value.dueAt)).toBeGreaterThanOrEqual(Date.parse(short.value.dueAt));
        expect(Date.parse(short.value.dueAt)).toBeGreaterThanOrEqual(
          Math.floor(Date.parse(at) / 60_000) * 60_000,
        );
      }),
      { seed: SEED, numRuns: runs(300) },
    );
  });

  it('are counted in segments that sum to the duration, also across pauses', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { rule } = life;
        fc.pre(rule.unit === 'working-minute' || rule.unit === 'working-hour');
        const inTime = {
          ...life,
          extend: undefined,
          steps: life.steps.map((step) => ({ ...step, policy: 'extend' as const })),
        };
        const paths: DueDerivation[] = [];
        const end = live(inTime, (before) => paths.push(before));
        const overdue = end?.pauses.some(
          (pause, index) => Date.parse(pause.from) > Date.parse(paths[index]?.dueAt ?? ''),
        );
        fc.pre(end !== null && overdue === false);
        const sum = end.segments.reduce((total, counted) => total + counted.minutes, 0);
        expect(sum).toBe(rule.amount * (rule.unit === 'working-hour' ? 60 : 1));
      }),
      { seed: SEED, numRuns: runs(400) },
    );
  });

  it('are never moved forward by a pause, and the first one is kept', () => {
    fc.assert(
      fc.property(lives, (life) => {
        live(life, (before, after) => {
          expect(Date.parse(after.dueAt)).toBeGreaterThanOrEqual(Date.parse(before.dueAt));
          expect(after.originalDueAt).toBe(before.originalDueAt);
        });
      }),
      { seed: SEED, numRuns: runs(400) },
    );
  });

  it('are left alone by a pause that takes no time, unless counting starts afresh', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { unit } = life.rule;
        fc.pre(unit === 'working-minute' || unit === 'working-hour');
        const instantly = {
          ...life,
          extend: undefined,
          steps: life.steps.map((step) => ({ ...step, stop: 0, policy: 'extend' as const })),
        };
        live(instantly, (before, after) => expect(after.dueAt).toBe(before.dueAt));
      }),
      { seed: SEED, numRuns: runs(300) },
    );
  });

  it('can be computed again from their own derivation', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const end = live(life);
        fc.pre(end !== null);
        let again = value(start(life.rule, life.calendar, end.startedAt));
        for (const { at, to, ground, by } of end.extensions)
          again = value(extendDue(again, { at, to, ground, by }));
        for (const pause of end.pauses) {
          again = value(
            pauseDue(again, life.calendar, {
              at: pause.from,
              cause: pause.cause,
              ground: pause.ground,
              by: pause.by,
            }),
          );
          again = value(
            resumeDue(again, life.calendar, life.rule, { at: pause.to ?? '', policy: pause.policy }),
          );
        }
        expect(again).toEqual(end);
        expect(throughContract(end)).toEqual(end);
        expect(JSON.parse(JSON.stringify(end))).toEqual(end);
      }),
      { seed: SEED, numRuns: runs(200) },
    );
  });

  it('can always be said in words, without a hole in a sentence', () => {
    fc.assert(
      fc.property(lives, fc.constantFrom('vi', 'en'), (life, language) => {
        const end = live(life);
        fc.pre(end !== null);
        for (const line of describeDue(end, language)) {
          expect(line).toMatch(/^\S.*\.$/u);
          expect(line).not.toMatch(/undefined|null|NaN|\{|\}/u);
        }
      }),
      { seed: SEED, numRuns: runs(150) },
    );
  });
});
