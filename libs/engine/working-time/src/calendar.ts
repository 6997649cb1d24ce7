/** A stretch of one day in local time, `['07:30', '11:30']`; the end may be `24:00`. */
export type ClockInterval = readonly [from: string, to: string];

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** The weekly hours from a date on, until the next rule. A weekday that is left out is not worked. */
export interface WeeklyHours {
  readonly validFrom: string;
  readonly days: Readonly<Partial<Record<Weekday, readonly ClockInterval[]>>>;
}

/** Where a special day comes from; `verified: false` marks a day that was assumed and must be compared with the decision. */
export interface CalendarSource {
  readonly citation: string;
  readonly verified: boolean;
}

export interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly source: CalendarSource;
}

/** A day that is worked although the week or a holiday says otherwise. */
export interface MakeUpDay {
  readonly date: string;
  readonly name: string;
  readonly source: CalendarSource;
  /** Hours of that day; default: those of the first working weekday. */
  readonly intervals?: readonly ClockInterval[];
}

/** Hours on which one unit is closed; without intervals the whole day. */
export interface Closure {
  readonly date: string;
  readonly name: string;
  readonly intervals?: readonly ClockInterval[];
}

/**
 * The working time of one unit: JSON data, immutable; a change makes a new version.
 * Dates outside `coveredFrom`..`coveredTo` (both included) are unknown, and a computation that meets one is refused.
 */
export interface WorkingCalendar {
  readonly id: string;
  readonly version: number;
  readonly coveredFrom: string;
  readonly coveredTo: string;
  readonly weekly: readonly WeeklyHours[];
  readonly holidays: readonly Holiday[];
  readonly makeUpDays: readonly MakeUpDay[];
  readonly closures: readonly Closure[];
}
