import { z } from 'zod';
import type { EligibilityRule } from './eligibility';
import type { FeeAmount, FeeDefinition, FeeReduction, GroundAmount, PaymentGround } from './fees';

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

const feeKind = z.enum(['fee', 'charge']);
const groundAmount: z.ZodType<GroundAmount> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lines'), lines: z.array(code).min(1) }),
  z.strictObject({ kind: z.literal('formula'), feeKind, formula: words }),
  z.strictObject({
    kind: z.literal('counted'),
    feeKind,
    dong: dong.min(1),
    unit: localized,
    most: z.int().min(1).max(10_000),
  }),
  z.strictObject({
    kind: z.literal('asserted'),
    feeKind,
    document: localized,
    least: dong.min(1),
    most: dong.max(100_000_000_000),
    lines: z.array(code),
  }),
]);

const ground: z.ZodType<PaymentGround> = z.strictObject({
  code,
  name: localized,
  amount: groundAmount,
  when: words.nullable(),
  payer: z.enum(['owner', 'submitter']),
  payWithinDays: z.int().min(1).max(365),
  ...validity,
  source,
});

/** Shape of `fees.json`. Meaning is checked by `compileFees` of the fee engine. */
export const feeDefinition: z.ZodType<FeeDefinition> = z.strictObject({
  schemaVersion: z.literal(1),
  free: source.nullable(),
  lines: z
    .array(
      z.strictObject({
        code,
        kind: feeKind,
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
  grounds: z.array(ground).min(1).max(40).exactOptional(),
});

/** Shape of `eligibility` in a package. Meaning is checked by `compileEligibility` of the eligibility engine. */
export const eligibilityRules: z.ZodType<readonly EligibilityRule[]> = z
  .array(z.strictObject({ id: code, when: words, met: localized, lacking: localized }))
  .max(40);
