import type { RightsKind } from '@mocua/contract';
import { isWorkingMoment, type WorkingCalendar } from '@mocua/engine/working-time';
import { localDate } from '@mocua/server/kernel';

/** How long a request of a kind may take. Days are calendar days; the last one ends at midnight of a working day. */
interface RightsTime {
  readonly days: number;
  /** How far the one extension may reach. */
  readonly extensionDays: number;
  readonly article: string;
}

/** One version of the time limits, as they hold from a date on. */
export interface RightsRules {
  readonly version: number;
  /** `YYYY-MM-DD` in Vietnam. */
  readonly effectiveFrom: string;
  readonly acknowledgeWorkingDays: number;
  readonly verified: boolean;
  readonly times: Readonly<Record<RightsKind, RightsTime>>;
}

const decree = 'NĐ 356/2025/NĐ-CP Điều 5';
const fifteen: RightsTime = { days: 15, extensionDays: 15, article: `${decree}(2)` };
const ten: RightsTime = { days: 10, extensionDays: 10, article: `${decree}(3)` };

/**
 * Time limits as this province reads the law. Complaints follow a law of their own that was not read, so their number is a
 * setting and not a claim.
 *
 * @legal NĐ 356/2025 Điều 5(2)–(5); BLDS 2015 Điều 147, 148
 */
export const declaredRightsRules: readonly RightsRules[] = [
  {
    version: 1,
    effectiveFrom: '2026-01-01',
    acknowledgeWorkingDays: 2,
    verified: false,
    times: {
      access: ten,
      correct: ten,
      copy: ten,
      restrict: fifteen,
      object: fifteen,
      withdraw: fifteen,
      delete: { days: 20, extensionDays: 20, article: `${decree}(4)` },
      protect: { days: 15, extensionDays: 15, article: `${decree}(5)` },
      complain: {
        days: 30,
        extensionDays: 15,
        article: 'theo pháp luật về khiếu nại, tố cáo (chưa đối chiếu)',
      },
    },
  },
];

/** The rules in force on a date; the oldest when none is, so that a request never stands without a deadline. */
export function rightsRulesOn(versions: readonly RightsRules[], date: string): RightsRules {
  const [oldest] = versions;
  if (!oldest) throw new Error('no time limits are declared');
  return versions.reduce((latest, each) => (each.effectiveFrom <= date ? each : latest), oldest);
}

export interface RightsDeadlines {
  readonly acknowledgeBy: string;
  readonly dueAt: string;
}

/** Until when a request of this kind must be acknowledged and answered. The day it is filed does not count. */
export function rightsDeadlines(
  rules: RightsRules,
  kind: RightsKind,
  calendar: WorkingCalendar,
  filedAt: string,
): RightsDeadlines {
  const filed = localDate(new Date(filedAt));
  let acknowledge = filed;
  for (let counted = 0; counted < rules.acknowledgeWorkingDays; counted += 1)
    acknowledge = workingDayFrom(calendar, dayAfter(acknowledge));
  return {
    acknowledgeBy: endOf(acknowledge),
    dueAt: endOf(workingDayFrom(calendar, dayAfter(filed, rules.times[kind].days))),
  };
}

/** The new due date of the one extension that the law allows, counted on from the old one. */
export function extendedDue(
  rules: RightsRules,
  kind: RightsKind,
  calendar: WorkingCalendar,
  dueAt: string,
): string {
  const due = localDate(new Date(dueAt));
  return endOf(workingDayFrom(calendar, dayAfter(due, rules.times[kind].extensionDays)));
}

/** The day itself when it is worked, else the next that is. @legal BLDS 2015 Điều 148(5) */
function workingDayFrom(calendar: WorkingCalendar, day: string): string {
  for (let ahead = 0; ahead < longestBreak; ahead += 1) {
    const candidate = dayAfter(day, ahead);
    const works = isWorkingMoment(calendar, `${candidate}T${midMorning}:00+07:00`);
    if (works.ok && works.value) return candidate;
  }
  return day;
}

/** Longer than any holiday; past the end of the calendar the day itself counts, which is early and never late. */
const longestBreak = 30;
const midMorning = '09:30';

function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The last millisecond of a day in Vietnam. @legal BLDS 2015 Điều 148(6) */
function endOf(day: string): string {
  return new Date(Date.parse(`${day}T23:59:59.999+07:00`)).toISOString();
}
