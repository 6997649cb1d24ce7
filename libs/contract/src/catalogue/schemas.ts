import { z } from 'zod';
import { ruleSource } from '../clock/schemas';
import { dong, isoDate, localizedText, procedureCode, unitId } from '../kernel/scalars';
import {
  capacity,
  explainedTermView,
  filingChannelView,
  guidanceView,
  procedureCaseView,
} from './package-views';
import { nationalRecordView } from './national-record';

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

/** A paper that must not be demanded, because a register the province is connected to holds it. */
export const notDemandedComponent = z.strictObject({
  component: localizedText,
  register: localizedText,
  legalBasis: z.string(),
});
export type NotDemandedComponent = z.output<typeof notDemandedComponent>;

export const procedureView = procedureSummary.extend({
  /**
   * `record`: only the national record is published, no package. Then papers, times and fees stand in `record` alone,
   * `components` is empty, and texts are Vietnamese in both languages because nobody has translated them.
   */
  source: z.enum(['package', 'record']),
  /** Version of the package, or revision of the record. */
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
  /** Which system resolves it; null where nobody has declared it, as for a record without a package. */
  route: z.enum(['local', 'ministry', 'national']).nullable(),
  /** Why the service level is not full, in plain words; null when it is. */
  serviceLevelReason: localizedText.nullable(),
  /** Whether filing through this portal is switched on here. */
  onlineFiling: z.boolean(),
  /** Why it cannot be filed here, and where to go instead; null when it can. */
  onlineFilingReason: localizedText.nullable(),
  /** Papers the state has already and will not ask for again. */
  notDemanded: z.array(notDemandedComponent),
  /** Channels with their times and fees; empty where the package does not state them. */
  channels: z.array(filingChannelView),
  /** Cases with their papers; empty when there is only one. */
  cases: z.array(procedureCaseView),
  /** In what capacity somebody may file. */
  capacities: z.array(capacity),
  /** Whether the positive end issues a document. */
  result: z.enum(['document', 'none']),
  /** How to go on elsewhere; null for what is filed here. */
  guidance: guidanceView.nullable(),
  /** Legal terms in plain words. */
  terms: z.array(explainedTermView),
  /** The record of the national database, as said; null when none is published. */
  record: nationalRecordView.nullable(),
  /** Real processing time: median working minutes and how many dossiers it rests on; null below 5 dossiers. */
  experience: z.strictObject({ medianWorkingMinutes: z.int(), dossiers: z.int() }).nullable(),
});
export type ProcedureView = z.output<typeof procedureView>;

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
  query: z.strictObject({
    filter: z.enum(['register-keeper', 'one-stop-centre', 'local-committee', 'branch']),
  }),
  response: z.strictObject({ items: z.array(unitOption) }),
};
export type UnitOption = z.output<typeof unitOption>;
