import { z } from 'zod';
import { isoDate } from '../kernel/scalars';

/** What is said of a result that its issuer has taken out of use. */
export const resultRevocation = z.strictObject({
  /** Day of the decision, in Vietnam. */
  on: isoDate,
  decisionNumber: z.string(),
  reason: z.string(),
});
export type ResultRevocation = z.output<typeof resultRevocation>;
