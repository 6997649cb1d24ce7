import { describe, expect, it } from '@jest/globals';
import { at, calendar, due, rule, throughContract, value, wall } from '../test/builders';
import {
  extendDue,
  extensionTiming,
  isOverdue,
  isPaused,
  pauseDue,
  remainingMinutes,
  resumeDue,
  type PauseOrder,
} from './clock-life';

const office = calendar();
const twoDays = rule(2, 'working-day');
const pause = (local: string): PauseOrder => ({
  at: at(local),
  cause: 'supplement',
  ground: 'NĐ 118/2025 Điều 19(5)',
  by: 'Sở Nội vụ',
});
const total = (segments: readonly { minutes: number }[]) =>
  segments.reduce((sum, counted) => sum + counted.minutes, 0);

describe('a paused clock', () => {
  // Monday 08:00 + 2 working days = Wednesday 08:00.
  const running = due(twoDays, '2026-11-23 08:00');
  const paused = value(pauseDue(running, office, pause('2026-11-24 10:00')));

  it('keeps the working minutes that remained and the segments counted so far', () => {
    expect(paused.remainingMinutes).toBe(360);
    expect(total(paused.segments)).toBe(600);
    expect(isPaused(paused)).toBe(true);
    expect(paused.dueAt).toBe(running.dueAt);
    expect(value(remainingMinutes(paused, office, at('2026-12-10 08:00')))).toBe(360);
    expect(throughContract(paused)).toEqual(paused);
  });
  it('runs on with what remained: pause Tuesday 10:00, resume Thursday 09:00', () => {
    const resumed = value(
      resumeDue(paused, office, twoDays, { at: at('2026-11-26 09:00'), policy: 'extend' }),
    );
    expect(wall(resumed.dueAt)).toBe('2026-11-26 17:00');
    expect(total(resumed.segments)).toBe(960);
    expect(resumed.remainingMinutes).toBeNull();
    expect(resumed.originalDueAt).toBe(running.originalDueAt);
    expect(resumed.pauses).toEqual([{ ...paused.pauses[0], to: at('2026-11-26 09:00'), policy: 'extend' }]);
    expect(throughContract(resumed)).toEqual(resumed);
  });
  it('starts afresh with the full duration', () => {
    const resumed = value(
      resumeDue(paused, office, twoDays, { at: at('2026-11-26 09:00'), policy: 'restart' }),
    );
    expect(wall(resumed.dueAt)).toBe('2026-11-30 09:00');
    expect(total(resumed.segments)).toBe(960);
    expect(resumed.originalDueAt).toBe(running.originalDueAt);
  });
  it('keeps the due date where the policy says so', () => {
    expect(
      value(resumeDue(paused, office, twoDays, { at: at('2026-11-26 09:00'), policy: 'keep' })).dueAt,
    ).toBe(running.dueAt);
  });
  it('pauses a second time after the first ended', () => {
    const resumed = value(
      resumeDue(paused, office, twoDays, { at: at('2026-11-26 09:00'), policy: 'extend' }),
    );
    const again = value(pauseDue(resumed, office, pause('2026-11-26 16:00')));
    expect(again.remainingMinutes).toBe(60);
    const finished = value(
      resumeDue(again, office, twoDays, { at: at('2026-11-27 07:00'), policy: 'extend' }),
    );
    expect(wall(finished.dueAt)).toBe('2026-11-27 08:00');
    expect(total(finished.segments)).toBe(960);
  });
  it('gives no credit to a dossier that was overdue when it was paused', () => {
    const late = value(pauseDue(running, office, pause('2026-11-25 08:01')));
    expect(late.remainingMinutes).toBe(0);
    const resumed = value(resumeDue(late, office, twoDays, { at: at('2026-11-27 09:00'), policy: 'extend' }));
    expect(resumed.dueAt).toBe(running.dueAt);
    expect(isOverdue(resumed, at('2026-11-27 09:00'))).toBe(true);
    expect(value(remainingMinutes(resumed, office, at('2026-11-25 09:00')))).toBe(-60);
  });
  it('keeps the full duration when paused before counting began', () => {
    const early = value(pauseDue(due(twoDays, '2026-11-20 17:30'), office, pause('2026-11-21 08:00')));
    expect(early.remainingMinutes).toBe(960);
    expect(early.segments).toEqual([]);
  });
  it('ends a limit in days with a day again', () => {
    const endOfDay = rule(2, 'working-day', { workingDayMode: 'end-of-day' });
    const stopped = value(pauseDue(due(endOfDay, '2026-11-23 08:00'), office, pause('2026-11-24 10:00')));
    expect(
      wall(
        value(resumeDue(stopped, office, endOfDay, { at: at('2026-11-26 09:00'), policy: 'extend' })).dueAt,
      ),
    ).toBe('2026-11-27 17:00');
    const days = rule(5, 'calendar-day');
    const waiting = value(pauseDue(due(days, '2026-11-23 08:00'), office, pause('2026-11-24 07:00')));
    expect(
      wall(value(resumeDue(waiting, office, days, { at: at('2026-12-01 07:00'), policy: 'extend' })).dueAt),
    ).toBe('2026-12-07 23:59');
  });
  it('refuses what cannot be', () => {
    const code = (answer: { ok: boolean }) =>
      'problem' in answer ? (answer.problem as { code: string }).code : 'ok';
    expect(code(pauseDue(paused, office, pause('2026-11-24 11:00')))).toBe('clock.already-paused');
    expect(code(pauseDue(running, office, { ...pause('2026-11-24 10:00'), ground: ' ' }))).toBe(
      'clock.ground-required',
    );
    expect(code(pauseDue(running, office, pause('2026-11-20 10:00')))).toBe('clock.before-start');
    expect(code(resumeDue(running, office, twoDays, { at: at('2026-11-24 10:00'), policy: 'extend' }))).toBe(
      'clock.not-paused',
    );
    expect(code(resumeDue(paused, office, twoDays, { at: at('2026-11-24 09:59'), policy: 'extend' }))).toBe(
      'clock.resume-before-pause',
    );
    expect(code(resumeDue(paused, office, twoDays, { at: at('2027-01-04 08:00'), policy: 'extend' }))).toBe(
      'calendar.not-covered',
    );
    expect(
      code(
        extendDue(paused, { at: at('2026-11-24 10:30'), to: at('2026-11-30 17:00'), ground: 'x', by: 'y' }),
      ),
    ).toBe('clock.paused');
  });
});

describe('an extension', () => {
  const running = due(twoDays, '2026-11-23 08:00');
  const order = {
    at: at('2026-11-24 08:00'),
    to: at('2026-11-27 17:00'),
    ground: 'Chờ xác minh',
    by: 'Sở Nội vụ',
  };

  it('moves the due date once and keeps the first one', () => {
    const extended = value(extendDue(running, order));
    expect(extended.dueAt).toBe(order.to);
    expect(extended.originalDueAt).toBe(running.dueAt);
    expect(extendDue(extended, { ...order, to: at('2026-12-01 17:00') })).toMatchObject({
      ok: false,
      problem: { code: 'clock.already-extended' },
    });
    expect(throughContract(extended)).toEqual(extended);
  });
  it('never moves the due date forward in time, nor to a moment that has passed', () => {
    expect(extendDue(running, { ...order, to: running.dueAt })).toMatchObject({
      problem: { code: 'clock.extension-not-later' },
    });
    expect(extendDue(running, { ...order, at: at('2026-11-30 08:00') })).toMatchObject({
      problem: { code: 'clock.extension-not-later' },
    });
  });
  it('is in time a full day before the due date, on short notice after that', () => {
    expect(extensionTiming(running, at('2026-11-24 08:00'))).toBe('in-time');
    expect(extensionTiming(running, at('2026-11-24 09:00'))).toBe('short-notice');
    expect(extensionTiming(running, at('2026-11-25 08:01'))).toBe('overdue');
  });
  it('is not undone by a later restart', () => {
    const extended = value(extendDue(running, { ...order, to: at('2026-12-31 17:00') }));
    const paused = value(pauseDue(extended, office, pause('2026-11-25 10:00')));
    expect(
      value(resumeDue(paused, office, twoDays, { at: at('2026-11-26 10:00'), policy: 'restart' })).dueAt,
    ).toBe(at('2026-12-31 17:00'));
  });
});

it('the due instant itself is in time, the next second is not', () => {
  const running = due(twoDays, '2026-11-23 08:00');
  expect(isOverdue(running, at('2026-11-25 08:00:00'))).toBe(false);
  expect(isOverdue(running, at('2026-11-25 08:00:01'))).toBe(true);
});

it('a clock that was put off by a cut-off does not begin earlier because it was paused and resumed at once', () => {
  const cut = rule(60, 'working-minute', { cutoff: '15:00' });
  const running = due(cut, '2026-11-23 15:30');
  const paused = value(pauseDue(running, office, pause('2026-11-23 15:40')));
  const resumed = value(resumeDue(paused, office, cut, { at: at('2026-11-23 15:41'), policy: 'extend' }));
  expect(resumed.dueAt).toBe(running.dueAt);
  expect(resumed.segments).toEqual(running.segments);
});
