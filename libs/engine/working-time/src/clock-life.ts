import type { DueDerivation } from '@mocua/contract';
import type { WorkingCalendar } from './calendar';
import { endOf, layOut, type LaidOut } from './due';
import { countsEveryDay, endsWithDay, type DurationRule } from './duration-rule';
import { dayOfMinute, instantOf, localMinuteOf, localMsOf } from './local-time';
import { answered, refuse, type Result } from './result';
import { count, minutesBetween, segment, workingDayFrom, type CountedSegment } from './working-minutes';

export type PauseCause = DueDerivation['pauses'][number]['cause'];
export type ResumePolicy = DueDerivation['pauses'][number]['policy'];

export interface PauseOrder {
  readonly at: string;
  readonly cause: PauseCause;
  /** The legal ground; a pause without one is refused. */
  readonly ground: string;
  readonly by: string;
  /** What is intended at resumption; {@link resumeDue} decides. Default `extend`. */
  readonly policy?: ResumePolicy;
}

export interface ResumeOrder {
  readonly at: string;
  /**
   * `extend`: the working minutes that remained run on; `restart`: the full duration runs again; `keep`: the due date
   * stays as it was.
   */
  readonly policy: ResumePolicy;
}

export interface ExtensionOrder {
  readonly at: string;
  readonly to: string;
  readonly ground: string;
  readonly by: string;
}

/** Whether an instant is after the due date; the due instant itself is in time. */
export function isOverdue(derivation: DueDerivation, at: string): boolean {
  return Date.parse(at) > Date.parse(derivation.dueAt);
}

export function isPaused(derivation: DueDerivation): boolean {
  return derivation.pauses.at(-1)?.to === null;
}

/** Working minutes left at an instant; negative: working minutes overdue. While paused: what remained. */
export function remainingMinutes(
  derivation: DueDerivation,
  calendar: WorkingCalendar,
  at: string,
): Result<number> {
  return answered(() => {
    if (derivation.remainingMinutes !== null) return derivation.remainingMinutes;
    const now = localMinuteOf(at);
    const due = localMinuteOf(derivation.dueAt);
    return now > due
      ? 0 - minutesBetween(calendar, due, now)
      : minutesBetween(calendar, Math.max(now, startMinute(derivation)), due);
  });
}

/** Working time runs from the first counted moment, or from the start where every day counts. */
function startMinute(derivation: DueDerivation): number {
  return localMinuteOf(derivation.countedFrom);
}

/** Stops the clock. The due date stays as it is until the clock runs again. */
export function pauseDue(
  derivation: DueDerivation,
  calendar: WorkingCalendar,
  order: PauseOrder,
): Result<DueDerivation> {
  return answered(() => {
    if (isPaused(derivation)) refuse('clock.already-paused');
    if (order.ground.trim() === '') refuse('clock.ground-required');
    const at = localMinuteOf(order.at);
    if (localMsOf(order.at) < localMsOf(lastChange(derivation))) refuse('clock.before-start');
    const remaining = minutesBetween(
      calendar,
      Math.max(at, startMinute(derivation)),
      localMinuteOf(derivation.dueAt),
    );
    const { cause, ground, by } = order;
    const pause = {
      from: order.at,
      to: null,
      cause,
      ground,
      by,
      policy: order.policy ?? ('extend' as const),
    };
    return {
      ...derivation,
      segments: segmentsBefore(derivation.segments, at),
      skipped: derivation.skipped.filter((day) => day.date < instantDate(at)),
      pauses: [...derivation.pauses, pause],
      remainingMinutes: remaining,
    };
  });
}

/** A clock's history only moves forward: nothing may happen before its start or before the last resumption. */
function lastChange(derivation: DueDerivation): string {
  return derivation.pauses.at(-1)?.to ?? derivation.startedAt;
}

function instantDate(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 10);
}

function segmentsBefore(segments: readonly CountedSegment[], at: number): CountedSegment[] {
  return segments.flatMap((counted) => {
    const from = localMinuteOf(counted.from);
    const to = Math.min(localMinuteOf(counted.to), at);
    return to > from ? [segment(from, to)] : [];
  });
}

/**
 * Starts a paused clock again. A resumption never makes a due date earlier, and a dossier that was overdue when it was
 * paused stays overdue under `extend`.
 *
 * @legal NĐ 118/2025 Điều 19(5): after a supplement in appraisal the time limit counts afresh (`restart`).
 */
export function resumeDue(
  derivation: DueDerivation,
  calendar: WorkingCalendar,
  rule: DurationRule,
  order: ResumeOrder,
): Result<DueDerivation> {
  return answered(() => {
    const pause = derivation.pauses.at(-1);
    if (pause?.to !== null) return refuse('clock.not-paused');
    if (localMsOf(order.at) < localMsOf(pause.from)) refuse('clock.resume-before-pause');
    const ended = { ...pause, to: order.at, policy: order.policy };
    const running = {
      ...derivation,
      pauses: [...derivation.pauses.slice(0, -1), ended],
      remainingMinutes: null,
    };
    if (order.policy === 'restart') {
      const laid = layOut(rule, calendar, order.at);
      const { countedFrom, segments, skipped } = laid;
      return {
        ...running,
        countedFrom,
        segments: [...segments],
        skipped: [...skipped],
        dueAt: later(laid.dueAt, derivation.dueAt),
      };
    }
    if (order.policy === 'keep' || isOverdue(derivation, pause.from)) return running;
    const laid = layOutRest(
      rule,
      calendar,
      later(order.at, derivation.countedFrom),
      derivation.remainingMinutes ?? 0,
    );
    return {
      ...running,
      segments: [...derivation.segments, ...laid.segments],
      skipped: [...derivation.skipped, ...laid.skipped],
      dueAt: later(laid.dueAt, derivation.dueAt),
    };
  });
}

/** What remained runs on; a limit that ends with a day still ends with a day. */
function layOutRest(rule: DurationRule, calendar: WorkingCalendar, at: string, minutes: number): LaidOut {
  const start = localMinuteOf(at);
  const { begin, end, segments, skipped } = count(calendar, start, minutes);
  const countedFrom = instantOf(begin);
  if (!endsWithDay(rule) && minutes === 0)
    return { countedFrom, dueAt: instantOf(start), segments: [], skipped: [] };
  if (!endsWithDay(rule)) return { countedFrom, dueAt: instantOf(end), segments, skipped };
  const dueAt = endOf(rule, calendar, workingDayFrom(calendar, dayOfMinute(Math.max(begin, end - 1))));
  return countsEveryDay(rule)
    ? { countedFrom, dueAt, segments: [], skipped: [] }
    : { countedFrom, dueAt, segments, skipped };
}

function later(a: string, b: string): string {
  return Date.parse(a) > Date.parse(b) ? a : b;
}

/**
 * Moves the due date to a later instant, once. The first due date is kept for ever.
 *
 * @legal NĐ 118/2025 Điều 19(6): a new appointment at most once, with a written reason.
 */
export function extendDue(derivation: DueDerivation, order: ExtensionOrder): Result<DueDerivation> {
  return answered(() => {
    if (derivation.extensions.length > 0) refuse('clock.already-extended');
    if (isPaused(derivation)) refuse('clock.paused');
    if (order.ground.trim() === '') refuse('clock.ground-required');
    if (localMsOf(order.at) < localMsOf(derivation.startedAt)) refuse('clock.before-start');
    if (localMsOf(order.to) <= Math.max(localMsOf(derivation.dueAt), localMsOf(order.at)))
      refuse('clock.extension-not-later');
    const { at, to, ground, by } = order;
    return { ...derivation, extensions: [{ at, from: derivation.dueAt, to, ground, by }], dueAt: to };
  });
}

const DAY_MS = 86_400_000;

/**
 * How an extension asked at this instant stands to the law: a full day or more before the due date, less than a day
 * before, or after it. The late kinds are allowed and shown, never silently accepted.
 *
 * @legal NĐ 118/2025 Điều 19(6): at least one day before the due date.
 */
export function extensionTiming(
  derivation: DueDerivation,
  at: string,
): 'in-time' | 'short-notice' | 'overdue' {
  const left = Date.parse(derivation.dueAt) - Date.parse(at);
  if (left < 0) return 'overdue';
  return left >= DAY_MS ? 'in-time' : 'short-notice';
}
