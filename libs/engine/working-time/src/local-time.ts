import { refuse } from './result';

export const MINUTES_PER_DAY = 1440;
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
/** Asia/Ho_Chi_Minh: +07:00 all year, without daylight saving time. */
const OFFSET_MS = 7 * 60 * MS_PER_MINUTE;

/** Milliseconds since 1970-01-01T00:00 on the wall clock of Vietnam. */
export type LocalMs = number;
/** Whole minutes since 1970-01-01T00:00 on the wall clock of Vietnam. */
export type LocalMinute = number;
/** Days since 1970-01-01. */
export type DayIndex = number;

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** Reads an ISO instant with an explicit offset. */
export function localMsOf(iso: string): LocalMs {
  const ms = instant.test(iso) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(ms)) refuse('clock.invalid-instant', { instant: iso.slice(0, 40) });
  return ms + OFFSET_MS;
}

/** The minute an instant falls in: seconds are dropped, which never favours the agency. */
export function localMinuteOf(iso: string): LocalMinute {
  return Math.floor(localMsOf(iso) / MS_PER_MINUTE);
}

export function instantOfMs(local: LocalMs): string {
  return new Date(local - OFFSET_MS).toISOString();
}

export function instantOf(minute: LocalMinute): string {
  return instantOfMs(minute * MS_PER_MINUTE);
}

export function dayOfMinute(minute: LocalMinute): DayIndex {
  return Math.floor(minute / MINUTES_PER_DAY);
}

export function startOfDay(day: DayIndex): LocalMinute {
  return day * MINUTES_PER_DAY;
}

/** The last millisecond of a day, so that the instant still carries that day's date. */
export function endOfDayMs(day: DayIndex): LocalMs {
  return (day + 1) * MS_PER_DAY - 1;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: DayIndex): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** `2026-11-23`. */
export function dateOf(day: DayIndex): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day of an ISO date; NaN for anything that is not a real date. */
export function dayOf(date: string): DayIndex {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return Number.NaN;
  const day = Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
  return Number.isInteger(day) && dateOf(day) === date ? day : Number.NaN;
}

/** Minutes from midnight of `HH:mm`, with `24:00` as the end of the day; NaN for anything else. */
export function minuteOfClock(clock: string): number {
  if (clock === '24:00') return MINUTES_PER_DAY;
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(clock);
  return match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
}

/** The corresponding day of a later month, or its last day when the month is shorter. @legal BLDS 2015 Điều 147, 148 */
export function plusMonths(day: DayIndex, months: number): DayIndex {
  const date = new Date(day * MS_PER_DAY);
  const firstOfTarget = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const firstOfNext = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 1);
  const length = (firstOfNext - firstOfTarget) / MS_PER_DAY;
  return firstOfTarget / MS_PER_DAY + Math.min(date.getUTCDate(), length) - 1;
}
