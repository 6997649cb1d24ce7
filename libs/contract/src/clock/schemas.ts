import { z } from 'zod';
import { isoDate, isoDateTime } from '../kernel/scalars';

/** Where a rule of time comes from; a rule whose text was not checked says so. */
export const ruleSource = z.strictObject({
  citation: z.string(),
  effectiveFrom: isoDate,
  verified: z.boolean(),
});
export type RuleSource = z.output<typeof ruleSource>;

/** One stretch of working time that was counted. */
export const countedSegment = z.strictObject({ from: isoDateTime, to: isoDateTime, minutes: z.int().min(0) });

/** One day that was passed over, with the reason a person would give. */
export const skippedDay = z.strictObject({
  date: isoDate,
  reason: z.enum(['weekend', 'holiday', 'closure']),
  name: z.string().optional(),
});

export const clockPause = z.strictObject({
  from: isoDateTime,
  to: isoDateTime.nullable(),
  cause: z.enum(['supplement', 'payment', 'outage', 'other-agency']),
  ground: z.string(),
  by: z.string(),
  policy: z.enum(['extend', 'restart', 'keep']),
});

export const clockExtension = z.strictObject({
  at: isoDateTime,
  from: isoDateTime,
  to: isoDateTime,
  ground: z.string(),
  by: z.string(),
});

/** A due date together with everything that was counted to reach it. */
export const dueDerivation = z.strictObject({
  /** What started the clock, for example `arrived-at-competent-unit`. */
  startEvent: z.string(),
  startedAt: isoDateTime,
  /** First working moment that was counted. */
  countedFrom: isoDateTime,
  duration: z.strictObject({
    amount: z.int().min(0),
    unit: z.enum(['working-minute', 'working-hour', 'working-day', 'calendar-day', 'month', 'same-day']),
    /** For `same-day`: local time after which the next working day counts, `HH:mm`. */
    cutoff: z.string().optional(),
  }),
  source: ruleSource,
  calendar: z.strictObject({ id: z.string(), version: z.int() }),
  segments: z.array(countedSegment),
  skipped: z.array(skippedDay),
  pauses: z.array(clockPause),
  extensions: z.array(clockExtension),
  originalDueAt: isoDateTime,
  dueAt: isoDateTime,
  /** Set while the clock is paused: working minutes that remained. */
  remainingMinutes: z.int().nullable(),
});
export type DueDerivation = z.output<typeof dueDerivation>;
