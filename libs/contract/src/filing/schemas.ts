import { z } from 'zod';
import { paperSources } from '../data-store/kinds';
import { resultRevocation } from '../data-store/revocation';
import { type Answers, degradedModes, type FormDefinition, registerNames } from '../eform/form-definition';
import {
  attachmentId,
  dossierId,
  draftId,
  isoDateTime,
  localizedText,
  partyId,
  procedureCode,
  unitId,
} from '../kernel/scalars';

/** Answers are checked by the e-form engine against the published form, not by this schema. */
export const answers = z.record(z.string().max(80), z.json()) as unknown as z.ZodType<Answers, Answers>;
export const formDefinition = z.custom<FormDefinition>(
  (value) => typeof value === 'object' && value !== null,
);

export const attachmentView = z.strictObject({
  attachmentId,
  componentCode: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  uploadedAt: isoDateTime,
  /** Set for a paper that was taken from a data store: where the store had it from. */
  reusedFrom: z.enum(paperSources).optional(),
  /** Set when its issuer has revoked it since; officers are warned. */
  revoked: resultRevocation.optional(),
});
export type AttachmentView = z.output<typeof attachmentView>;

export const provenance = z.strictObject({
  source: localizedText,
  obtainedAt: isoDateTime,
  state: z.enum(['verified', 'declared', 'edited']),
  legalBasis: z.string(),
  /** Number of the look-up behind a value of a register; its basis stands in the record of look-ups. */
  lookupId: z.uuid().optional(),
  /** Until when the value may be relied on. */
  validUntil: isoDateTime.optional(),
});
export type Provenance = z.output<typeof provenance>;

export const componentRequirement = z.strictObject({
  code: z.string(),
  name: localizedText,
  hint: localizedText.nullable(),
  /** FEEL text, `true` or `false`; the browser evaluates it on the same engine as the server. */
  visible: z.string(),
  required: z.string(),
  maxFiles: z.int(),
});
export type ComponentRequirement = z.output<typeof componentRequirement>;

/**
 * How a register stands to a draft. `to-ask`: nobody has asked yet; `filled`: it answered; `not-found`: it knows nobody of
 * that kind; `not-asked`: it has nothing to say here; `down`: it could not be asked, and `whenDown` holds.
 */
export const registerState = z.strictObject({
  register: z.enum(registerNames),
  state: z.enum(['to-ask', 'filled', 'not-found', 'not-asked', 'down']),
  whenDown: z.enum(degradedModes),
  /** Components that stand in for the register. */
  components: z.array(z.string()),
});
export type RegisterState = z.output<typeof registerState>;

export const draftView = z.strictObject({
  draftId,
  version: z.int(),
  procedure: z.strictObject({ code: procedureCode, name: localizedText, version: z.int() }),
  form: formDefinition,
  answers,
  provenance: z.record(z.string(), provenance),
  registers: z.array(registerState),
  components: z.array(componentRequirement),
  attachments: z.array(attachmentView),
  actingFor: z.strictObject({ partyId, displayName: z.string(), kind: z.string() }),
  savedAt: isoDateTime,
  expiresAt: isoDateTime,
  /** Set once the draft has become a dossier. */
  dossierId: dossierId.nullable(),
});
export type DraftView = z.output<typeof draftView>;

export const openDraftSchemas = {
  body: z.strictObject({
    procedureCode,
    actingFor: partyId.optional(),
    startNew: z.boolean().default(false),
    /** SHA-256 of the line of a table that it is for, in hex: the same line is answered with the same draft, filed or not. */
    ofLine: z
      .string()
      .regex(/^[0-9a-f]{64}$/u)
      .optional(),
  }),
  response: draftView,
};
export const draftSummary = z.strictObject({
  draftId,
  procedure: z.strictObject({ code: procedureCode, name: localizedText }),
  ownerName: z.string(),
  savedAt: isoDateTime,
  expiresAt: isoDateTime,
});
export const listDraftsSchemas = { response: z.strictObject({ items: z.array(draftSummary) }) };
export const getDraftSchemas = { params: z.strictObject({ draftId }), response: draftView };
export const fillFromRegistersSchemas = { params: z.strictObject({ draftId }), response: draftView };
export const saveDraftSchemas = {
  params: z.strictObject({ draftId }),
  body: z.strictObject({ version: z.int(), answers }),
  response: z.strictObject({ version: z.int(), savedAt: isoDateTime }),
};
export const deleteDraftSchemas = { params: z.strictObject({ draftId }), response: z.strictObject({}) };

/** The request body is the file itself (`application/octet-stream`); the name travels in the query. */
export const uploadToDraftSchemas = {
  params: z.strictObject({ draftId }),
  query: z.strictObject({ component: z.string().max(40), fileName: z.string().min(1).max(200) }),
  response: attachmentView,
};
export const removeFromDraftSchemas = {
  params: z.strictObject({ draftId, attachmentId }),
  response: z.strictObject({}),
};
export const downloadFromDraftSchemas = { params: z.strictObject({ draftId, attachmentId }) };

/** A receipt that anybody can check offline: SHA-256 and Ed25519 over the canonical JSON (RFC 8785). */
export const signedReceipt = z.strictObject({
  canonical: z.string(),
  sha256: z.string(),
  signature: z.string(),
  keyId: z.string(),
});

export const submissionReceipt = z.strictObject({
  dossierId,
  transactionCode: z.string(),
  submittedAt: isoDateTime,
  receptionDueAt: isoDateTime,
  receivingUnit: z.strictObject({ unitId, name: z.string() }),
  tracking: z.strictObject({ pin: z.string(), url: z.string() }),
  receipt: signedReceipt,
});
export type SubmissionReceipt = z.output<typeof submissionReceipt>;

export const submitDossierSchemas = {
  params: z.strictObject({ draftId }),
  body: z.strictObject({ version: z.int() }),
  response: submissionReceipt,
};
