import type { DueDerivation, RuleSource } from '@mocua/contract';

export type DurationUnit = DueDerivation['duration']['unit'];

/** A time limit as configuration: what is counted, how, and where the law says so. */
export interface DurationRule {
  /** Not used by `same-day`. */
  readonly amount: number;
  readonly unit: DurationUnit;
  /**
   * For `working-day`: the same hour so many working days later (counted in working minutes), or the end of the last
   * of so many working days after the day of the event. Default `same-hour`.
   */
  readonly workingDayMode?: 'same-hour' | 'end-of-day';
  /**
   * `HH:mm`. Received later than this second, or on a day that is not worked, counts as received at the next opening.
   * For `same-day` it decides between this working day and the next.
   */
  readonly cutoff?: string;
  /** Length of a working day in `same-hour` mode; default 480. */
  readonly minutesPerWorkingDay?: number;
  /**
   * When the last day of `calendar-day` and `month` ends: at midnight, or at closing time. Default `midnight`.
   * @legal BLDS 2015 Điều 148(6): the last day ends at 24:00.
   */
  readonly lastDayEnds?: 'midnight' | 'closing';
  readonly source: RuleSource;
}

export const MINUTES_PER_WORKING_DAY = 480;

/** Whether a due date of this rule is the end of a day, rather than an hour. */
export function endsWithDay(rule: DurationRule): boolean {
  if (rule.unit === 'working-day') return rule.workingDayMode === 'end-of-day';
  return rule.unit === 'calendar-day' || rule.unit === 'month' || rule.unit === 'same-day';
}

/** Whether the days between start and end count whether or not they are worked. */
export function countsEveryDay(rule: DurationRule): boolean {
  return rule.unit === 'calendar-day' || rule.unit === 'month';
}
