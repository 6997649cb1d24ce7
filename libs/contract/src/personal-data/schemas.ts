import { z } from 'zod';
import { cursor, isoDate, isoDateTime, localizedText, partyId, text } from '../kernel/scalars';
import { breachKinds, rightsGrounds, rightsKinds } from './kinds';

/** A purpose for which personal data is processed, as people are told. */
export const purposeView = z.strictObject({
  code: z.string(),
  version: z.int(),
  basis: z.enum(['law', 'consent']),
  legalBasis: z.string(),
  effectiveFrom: isoDate,
  sensitive: z.boolean(),
  title: localizedText,
  text: localizedText,
  keptFor: localizedText,
  data: z.array(localizedText),
});
export type PurposeView = z.output<typeof purposeView>;
/** Where a person stands with a purpose that needs their consent. */
export const consentView = z.strictObject({
  purpose: purposeView,
  /** A yes to exactly these words. */
  given: z.boolean(),
  decidedAt: isoDateTime.nullable(),
});
export type ConsentView = z.output<typeof consentView>;
const privacyView = z.strictObject({ byLaw: z.array(purposeView), byChoice: z.array(consentView) });
export const getPrivacySchemas = { response: privacyView };
export const decideConsentSchemas = {
  body: z.strictObject({
    purpose: z.string().max(60),
    textVersion: z.int(),
    decision: z.enum(['given', 'withdrawn']),
  }),
  response: privacyView,
};

export const rightsRequestId = z.uuid().brand<'RightsRequestId'>();
export type RightsRequestId = z.output<typeof rightsRequestId>;
export const rightsKind = z.enum(rightsKinds);
export const rightsGround = z.enum(rightsGrounds);
export const rightsState = z.enum(['filed', 'acknowledged', 'fulfilled', 'partly', 'refused', 'taken-back']);
export type RightsState = z.output<typeof rightsState>;
const rightsLine = z.strictObject({
  requestId: rightsRequestId,
  code: z.string(),
  kind: rightsKind,
  state: rightsState,
  version: z.int(),
  filedAt: isoDateTime,
  acknowledgeBy: isoDateTime,
  acknowledgedAt: isoDateTime.nullable(),
  dueAt: isoDateTime,
  extended: z.boolean(),
  decidedAt: isoDateTime.nullable(),
  overdue: z.boolean(),
});
export type RightsLine = z.output<typeof rightsLine>;
export const rightsRequestView = z.strictObject({
  ...rightsLine.shape,
  details: z.string(),
  answer: z.string().nullable(),
  ground: rightsGround.nullable(),
  /** The rule behind the due date, with its article. */
  legalBasis: z.string(),
  steps: z.array(
    z.strictObject({ step: z.string(), who: z.string(), at: isoDateTime, note: z.string().nullable() }),
  ),
});
export type RightsRequestView = z.output<typeof rightsRequestView>;
export const listMyRightsRequestsSchemas = {
  response: z.strictObject({ items: z.array(rightsRequestView) }),
};
export const fileRightsRequestSchemas = {
  body: z.strictObject({ kind: rightsKind, details: text(1, 2000) }),
  response: rightsRequestView,
};
const params = z.strictObject({ requestId: rightsRequestId });
export const takeBackRightsRequestSchemas = {
  params,
  body: z.strictObject({ version: z.int() }),
  response: rightsRequestView,
};
export const downloadMyDataSchemas = {};

export const deskRequestView = z.strictObject({
  ...rightsRequestView.shape,
  person: z.strictObject({ partyId, name: z.string() }),
  /** What an erasure would remove and what must stay, worked out now; only for requests to delete. */
  erasure: z
    .strictObject({
      whole: z.boolean(),
      openDossiers: z.int(),
      removes: z.array(localizedText),
      keeps: z.array(z.strictObject({ what: localizedText, why: localizedText, until: isoDate.nullable() })),
    })
    .nullable(),
});
export type DeskRequestView = z.output<typeof deskRequestView>;
export const listRightsDeskSchemas = {
  query: z.strictObject({ state: z.enum(['open', 'closed']).default('open'), after: cursor.optional() }),
  response: z.strictObject({ items: z.array(rightsLine), next: cursor.nullable() }),
};
export const getDeskRequestSchemas = { params, response: deskRequestView };
export const acknowledgeRightsRequestSchemas = {
  params,
  body: z.strictObject({ version: z.int() }),
  response: deskRequestView,
};
export const extendRightsRequestSchemas = {
  params,
  body: z.strictObject({ version: z.int(), reason: text(10, 1000) }),
  response: deskRequestView,
};
export const answerRightsRequestSchemas = {
  params,
  body: z.strictObject({
    version: z.int(),
    outcome: z.enum(['fulfilled', 'partly', 'refused']),
    /** Needed unless everything was done. */
    ground: rightsGround.optional(),
    answer: text(10, 4000),
  }),
  response: deskRequestView,
};

export const breachId = z.uuid().brand<'BreachId'>();
export type BreachId = z.output<typeof breachId>;
/** What is known of a breach. No personal data belongs into it. */
export const breachContent = z.strictObject({
  title: text(5, 200),
  kind: z.enum(breachKinds),
  happenedAt: isoDateTime.nullable(),
  knownAt: isoDateTime,
  data: text(3, 1000),
  people: z.int().min(0).nullable(),
  consequences: text(0, 2000),
  measures: text(0, 4000),
  /** Whether the people concerned may suffer harm; then the authority has to be told. */
  harmPossible: z.boolean(),
  /** Location or biometric data: the people themselves have to be told. */
  biometricOrLocation: z.boolean(),
  authorityToldAt: isoDateTime.nullable(),
  peopleToldAt: isoDateTime.nullable(),
  fixedAt: isoDateTime.nullable(),
});
export type BreachContent = z.output<typeof breachContent>;
export const breachView = z.strictObject({
  breachId,
  code: z.string(),
  version: z.int(),
  content: breachContent,
  /** Until when the authority must be told; null when it need not. */
  tellAuthorityBy: isoDateTime.nullable(),
  tellPeopleBy: isoDateTime.nullable(),
  keepUntil: isoDate.nullable(),
  late: z.boolean(),
  history: z.array(z.strictObject({ version: z.int(), who: z.string(), at: isoDateTime })),
});
export type BreachView = z.output<typeof breachView>;
export const listBreachesSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({ items: z.array(breachView), next: cursor.nullable() }),
};
export const getBreachSchemas = { params: z.strictObject({ breachId }), response: breachView };
export const recordBreachSchemas = { body: breachContent, response: breachView };
export const amendBreachSchemas = {
  params: z.strictObject({ breachId }),
  body: z.strictObject({ version: z.int(), content: breachContent }),
  response: breachView,
};
export const exportBreachesSchemas = {};
