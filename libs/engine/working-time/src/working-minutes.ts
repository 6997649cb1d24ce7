import type { DueDerivation } from '@mocua/contract';
import type { WorkingCalendar } from './calendar';
import {
  dateOf,
  dayOfMinute,
  instantOf,
  localMinuteOf,
  startOfDay,
  type DayIndex,
  type LocalMinute,
} from './local-time';
import { answered, refuse, type Result } from './result';
import { workingDay } from './working-day';

export type CountedSegment = DueDerivation['segments'][number];
export type SkippedDay = DueDerivation['skipped'][number];

/** A walk through working time: where it ended and what it passed. */
export interface CountedTime {
  readonly end: LocalMinute;
  /** First working moment at or after the start; equal to `end` when nothing was counted. */
  readonly begin: LocalMinute;
  readonly segments: readonly CountedSegment[];
  readonly skipped: readonly SkippedDay[];
}

export function segment(from: LocalMinute, to: LocalMinute): CountedSegment {
  return { from: instantOf(from), to: instantOf(to), minutes: to - from };
}

/** The day as a skipped day, or null when it has working time. */
export function skippedDay(calendar: WorkingCalendar, day: DayIndex): SkippedDay | null {
  const { stretches, reason, name } = workingDay(calendar, day);
  if (stretches.length > 0) return null;
  return { date: dateOf(day), reason, ...(name === undefined ? {} : { name }) };
}

/** Walks forward until the minutes are used up; ends at a closing time rather than at the next opening. */
export function count(calendar: WorkingCalendar, from: LocalMinute, minutes: number): CountedTime {
  const segments: CountedSegment[] = [];
  const skipped: SkippedDay[] = [];
  let begin: LocalMinute | null = null;
  let left = minutes;
  for (let day = dayOfMinute(from); ; day += 1) {
    const midnight = startOfDay(day);
    for (const stretch of workingDay(calendar, day).stretches) {
      const start = Math.max(midnight + stretch.from, from);
      const end = midnight + stretch.to;
      if (start >= end) continue;
      begin ??= start;
      if (left <= end - start) {
        if (left > 0) segments.push(segment(start, start + left));
        return { begin, end: start + left, segments, skipped };
      }
      segments.push(segment(start, end));
      left -= end - start;
    }
    const passed = skippedDay(calendar, day);
    if (passed) skipped.push(passed);
  }
}

/** Working minutes from one local minute to a later one. */
export function minutesBetween(calendar: WorkingCalendar, from: LocalMinute, to: LocalMinute): number {
  if (to <= from) return 0;
  let total = 0;
  for (let day = dayOfMinute(from); day <= dayOfMinute(to - 1); day += 1) {
    const midnight = startOfDay(day);
    for (const stretch of workingDay(calendar, day).stretches) {
      total += Math.max(0, Math.min(to, midnight + stretch.to) - Math.max(from, midnight + stretch.from));
    }
  }
  return total;
}

/** The first day from here on that has working time. */
export function workingDayFrom(calendar: WorkingCalendar, day: DayIndex): DayIndex {
  let at = day;
  while (workingDay(calendar, at).stretches.length === 0) at += 1;
  return at;
}

export function openingOf(calendar: WorkingCalendar, day: DayIndex): LocalMinute {
  return startOfDay(day) + (workingDay(calendar, day).stretches[0]?.from ?? 0);
}

export function closingOf(calendar: WorkingCalendar, day: DayIndex): LocalMinute {
  return startOfDay(day) + (workingDay(calendar, day).stretches.at(-1)?.to ?? 0);
}

/** Adds working minutes to an instant. With 0 minutes: the first working moment at or after it. */
export function addWorkingMinutes(
  calendar: WorkingCalendar,
  from: string,
  minutes: number,
): Result<{
  readonly at: string;
  readonly segments: readonly CountedSegment[];
  readonly skipped: readonly SkippedDay[];
}> {
  return answered(() => {
    if (!Number.isSafeInteger(minutes) || minutes < 0) refuse('clock.invalid-duration', { amount: minutes });
    const { end, segments, skipped } = count(calendar, localMinuteOf(from), minutes);
    return { at: instantOf(end), segments, skipped };
  });
}

/** Working minutes from `from` to `to`; negative when `to` is earlier. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: string, to: string): Result<number> {
  return answered(() => {
    const start = localMinuteOf(from);
    const end = localMinuteOf(to);
    return end < start ? 0 - minutesBetween(calendar, end, start) : minutesBetween(calendar, start, end);
  });
}

/** Whether the office works in the minute of this instant; a closing time itself is no longer working time. */
export function isWorkingMoment(calendar: WorkingCalendar, at: string): Result<boolean> {
  return answered(() => {
    const minute = localMinuteOf(at);
    const ofDay = minute - startOfDay(dayOfMinute(minute));
    return workingDay(calendar, dayOfMinute(minute)).stretches.some(
      ({ from, to }) => ofDay >= from && ofDay < to,
    );
  });
}
