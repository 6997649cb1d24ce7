import { z } from 'zod';
import type { EligibilityRule } from './eligibility';
import type { FeeAmount, FeeDefinition, FeeReduction } from './fees';

const words = z.string().trim().min(1).max(4000);
const localized = z.strictObject({ vi: words, en: words });
const code = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/u)
  .max(60);
/** Far above any fee, and far below what sums of many lines could lose. */
const dong = z.int().min(0).max(1_000_000_000_000);
const source = z.strictObject({ citation: words, verified: z.boolean() });
const validity = { effectiveFrom: z.iso.date(), effectiveTo: z.iso.date().nullable() };

const amount: z.ZodType<FeeAmount> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), dong }),
  z.strictObject({ kind: z.literal('formula'), formula: words }),
  z.strictObject({ kind: z.literal('from'), dong }),
]);

const reduction: z.ZodType<FeeReduction> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exempt') }),
  z.strictObject({ kind: z.literal('percent'), percent: z.int().min(1).max(99) }),
  z.strictObject({ kind: z.literal('price'), dong }),
]);

/** Shape of `fees.json`. Meaning is checked by `compileFees` of the fee engine. */
export const feeDefinition: z.ZodType<FeeDefinition> = z.strictObject({
  schemaVersion: z.literal(1),
  free: source.nullable(),
  lines: z
    .array(
      z.strictObject({
        code,
        kind: z.enum(['fee', 'charge']),
        name: localized,
        amount,
        unit: z.strictObject({ name: localized, quantity: words }).nullable(),
        when: words.nullable(),
        channels: z
          .array(z.enum(['direct', 'online', 'post']))
          .min(1)
          .nullable(),
        timing: z.enum(['before', 'after', 'on-result']),
        ...validity,
        source,
      }),
    )
    .max(200),
  waivers: z
    .array(
      z.strictObject({
        code,
        name: localized,
        lines: z.array(code).min(1).nullable(),
        reduction,
        when: words.nullable(),
        ...validity,
        source,
      }),
    )
    .max(100),
});

/** Shape of `eligibility` in a package. Meaning is checked by `compileEligibility` of the eligibility engine. */
export const eligibilityRules: z.ZodType<readonly EligibilityRule[]> = z
  .array(z.strictObject({ id: code, when: words, met: localized, lacking: localized }))
  .max(40);
