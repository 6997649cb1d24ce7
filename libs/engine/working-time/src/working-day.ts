import type {
  ClockInterval,
  Closure,
  Holiday,
  MakeUpDay,
  Weekday,
  WeeklyHours,
  WorkingCalendar,
} from './calendar';
import { dateOf, dayOf, minuteOfClock, weekdayOf, type DayIndex } from './local-time';
import { refuse } from './result';

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const satisfies readonly Weekday[];

/** Minutes from midnight, end not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One day of a calendar: its working stretches in order, or why there are none. */
export interface WorkingDay {
  readonly stretches: readonly Stretch[];
  readonly reason: 'weekend' | 'holiday' | 'closure';
  readonly name?: string;
}

interface Prepared {
  readonly from: DayIndex;
  readonly to: DayIndex;
  readonly weekly: readonly WeeklyHours[];
  readonly holidays: ReadonlyMap<string, Holiday>;
  readonly makeUpDays: ReadonlyMap<string, MakeUpDay>;
  readonly closures: ReadonlyMap<string, readonly Closure[]>;
  readonly days: Map<DayIndex, WorkingDay>;
}

/** Calendars never change, so what was prepared for one stays right for as long as it lives. */
const prepared = new WeakMap<WorkingCalendar, Prepared>();

function prepare(calendar: WorkingCalendar): Prepared {
  const known = prepared.get(calendar);
  if (known) return known;
  const closures = new Map<string, Closure[]>();
  for (const closure of calendar.closures) {
    const sameDay = closures.get(closure.date);
    if (sameDay) sameDay.push(closure);
    else closures.set(closure.date, [closure]);
  }
  const made: Prepared = {
    from: dayOf(calendar.coveredFrom),
    to: dayOf(calendar.coveredTo),
    weekly: [...calendar.weekly].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1)),
    holidays: new Map(calendar.holidays.map((holiday) => [holiday.date, holiday])),
    makeUpDays: new Map(calendar.makeUpDays.map((day) => [day.date, day])),
    closures,
    days: new Map(),
  };
  prepared.set(calendar, made);
  return made;
}

/** The working stretches of a day; a day that the calendar does not cover is refused, never guessed. */
export function workingDay(calendar: WorkingCalendar, day: DayIndex): WorkingDay {
  const known = prepare(calendar);
  const cached = known.days.get(day);
  if (cached) return cached;
  if (!(day >= known.from && day <= known.to)) refuse('calendar.not-covered', { date: dateOf(day) });
  const made = readDay(known, day);
  known.days.set(day, made);
  return made;
}

function readDay(known: Prepared, day: DayIndex): WorkingDay {
  const date = dateOf(day);
  const hours = known.weekly.find((rule) => rule.validFrom <= date);
  if (!hours) refuse('calendar.not-covered', { date });
  const makeUp = known.makeUpDays.get(date);
  const holiday = known.holidays.get(date);
  const weekday = weekdays[weekdayOf(day)] ?? 'sunday';
  if (!makeUp && holiday) return { stretches: [], reason: 'holiday', name: holiday.name };
  const planned = stretchesOf(makeUp ? (makeUp.intervals ?? usualHours(hours)) : (hours.days[weekday] ?? []));
  const closures = known.closures.get(date) ?? [];
  const open = closures.reduce(withoutClosure, planned);
  const closure = closures[0];
  if (open.length === 0 && planned.length > 0 && closure)
    return { stretches: [], reason: 'closure', name: closure.name };
  return { stretches: open, reason: 'weekend' };
}

function usualHours(hours: WeeklyHours): readonly ClockInterval[] {
  for (const weekday of weekdays.slice(1)) {
    const intervals = hours.days[weekday];
    if (intervals && intervals.length > 0) return intervals;
  }
  return hours.days.sunday ?? [];
}

function stretchesOf(intervals: readonly ClockInterval[]): readonly Stretch[] {
  return intervals
    .map(([from, to]) => ({ from: minuteOfClock(from), to: minuteOfClock(to) }))
    .filter((stretch) => stretch.to > stretch.from)
    .sort((a, b) => a.from - b.from);
}

function withoutClosure(open: readonly Stretch[], closure: Closure): readonly Stretch[] {
  if (!closure.intervals) return [];
  return stretchesOf(closure.intervals).reduce<readonly Stretch[]>(
    (left, closed) =>
      left.flatMap((stretch) =>
        [
          { from: stretch.from, to: Math.min(stretch.to, closed.from) },
          { from: Math.max(stretch.from, closed.to), to: stretch.to },
        ].filter((part) => part.to > part.from),
      ),
    open,
  );
}
