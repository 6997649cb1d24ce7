import type { ClockInterval, Weekday, WorkingCalendar } from '../src/calendar';
import type { DurationRule } from '../src/duration-rule';

const DAY = 1440;
const names: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** A slow second opinion: one flag for every minute of the coverage, and answers by looking at minutes one by one. */
export class MinuteOracle {
  private readonly open: readonly boolean[];
  private readonly first: number;

  constructor(calendar: WorkingCalendar) {
    this.first = Date.parse(`${calendar.coveredFrom}T00:00:00+07:00`) / 60_000;
    const end = Date.parse(`${calendar.coveredTo}T00:00:00+07:00`) / 60_000 + DAY;
    const flags: boolean[] = [];
    for (let midnight = this.first; midnight < end; midnight += DAY) {
      const local = new Date((midnight + 420) * 60_000);
      const date = local.toISOString().slice(0, 10);
      for (let minute = 0; minute < DAY; minute += 1)
        flags.push(opensAt(calendar, date, local.getUTCDay(), minute));
    }
    this.open = flags;
  }

  private flag(minute: number): boolean {
    const flag = this.open[minute - this.first];
    if (flag === undefined) throw new RangeError('outside the coverage');
    return flag;
  }

  add(from: number, minutes: number): number {
    let at = from;
    let left = minutes;
    while (!this.flag(at)) at += 1;
    while (left > 0) {
      if (this.flag(at)) left -= 1;
      at += 1;
    }
    return at;
  }

  between(from: number, to: number): number {
    let total = 0;
    for (let minute = from; minute < to; minute += 1) if (this.flag(minute)) total += 1;
    return total;
  }

  private midnight(minute: number): number {
    return minute - ((((minute - this.first) % DAY) + DAY) % DAY);
  }

  private isWorked(midnight: number): boolean {
    for (let minute = midnight; minute < midnight + DAY; minute += 1) if (this.flag(minute)) return true;
    return false;
  }

  private workedFrom(midnight: number): number {
    let day = midnight;
    while (!this.isWorked(day)) day += DAY;
    return day;
  }

  private closing(midnight: number): number {
    let at = midnight + DAY - 1;
    while (!this.flag(at)) at -= 1;
    return at + 1;
  }

  /** Due instant in milliseconds, for a start in milliseconds. */
  due(rule: DurationRule, startMs: number): number {
    let start = Math.floor(startMs / 60_000);
    let day = this.midnight(start);
    const worked = this.isWorked(day);
    const cutoffMs = rule.cutoff === undefined ? Infinity : (day + clock(rule.cutoff)) * 60_000;
    const closed = rule.unit === 'same-day' && worked && startMs >= this.closing(day) * 60_000;
    if (
      (rule.cutoff !== undefined || rule.unit === 'same-day') &&
      (!worked || startMs > cutoffMs || closed)
    ) {
      day = this.workedFrom(worked ? day + DAY : day);
      start = this.add(day, 0);
    }
    if (rule.unit === 'same-day') return this.closing(day) * 60_000;
    if (rule.unit === 'calendar-day') return (this.workedFrom(day + rule.amount * DAY) + DAY) * 60_000 - 1;
    if (rule.unit === 'working-day' && rule.workingDayMode === 'end-of-day') {
      let last = rule.amount === 0 ? this.workedFrom(day) : day;
      if (rule.amount === 0 && this.closing(last) < start) last = this.workedFrom(last + DAY);
      for (let left = rule.amount; left > 0; left -= 1) last = this.workedFrom(last + DAY);
      return this.closing(last) * 60_000;
    }
    const factor = {
      'working-minute': 1,
      'working-hour': 60,
      'working-day': rule.minutesPerWorkingDay ?? 480,
      month: Number.NaN,
    }[rule.unit];
    return this.add(start, rule.amount * factor) * 60_000;
  }
}

function clock(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

function covers(intervals: readonly ClockInterval[], minuteOfDay: number): boolean {
  return intervals.some(([from, to]) => minuteOfDay >= clock(from) && minuteOfDay < clock(to));
}

function opensAt(calendar: WorkingCalendar, date: string, weekday: number, minuteOfDay: number): boolean {
  for (const closure of calendar.closures) {
    if (closure.date === date && (!closure.intervals || covers(closure.intervals, minuteOfDay))) return false;
  }
  let days: Readonly<Partial<Record<Weekday, readonly ClockInterval[]>>> = {};
  let since = '';
  for (const rule of calendar.weekly) {
    if (rule.validFrom <= date && rule.validFrom > since) {
      since = rule.validFrom;
      days = rule.days;
    }
  }
  const makeUp = calendar.makeUpDays.find((day) => day.date === date);
  if (makeUp) {
    const usual = [1, 2, 3, 4, 5, 6, 0]
      .map((index) => days[names[index] ?? 'sunday'] ?? [])
      .find((intervals) => intervals.length > 0);
    return covers(makeUp.intervals ?? usual ?? [], minuteOfDay);
  }
  if (calendar.holidays.some((day) => day.date === date)) return false;
  return covers(days[names[weekday] ?? 'sunday'] ?? [], minuteOfDay);
}
