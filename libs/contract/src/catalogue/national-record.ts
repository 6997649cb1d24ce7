import { z } from 'zod';
import { dong, isoDate, localizedText } from '../kernel/scalars';

/** A code and a name as the national record says them; either may be empty. */
const codedName = z.strictObject({ code: z.string(), name: z.string() });

/** One row of a fee table. Text stands as said; the amount is read only where that is safe. */
export const nationalFeeView = z.strictObject({
  code: z.string(),
  /** What the file says, also when it is empty or words. */
  amountSaid: z.string(),
  /** Integer đồng; null where nothing is said or it is not a plain number. Null is not zero. */
  amount: dong.nullable(),
  /** For example `Đồng/trang`. */
  unit: z.string(),
  note: z.string(),
});
export type NationalFeeView = z.output<typeof nationalFeeView>;

/** One time limit of a channel, with the fees that go with it. */
export const nationalTimeView = z.strictObject({
  /** For example `03`, `17-20` or empty. */
  said: z.string(),
  /** For example `Ngày`, `Ngày làm việc`. */
  unitSaid: z.string(),
  note: z.string(),
  /** Both ends equal for one number; null where the file says no number. */
  amount: z.strictObject({ from: z.int().min(0), to: z.int().min(0) }).nullable(),
  measure: z.enum(['hour', 'day', 'month', 'year']).nullable(),
  /** Whether working or calendar time is meant; a bare “ngày” is unclear. */
  meaning: z.enum(['working', 'calendar', 'unclear']),
  fees: z.array(nationalFeeView),
});
export type NationalTimeView = z.output<typeof nationalTimeView>;

export const nationalChannelView = z.strictObject({
  channel: z.enum(['direct', 'online', 'post']),
  times: z.array(nationalTimeView),
});
export type NationalChannelView = z.output<typeof nationalChannelView>;

export const nationalComponentView = z.strictObject({
  code: z.string(),
  name: z.string(),
  formName: z.string(),
  formSaid: z.string(),
  /** The address of the form when it is a web address that is safe to follow. */
  formUrl: z.string().nullable(),
  /** Numbers of originals and copies as said; empty is not zero. */
  originals: z.string(),
  copies: z.string(),
});
export type NationalComponentView = z.output<typeof nationalComponentView>;

export const nationalCaseView = z.strictObject({
  name: z.string(),
  components: z.array(nationalComponentView),
});
export type NationalCaseView = z.output<typeof nationalCaseView>;

/** What a publisher still has to complete; one entry for each kind, with every place. */
export const nationalGapView = z.strictObject({
  kind: z.string(),
  message: localizedText,
  places: z.array(localizedText),
});
export type NationalGapView = z.output<typeof nationalGapView>;

/**
 * A procedure of the national database exactly as its record says it: every text stands here as said. What is read beside
 * the text is null or `unclear` where the text does not say it.
 */
export const nationalRecordView = z.strictObject({
  /** National code with the suffix of the province, for example `1.012753.H19`. */
  nationalCode: z.string(),
  revision: z.int().min(1),
  /** First day on which this revision is shown. */
  effectiveFrom: isoDate,
  name: z.string(),
  publisherCode: z.string(),
  statusSaid: z.string(),
  fields: z.array(codedName),
  /** The order of steps, by case. */
  sequences: z.array(z.strictObject({ name: z.string(), steps: z.array(z.string()) })),
  channels: z.array(nationalChannelView),
  cases: z.array(nationalCaseView),
  /**
   * How several cases go together: the papers of the common part and those of one's own case (`additive`), or the record
   * does not say (`unclear`). `single` with at most one case.
   */
  casesTogether: z.enum(['single', 'additive', 'unclear']),
  audiences: z.array(z.string()),
  results: z.array(codedName),
  legalBasis: z.array(z.strictObject({ number: z.string(), title: z.string() })),
  agencies: z.array(codedName),
  requirements: z.string(),
  gaps: z.array(nationalGapView),
});
export type NationalRecordView = z.output<typeof nationalRecordView>;
