import type { DueDerivation } from '@mocua/contract';
import type { WorkingCalendar } from './calendar';
import { countsEveryDay, endsWithDay, MINUTES_PER_WORKING_DAY, type DurationRule } from './duration-rule';
import {
  dayOfMinute,
  endOfDayMs,
  instantOf,
  instantOfMs,
  localMinuteOf,
  localMsOf,
  minuteOfClock,
  plusMonths,
  startOfDay,
  type DayIndex,
  type LocalMinute,
} from './local-time';
import { answered, refuse, type Result } from './result';
import { workingDay } from './working-day';
import {
  closingOf,
  count,
  openingOf,
  segment,
  skippedDay,
  workingDayFrom,
  type CountedSegment,
  type SkippedDay,
} from './working-minutes';

export interface DueQuestion {
  readonly rule: DurationRule;
  readonly calendar: WorkingCalendar;
  /** What started the clock, for example `arrived-at-competent-unit`. */
  readonly startEvent: string;
  readonly startedAt: string;
}

/** A duration laid on a calendar. */
export interface LaidOut {
  readonly countedFrom: string;
  readonly dueAt: string;
  readonly segments: readonly CountedSegment[];
  readonly skipped: readonly SkippedDay[];
}

/**
 * The due date with everything that was counted to reach it. The clock starts when the dossier reached the office that
 * decides; outside working hours it counts from the next opening.
 *
 * @legal NĐ 118/2025 Điều 17(3); BLDS 2015 Điều 147, 148
 */
export function computeDue(question: DueQuestion): Result<DueDerivation> {
  return answered(() => {
    const { rule, calendar, startEvent, startedAt } = question;
    const { countedFrom, dueAt, segments, skipped } = layOut(rule, calendar, startedAt);
    return {
      startEvent,
      startedAt,
      countedFrom,
      duration: {
        amount: rule.amount,
        unit: rule.unit,
        ...(rule.cutoff === undefined ? {} : { cutoff: rule.cutoff }),
      },
      source: rule.source,
      calendar: { id: calendar.id, version: calendar.version },
      segments: [...segments],
      skipped: [...skipped],
      pauses: [],
      extensions: [],
      originalDueAt: dueAt,
      dueAt,
      remainingMinutes: null,
    };
  });
}

/** Lays the full duration of a rule on the calendar, from an instant on. */
export function layOut(rule: DurationRule, calendar: WorkingCalendar, startedAt: string): LaidOut {
  checkRule(rule);
  const received = localMinuteOf(startedAt);
  const receivedDay = dayOfMinute(received);
  const deferred = isDeferred(rule, calendar, startedAt);
  const day = deferred
    ? workingDayFrom(calendar, receivedDay + (workingDay(calendar, receivedDay).stretches.length > 0 ? 1 : 0))
    : receivedDay;
  const start = deferred ? openingOf(calendar, day) : received;
  const laid = layOutFrom(rule, calendar, day, start);
  if (countsEveryDay(rule)) return laid;
  const passed = daysWithoutWork(calendar, receivedDay, day - 1);
  return { ...laid, skipped: [...passed, ...laid.skipped] };
}

function layOutFrom(
  rule: DurationRule,
  calendar: WorkingCalendar,
  day: DayIndex,
  start: LocalMinute,
): LaidOut {
  switch (rule.unit) {
    case 'working-minute':
      return byMinutes(calendar, start, rule.amount);
    case 'working-hour':
      return byMinutes(calendar, start, rule.amount * 60);
    case 'working-day':
      if (endsWithDay(rule)) return byWorkingDays(rule, calendar, day, start);
      return byMinutes(calendar, start, rule.amount * (rule.minutesPerWorkingDay ?? MINUTES_PER_WORKING_DAY));
    case 'calendar-day':
      return byCalendar(rule, calendar, start, day + rule.amount);
    case 'month':
      return byCalendar(rule, calendar, start, plusMonths(day, rule.amount));
    case 'same-day':
      return untilClosing(calendar, start);
  }
}

function checkRule(rule: DurationRule): void {
  const perDay = rule.minutesPerWorkingDay ?? MINUTES_PER_WORKING_DAY;
  const wrongAmount = !Number.isSafeInteger(rule.amount) || rule.amount < 0 || rule.amount > 1_000_000;
  if (wrongAmount || !Number.isSafeInteger(perDay) || perDay < 1 || perDay > 1440) {
    refuse('clock.invalid-duration', { amount: rule.amount });
  }
  if (rule.cutoff !== undefined && Number.isNaN(minuteOfClock(rule.cutoff))) {
    refuse('clock.invalid-duration', { cutoff: rule.cutoff });
  }
}

/** Whether the dossier counts as received at the next opening; 15:00:00 is in time, 15:00:01 is late. */
function isDeferred(rule: DurationRule, calendar: WorkingCalendar, startedAt: string): boolean {
  if (rule.cutoff === undefined && rule.unit !== 'same-day') return false;
  const ms = localMsOf(startedAt);
  const day = dayOfMinute(localMinuteOf(startedAt));
  if (workingDay(calendar, day).stretches.length === 0) return true;
  if (rule.unit === 'same-day' && ms >= closingOf(calendar, day) * 60_000) return true;
  return rule.cutoff !== undefined && ms > (startOfDay(day) + minuteOfClock(rule.cutoff)) * 60_000;
}

function byMinutes(calendar: WorkingCalendar, start: LocalMinute, minutes: number): LaidOut {
  const { begin, end, segments, skipped } = count(calendar, start, minutes);
  return { countedFrom: instantOf(begin), dueAt: instantOf(end), segments, skipped };
}

/** The day of the event is not counted; the limit ends when the last working day closes. */
function byWorkingDays(
  rule: DurationRule,
  calendar: WorkingCalendar,
  eventDay: DayIndex,
  start: LocalMinute,
): LaidOut {
  const first =
    rule.amount === 0 ? endingAfter(rule, calendar, eventDay, start) : workingDayFrom(calendar, eventDay + 1);
  let last = first;
  for (let counted = 1; counted < rule.amount; counted += 1) last = workingDayFrom(calendar, last + 1);
  return {
    countedFrom: instantOf(openingOf(calendar, first)),
    dueAt: instantOf(closingOf(calendar, last)),
    segments: wholeDays(calendar, first, last),
    skipped: daysWithoutWork(calendar, eventDay, last),
  };
}

/** The day of the event is not counted; a last day without work moves to the next working day. */
function byCalendar(
  rule: DurationRule,
  calendar: WorkingCalendar,
  start: LocalMinute,
  lastDay: DayIndex,
): LaidOut {
  const eventDay = dayOfMinute(start);
  workingDay(calendar, eventDay);
  const last = endingAfter(rule, calendar, lastDay, start);
  const first = rule.amount === 0 ? eventDay : eventDay + 1;
  return {
    countedFrom: instantOf(startOfDay(first)),
    dueAt: endOf(rule, calendar, last),
    segments: [],
    skipped: daysWithoutWork(calendar, lastDay, last),
  };
}

/** The first working day from here on that ends after the start: a limit of no days may begin after closing time. */
function endingAfter(
  rule: DurationRule,
  calendar: WorkingCalendar,
  from: DayIndex,
  start: LocalMinute,
): DayIndex {
  const day = workingDayFrom(calendar, from);
  return localMinuteOf(endOf(rule, calendar, day)) >= start ? day : workingDayFrom(calendar, day + 1);
}

function untilClosing(calendar: WorkingCalendar, start: LocalMinute): LaidOut {
  const day = dayOfMinute(start);
  const parts = wholeDays(calendar, day, day).flatMap((whole) => {
    const from = Math.max(start, localMinuteOf(whole.from));
    const to = localMinuteOf(whole.to);
    return to > from ? [segment(from, to)] : [];
  });
  const closing = instantOf(closingOf(calendar, day));
  return { countedFrom: parts[0]?.from ?? closing, dueAt: closing, segments: parts, skipped: [] };
}

/** The instant at which a day ends for this rule. */
export function endOf(rule: DurationRule, calendar: WorkingCalendar, day: DayIndex): string {
  const atMidnight = countsEveryDay(rule) && rule.lastDayEnds !== 'closing';
  return atMidnight ? instantOfMs(endOfDayMs(day)) : instantOf(closingOf(calendar, day));
}

function wholeDays(calendar: WorkingCalendar, first: DayIndex, last: DayIndex): readonly CountedSegment[] {
  const segments: CountedSegment[] = [];
  for (let day = first; day <= last; day += 1) {
    const midnight = startOfDay(day);
    for (const { from, to } of workingDay(calendar, day).stretches)
      segments.push(segment(midnight + from, midnight + to));
  }
  return segments;
}

function daysWithoutWork(calendar: WorkingCalendar, first: DayIndex, last: DayIndex): readonly SkippedDay[] {
  const skipped: SkippedDay[] = [];
  for (let day = first; day <= last; day += 1) {
    const passed = skippedDay(calendar, day);
    if (passed) skipped.push(passed);
  }
  return skipped;
}
