import { z } from 'zod';
import { ruleSource } from '../clock/schemas';
import { dong, isoDate, localizedText, procedureCode, unitId } from '../kernel/scalars';

export const provinceView = z.strictObject({
  code: z.string(),
  name: localizedText,
  hotline: z.string(),
  /** Design tokens of the province: CSS custom properties without the leading dashes. */
  theme: z.record(z.string(), z.string()),
  emblem: z.string(),
});
export const getProvinceSchemas = { response: provinceView };
export type ProvinceView = z.output<typeof provinceView>;

export const procedureSummary = z.strictObject({
  code: procedureCode,
  name: localizedText,
  field: localizedText,
  audience: z.array(z.enum(['citizen', 'organisation'])),
  serviceLevel: z.enum(['full', 'partial', 'information']),
  duration: localizedText,
  fee: localizedText,
});
export type ProcedureSummary = z.output<typeof procedureSummary>;

export const componentView = z.strictObject({
  code: z.string(),
  name: localizedText,
  hint: localizedText.nullable(),
  /** `conditional` is decided by the answers. */
  required: z.enum(['always', 'conditional', 'optional']),
  condition: localizedText.nullable(),
  originals: z.int(),
  copies: z.int(),
});

export const procedureView = procedureSummary.extend({
  version: z.int(),
  effectiveFrom: isoDate,
  whoMayApply: localizedText,
  steps: z.array(localizedText),
  components: z.array(componentView),
  results: z.array(localizedText),
  feeAmount: dong.nullable(),
  durationSource: ruleSource,
  competentAgency: localizedText,
  boundaryFree: z.enum(['none', 'province', 'nation']),
  conditions: z.array(localizedText),
  legalBasis: z.array(z.strictObject({ citation: z.string(), title: localizedText, verified: z.boolean() })),
  /** Whether filing through this portal is switched on here. */
  onlineFiling: z.boolean(),
  /** Real processing time: median working minutes and how many dossiers it rests on; null below 5 dossiers. */
  experience: z.strictObject({ medianWorkingMinutes: z.int(), dossiers: z.int() }).nullable(),
});
export type ProcedureView = z.output<typeof procedureView>;

export const searchProceduresSchemas = {
  query: z.strictObject({ q: z.string().max(200).default('') }),
  response: z.strictObject({ items: z.array(procedureSummary) }),
};
export const getProcedureSchemas = {
  params: z.strictObject({ code: procedureCode }),
  response: procedureView,
};

export const unitOption = z.strictObject({
  unitId,
  name: z.string(),
  address: z.string(),
  /** Former names and places, for people who know the old map. */
  formerNames: z.array(z.string()),
});
export const listUnitOptionsSchemas = {
  query: z.strictObject({ filter: z.enum(['register-keeper', 'one-stop-centre']) }),
  response: z.strictObject({ items: z.array(unitOption) }),
};
export type UnitOption = z.output<typeof unitOption>;
