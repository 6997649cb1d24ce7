/** Working time and legal clocks: pure, in whole minutes, on the wall clock of Vietnam. */
export type {
  CalendarSource,
  ClockInterval,
  Closure,
  Holiday,
  MakeUpDay,
  Weekday,
  WeeklyHours,
  WorkingCalendar,
} from './calendar';
export { checkCalendar } from './calendar-check';
export type { CalendarProblem } from './calendar-check';
export type { DurationRule, DurationUnit } from './duration-rule';
export { computeDue } from './due';
export type { DueQuestion } from './due';
export {
  extendDue,
  extensionTiming,
  isOverdue,
  isPaused,
  pauseDue,
  remainingMinutes,
  resumeDue,
} from './clock-life';
export type { ExtensionOrder, PauseCause, PauseOrder, ResumeOrder, ResumePolicy } from './clock-life';
export { addWorkingMinutes, isWorkingMoment, workingMinutesBetween } from './working-minutes';
export type { CountedSegment, SkippedDay } from './working-minutes';
export { describeDue } from './describe';
export type { ClockProblem, ClockProblemCode, Result } from './result';
