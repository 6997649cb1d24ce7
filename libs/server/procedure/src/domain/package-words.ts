import { z } from 'zod';

/** A text somebody wrote: never empty, never a book. */
export const words = z.string().trim().min(1).max(4000);
export const localized = z.strictObject({ vi: words, en: words });
export const date = z.iso.date();
export const ruleSource = z.strictObject({ citation: words, effectiveFrom: date, verified: z.boolean() });
