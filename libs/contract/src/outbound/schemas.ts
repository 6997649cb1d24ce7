import { z } from 'zod';
import { cursor, localizedText } from '../kernel/scalars';

const destination = z.string().regex(/^[a-z][a-z0-9:-]{0,79}$/u);

/** A way out of the system: what waits in it, and what was put aside. */
export const outboundLane = z.strictObject({
  destination,
  /** Who receives; null for a receiver that nobody has described. */
  name: localizedText.nullable(),
  /** Whether the province has connected it. */
  connected: z.boolean(),
  /** Messages that wait, counted up to a thousand. */
  waiting: z.int(),
  /** Messages that were put aside, counted up to a thousand. */
  dead: z.int(),
  /** Why the oldest one waits, without personal data. */
  lastError: z.string().nullable(),
  /** Whether a message may be tried again: only where the same message twice has the effect of one. */
  replayable: z.boolean(),
});
export type OutboundLane = z.output<typeof outboundLane>;
export const listOutboundLanesSchemas = { response: z.strictObject({ items: z.array(outboundLane) }) };

export const deadLetter = z.strictObject({
  deliveryId: z.string(),
  /** Messages of the same lane go one after another: of a dossier, a month, a parcel. */
  lane: z.string(),
  attempts: z.int(),
  /** Messages of the lane that wait behind it, counted up to a hundred. */
  behind: z.int(),
  reason: z.string(),
});
export type DeadLetter = z.output<typeof deadLetter>;
export const listDeadLettersSchemas = {
  params: z.strictObject({ destination }),
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({ items: z.array(deadLetter), next: cursor.nullable() }),
};
export const replayDeadLetterSchemas = {
  params: z.strictObject({ destination, deliveryId: z.string().regex(/^\d{1,18}$/u) }),
  response: z.strictObject({}),
};
