import type { DueDerivation } from '@mocua/contract';
import { schemasOf } from '@mocua/contract/schemas';
import { z } from 'zod';
import type { ClockInterval, WorkingCalendar } from '../src/calendar';
import { computeDue } from '../src/due';
import type { DurationRule } from '../src/duration-rule';
import type { Result } from '../src/result';

export const source = {
  citation: 'NĐ 118/2025 Điều 17(3)',
  effectiveFrom: '2025-07-01',
  verified: true,
} as const;
const invented = { citation: 'Ví dụ trong kiểm thử', verified: false } as const;

/** 07:00–11:30 and 13:30–17:00, eight hours. */
export const officeHours: readonly ClockInterval[] = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
];

export function week(
  hours: readonly ClockInterval[] = officeHours,
  saturday: readonly ClockInterval[] = [],
): WorkingCalendar['weekly'][number]['days'] {
  return { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours, saturday };
}

export function calendar(changes: Partial<WorkingCalendar> = {}): WorkingCalendar {
  return {
    id: 'test',
    version: 1,
    coveredFrom: '2026-01-01',
    coveredTo: '2026-12-31',
    weekly: [{ validFrom: '2026-01-01', days: week() }],
    holidays: [],
    makeUpDays: [],
    closures: [],
    ...changes,
  };
}

export function holiday(date: string, name = 'Ngày nghỉ') {
  return { date, name, source: invented };
}

export function makeUpDay(date: string, intervals?: readonly ClockInterval[]) {
  return { date, name: 'Làm bù', source: invented, ...(intervals ? { intervals } : {}) };
}

export function rule(
  amount: number,
  unit: DurationRule['unit'],
  changes: Partial<DurationRule> = {},
): DurationRule {
  return { amount, unit, source, ...changes };
}

/** An instant from a wall-clock text in Vietnam: `2026-11-23 08:05` or with seconds. */
export function at(local: string): string {
  return new Date(`${local.replace(' ', 'T')}+07:00`).toISOString();
}

/** Wall-clock text of an instant, to the minute. */
export function wall(iso: string): string {
  return new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params)}`);
  return result.value;
}

export function due(
  durationRule: DurationRule,
  startedAt: string,
  on: WorkingCalendar = calendar(),
): DueDerivation {
  return value(
    computeDue({
      rule: durationRule,
      calendar: on,
      startEvent: 'arrived-at-competent-unit',
      startedAt: at(startedAt),
    }),
  );
}

/** What the contract makes of a derivation, read through the answer that carries one. */
export function throughContract(derivation: DueDerivation): unknown {
  const view = schemasOf.getMyDossier.response;
  if (!(view instanceof z.ZodObject)) throw new Error('The dossier view is no object schema.');
  const due = view.shape['due'];
  if (!(due instanceof z.ZodType)) throw new Error('The dossier view carries no due date.');
  return due.parse(derivation);
}
