import { z } from 'zod';
import { dong, draftId, localizedText, procedureCode } from '../kernel/scalars';

const source = z.strictObject({ citation: z.string(), verified: z.boolean() });
const timing = z.enum(['before', 'after', 'on-result']);
/** `amount` is null while it is not known; then it lies between `least` and `most`, without a bound where `most` is null. */
const amount = { amount: dong.nullable(), least: dong, most: dong.nullable() };

export const feeLineView = z.strictObject({
  code: z.string(),
  kind: z.enum(['fee', 'charge']),
  name: localizedText,
  timing,
  /** `due`, `waived`, `none` (nothing by itself), `open` (answers are missing), `later` (an office tells the amount). */
  state: z.enum(['due', 'waived', 'none', 'open', 'later']),
  ...amount,
  /** What, how many, and which rule took something away, in a sentence. */
  explanation: localizedText,
  source,
});
export type FeeLineView = z.output<typeof feeLineView>;

export const feePreview = z.strictObject({
  /** The fee as the catalogue states it in words; all there is to say when `computed` is false. */
  stated: localizedText,
  computed: z.boolean(),
  lines: z.array(feeLineView),
  /** `text` says it in words, also while it is open: “Từ 8.000 đồng đến 16.000 đồng”. */
  total: z.strictObject({ ...amount, text: localizedText }),
  /** Questions whose answers decide an amount that is still open. */
  missing: z.array(z.strictObject({ name: z.string(), label: localizedText })),
  /** Grounds on which somebody pays less or nothing on the day of filing. */
  waivers: z.array(z.strictObject({ code: z.string(), name: localizedText, source })),
  /** Where it is said that the procedure costs nothing; null when it has lines. */
  free: source.nullable(),
});
export type FeePreview = z.output<typeof feePreview>;

export const previewDraftFeesSchemas = { params: z.strictObject({ draftId }), response: feePreview };
export const previewProcedureFeesSchemas = {
  params: z.strictObject({ code: procedureCode }),
  query: z.strictObject({ channel: z.enum(['direct', 'online', 'post']).default('online') }),
  response: feePreview,
};
