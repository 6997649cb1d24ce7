import { z } from 'zod';
import { cursor, documentId, dossierId, isoDateTime } from '../kernel/scalars';

/** A message of the national portal. Its fields are the portal's; the adapter reads them. */
export const receiveNationalMessageSchemas = {
  body: z.record(z.string().max(80), z.json()),
  /** As the portal expects it: `0` taken, `1` known already, `-1` refused. */
  response: z.strictObject({ error_code: z.string(), message: z.string() }),
};

export const downloadNationalResultSchemas = { params: z.strictObject({ dossierId, documentId }) };

/** One thing that is not the same on both sides. */
export const nationalDifference = z.strictObject({
  what: z.string(),
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
});

export const differenceCause = z.enum([
  'history-changed',
  'dead-letter',
  'waiting',
  'missing-there',
  'doubled-there',
  'changed-there',
]);

export const nationalDifferenceView = z.strictObject({
  dossierId,
  code: z.string(),
  cause: differenceCause,
  details: z.array(nationalDifference),
  foundAt: isoDateTime,
});
export type NationalDifferenceView = z.output<typeof nationalDifferenceView>;

export const listNationalDifferencesSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({
    /** The last comparison of everything; null before the first. */
    lastRun: z
      .strictObject({
        finishedAt: isoDateTime,
        compared: z.int(),
        different: z.int(),
        unanswered: z.int(),
      })
      .nullable(),
    items: z.array(nationalDifferenceView),
    next: cursor.nullable(),
  }),
};

export const nationalDeadLetter = z.strictObject({
  deliveryId: z.string(),
  dossierId,
  attempts: z.int(),
  /** Messages of the same dossier that wait behind it, counted up to a hundred. */
  behind: z.int(),
  reason: z.string(),
});
export type NationalDeadLetter = z.output<typeof nationalDeadLetter>;

export const listNationalDeliveriesSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({
    /** Messages that wait, counted up to a thousand. */
    waiting: z.int(),
    deadLetters: z.array(nationalDeadLetter),
    next: cursor.nullable(),
  }),
};
export const replayNationalDeliverySchemas = {
  params: z.strictObject({ deliveryId: z.string().regex(/^\d{1,18}$/u) }),
  response: z.strictObject({}),
};
