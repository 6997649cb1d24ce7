import type { RightsKind } from '@mocua/contract';
import { computeDue, type DurationRule, type WorkingCalendar } from '@mocua/engine/working-time';

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

/** Until when a request of this kind must be acknowledged and answered. */
export function rightsDeadlines(
  rules: RightsRules,
  kind: RightsKind,
  calendar: WorkingCalendar,
  filedAt: string,
): RightsDeadlines {
  const { days, article } = rules.times[kind];
  return {
    acknowledgeBy: dueOf(rules, calendar, filedAt, {
      amount: rules.acknowledgeWorkingDays,
      unit: 'working-day',
      workingDayMode: 'end-of-day',
      article,
    }),
    dueAt: dueOf(rules, calendar, filedAt, { amount: days, unit: 'calendar-day', article }),
  };
}

/** The new due date of the one extension that the law allows, counted on from the old one. */
export function extendedDue(
  rules: RightsRules,
  kind: RightsKind,
  calendar: WorkingCalendar,
  dueAt: string,
): string {
  const { extensionDays, article } = rules.times[kind];
  // The old last day ended at its last millisecond; the extension counts from the day after.
  return dueOf(rules, calendar, dueAt, { amount: extensionDays, unit: 'calendar-day', article });
}

function dueOf(
  { effectiveFrom, verified }: RightsRules,
  calendar: WorkingCalendar,
  startedAt: string,
  { article, ...duration }: Pick<DurationRule, 'amount' | 'unit' | 'workingDayMode'> & { article: string },
): string {
  const source = { citation: article, effectiveFrom, verified };
  const due = computeDue({ rule: { ...duration, source }, calendar, startEvent: 'request-filed', startedAt });
  if (!due.ok) throw new Error(`no deadline: ${due.problem.code}`);
  return due.value.dueAt;
}
