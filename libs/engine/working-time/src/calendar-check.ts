import type { ClockInterval, WorkingCalendar } from './calendar';
import { dayOf, minuteOfClock } from './local-time';
import { weekdays } from './working-day';

/** A fault in a calendar: where (a JSON pointer) and what, for the person who keeps it. */
export interface CalendarProblem {
  readonly path: string;
  readonly vi: string;
  readonly en: string;
}

const LONGEST_COVERAGE_DAYS = 366 * 30;

/** Checks a calendar before it is published; an empty list means that it can be used. */
export function checkCalendar(calendar: WorkingCalendar): readonly CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const report = (path: string, vi: string, en: string): void => void problems.push({ path, vi, en });
  const isDate = (path: string, date: string): boolean => {
    const real = !Number.isNaN(dayOf(date));
    if (!real) report(path, `“${date}” không phải ngày có thật.`, `“${date}” is not a real date.`);
    return real;
  };
  const inCoverage = (path: string, date: string): void => {
    if (!isDate(path, date)) return;
    if (date < calendar.coveredFrom || date > calendar.coveredTo) {
      report(
        path,
        `Ngày ${date} nằm ngoài thời gian của lịch.`,
        `${date} lies outside the coverage of the calendar.`,
      );
    }
  };
  checkCoverage(calendar, isDate, report);
  calendar.weekly.forEach((rule, index) => {
    for (const weekday of weekdays)
      checkIntervals(`/weekly/${index}/days/${weekday}`, rule.days[weekday] ?? [], report);
  });
  const lists = { holidays: calendar.holidays, makeUpDays: calendar.makeUpDays, closures: calendar.closures };
  for (const [list, days] of Object.entries(lists)) {
    const seen = new Set<string>();
    days.forEach((day, index) => {
      const path = `/${list}/${index}`;
      inCoverage(`${path}/date`, day.date);
      if (list !== 'closures' && seen.has(day.date))
        report(`${path}/date`, `Ngày ${day.date} ghi hai lần.`, `${day.date} is listed twice.`);
      seen.add(day.date);
      if ('intervals' in day && day.intervals) checkIntervals(`${path}/intervals`, day.intervals, report);
    });
  }
  const holidays = new Set(calendar.holidays.map((day) => day.date));
  calendar.makeUpDays.forEach((day, index) => {
    if (!holidays.has(day.date)) return;
    report(
      `/makeUpDays/${index}/date`,
      `Ngày ${day.date} vừa là ngày nghỉ vừa là ngày làm bù.`,
      `${day.date} is both a holiday and a make-up day.`,
    );
  });
  return problems;
}

type Report = (path: string, vi: string, en: string) => void;

function checkCoverage(
  calendar: WorkingCalendar,
  isDate: (path: string, date: string) => boolean,
  report: Report,
): void {
  const from = isDate('/coveredFrom', calendar.coveredFrom);
  const to = isDate('/coveredTo', calendar.coveredTo);
  if (from && to) {
    const days = dayOf(calendar.coveredTo) - dayOf(calendar.coveredFrom);
    if (days < 0)
      report('/coveredTo', 'Ngày cuối của lịch sớm hơn ngày đầu.', 'The calendar ends before it begins.');
    if (days > LONGEST_COVERAGE_DAYS)
      report('/coveredTo', 'Lịch dài quá 30 năm.', 'The calendar is longer than 30 years.');
  }
  const starts = calendar.weekly.map((rule) => rule.validFrom);
  starts.forEach((date, index) => {
    isDate(`/weekly/${index}/validFrom`, date);
    if (starts.indexOf(date) !== index)
      report(
        `/weekly/${index}/validFrom`,
        `Hai lịch tuần cùng bắt đầu ngày ${date}.`,
        `Two weekly rules begin on ${date}.`,
      );
  });
  if (!starts.some((date) => date <= calendar.coveredFrom)) {
    report(
      '/weekly',
      'Chưa có giờ làm việc cho ngày đầu của lịch.',
      'No weekly hours are given for the first covered day.',
    );
  }
}

function checkIntervals(path: string, intervals: readonly ClockInterval[], report: Report): void {
  let previousEnd = 0;
  intervals.forEach(([from, to], index) => {
    const start = minuteOfClock(from);
    const end = minuteOfClock(to);
    if (!(start < end)) {
      report(
        `${path}/${index}`,
        `Khoảng giờ ${from}–${to} không đúng.`,
        `The interval ${from}–${to} is not valid.`,
      );
    } else if (start < previousEnd) {
      report(
        `${path}/${index}`,
        `Khoảng giờ ${from}–${to} chồng lên khoảng trước.`,
        `The interval ${from}–${to} overlaps the one before.`,
      );
    }
    previousEnd = Number.isNaN(end) ? previousEnd : Math.max(previousEnd, end);
  });
}
