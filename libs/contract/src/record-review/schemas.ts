import { z } from 'zod';
import { nationalGapView, nationalRecordView } from '../catalogue/national-record';
import { isoDate, isoDateTime, localizedText, procedureCode, text } from '../kernel/scalars';

/** One imported record of the national database in the list of an administrator. */
export const recordReviewSummary = z.strictObject({
  /** Without the suffix of the province. */
  code: procedureCode,
  nationalCode: z.string(),
  name: z.string(),
  state: z.enum(['proposed', 'published', 'rejected']),
  revision: z.int().min(1),
  /** What the public sees now; null before anything was published. */
  publishedRevision: z.int().min(1).nullable(),
  importedAt: isoDateTime,
  /** How many things differ from what is published; 0 for a first import. */
  changes: z.int().min(0),
  /** How many kinds of things a publisher still has to complete. */
  gaps: z.int().min(0),
});
export type RecordReviewSummary = z.output<typeof recordReviewSummary>;

export const recordChangeView = z.strictObject({
  kind: z.enum(['added', 'removed', 'changed', 'reordered']),
  subject: localizedText,
  place: localizedText.nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The whole change in one readable line. */
  line: localizedText,
});
export type RecordChangeView = z.output<typeof recordChangeView>;

export const recordReviewView = recordReviewSummary.omit({ changes: true, gaps: true }).extend({
  /** To be sent back with the decision, so that nobody approves what they have not read. */
  differenceHash: z.string(),
  changes: z.array(recordChangeView),
  gaps: z.array(nationalGapView),
  /** How many texts came in decomposed Unicode and were composed. */
  composedTexts: z.int().min(0),
  /** Why it was rejected. */
  reason: z.string().nullable(),
  record: nationalRecordView.omit({ revision: true, effectiveFrom: true, gaps: true }),
});
export type RecordReviewView = z.output<typeof recordReviewView>;

const differenceHash = z.string().regex(/^[0-9a-f]{64}$/u);
const params = z.strictObject({ code: procedureCode });

export const listRecordReviewsSchemas = {
  response: z.strictObject({ items: z.array(recordReviewSummary) }),
};
export const getRecordReviewSchemas = { params, response: recordReviewView };
export const approveRecordSchemas = {
  params,
  body: z.strictObject({
    differenceHash,
    /** First day on which the public sees it; today when left out. */
    effectiveFrom: isoDate.optional(),
  }),
  response: recordReviewView,
};
export const rejectRecordSchemas = {
  params,
  body: z.strictObject({ differenceHash, reason: text(5, 2000) }),
  response: recordReviewView,
};
