import { z } from 'zod';
import { lifeEventCodes } from '@mocua/contract';
import { date, localized, ruleSource, words } from './package-words';

const route = z.enum(['local', 'ministry', 'national']);
const code = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/u)
  .max(40);

const fee = z.strictObject({
  name: localized,
  text: localized,
  amount: z.int().min(0).nullable(),
  per: localized.nullable(),
  source: ruleSource,
});
const channel = z.strictObject({
  channel: z.enum(['counter', 'online', 'post']),
  times: z.array(z.strictObject({ duration: localized, fees: z.array(fee) })).min(1),
});
const procedureCase = z.strictObject({
  code,
  name: localized,
  when: words.nullable(),
  components: z.array(words),
});
const notDemanded = z.strictObject({ code, name: localized, register: localized, basis: ruleSource });
const guidance = z.strictObject({
  intro: localized,
  steps: z.array(localized).min(1),
  link: z.strictObject({ label: localized, url: z.url({ protocol: /^https$/u }) }),
  help: z.array(localized).min(1),
  legs: z.array(
    z.strictObject({ code, name: localized, agency: localized, duration: localized, source: ruleSource }),
  ),
});

/** Shape of `procedure.json`. */
export const catalogueEntry = z.strictObject({
  schemaVersion: z.literal(1),
  code: z
    .string()
    .regex(/^[A-Z0-9]+(?:[.-][A-Z0-9]+)*$/u)
    .max(40),
  version: z.int().min(1),
  effectiveFrom: date,
  effectiveTo: date.nullable(),
  name: localized,
  field: localized,
  audience: z.array(z.enum(['citizen', 'organisation'])).min(1),
  serviceLevel: z.enum(['full', 'partial', 'information']),
  serviceLevelReason: localized.exactOptional(),
  duration: localized,
  fee: localized,
  feeAmount: z.int().min(0).nullable(),
  feeSource: ruleSource,
  channels: z.array(channel).min(1).exactOptional(),
  cases: z.array(procedureCase).min(1).exactOptional(),
  notDemanded: z.array(notDemanded).exactOptional(),
  whoMayApply: localized,
  capacities: z
    .array(z.enum(['person', 'organisation', 'guardian', 'delegate']))
    .min(1)
    .exactOptional(),
  steps: z.array(localized).min(1),
  results: z.array(localized).min(1),
  result: z.enum(['document', 'none']).exactOptional(),
  subjectName: words.exactOptional(),
  competentAgency: localized,
  conditions: z.array(localized),
  legalBasis: z.array(z.strictObject({ citation: words, title: localized, verified: z.boolean() })).min(1),
  boundaryFree: z.enum(['none', 'province', 'nation']),
  route,
  routes: z
    .array(z.strictObject({ from: date, route }))
    .min(1)
    .exactOptional(),
  guidance: guidance.exactOptional(),
  onlineFiling: z.boolean(),
  unitFields: z.strictObject({ competent: words.nullable(), returnAt: words.nullable() }),
  competentUnit: words.exactOptional(),
  returnMethodField: words.nullable(),
  terms: z.array(z.strictObject({ term: localized, explanation: localized })).exactOptional(),
  search: z.strictObject({
    abbreviations: z.array(words),
    synonyms: z.array(words),
    lifeEvents: z.array(z.enum(lifeEventCodes)).exactOptional(),
  }),
});
