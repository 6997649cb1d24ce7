import { z } from 'zod';
import { deliveryState, outcome, processingState, unitRef } from '../dossier/schemas';
import { answers, signedReceipt } from '../filing/schemas';
import { cursor, dong, isoDate, isoDateTime, localizedText, procedureCode, text } from '../kernel/scalars';
import { agencyEventTypes } from './scopes';

/** `application/x-www-form-urlencoded`; RFC 6749 demands that parameters nobody knows are passed over. */
const tokenRequest = z.object({
  grant_type: z.string().max(100),
  /** Separated by spaces; left out: everything the client may. */
  scope: z.string().max(400).optional(),
});
export const issueAgencyTokenSchemas = {
  body: tokenRequest,
  response: z.strictObject({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    /** Seconds. */
    expires_in: z.int(),
    scope: z.string(),
  }),
};

const page = z.strictObject({
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const providedProcedure = z.strictObject({
  code: procedureCode,
  version: z.int(),
  name: localizedText,
  field: localizedText,
  onlineFiling: z.boolean(),
  feeAmount: dong.nullable(),
  /** Measured: median working minutes of the latest dossiers; null below five. */
  medianWorkingMinutes: z.int().nullable(),
});
export const listProvidedProceduresSchemas = {
  query: page,
  response: z.strictObject({ items: z.array(providedProcedure), next: z.string().nullable() }),
};

/** Where a dossier is. Nothing of it names a person. */
export const providedDossier = z.strictObject({
  code: z.string().nullable(),
  transactionCode: z.string(),
  /** The code of the asking system, when it submitted the dossier itself. */
  externalCode: z.string().nullable(),
  procedureCode,
  state: processingState,
  outcome: outcome.nullable(),
  delivery: deliveryState,
  submittedAt: isoDateTime,
  receptionDueAt: isoDateTime.nullable(),
  originalDueAt: isoDateTime.nullable(),
  dueAt: isoDateTime.nullable(),
  receivingUnit: unitRef,
  competentUnit: unitRef,
});
export type ProvidedDossier = z.output<typeof providedDossier>;
export const getProvidedDossierSchemas = {
  /** Dossier code or transaction code. */
  params: z.strictObject({ code: z.string().trim().min(4).max(60) }),
  response: providedDossier,
};

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
export const verifyProvidedResultSchemas = {
  /** A receipt as it was handed out, or the SHA-256 of a printed document. */
  body: z.union([z.strictObject({ receipt: signedReceipt }), z.strictObject({ documentSha256: sha256 })]),
  response: z.strictObject({
    /** Whether this system issued exactly this, and it still holds. */
    valid: z.boolean(),
    /**
     * - `valid`: issued here as exactly this file, and it holds
     * - `superseded`: of the same document another file was issued: this one is without its signature
     * - `revoked`: withdrawn by a decision
     * - `unknown`: not issued here, or changed since, or not issued yet
     */
    standing: z.enum(['valid', 'superseded', 'revoked', 'unknown']),
    /** What it is; null for what was not issued here. */
    kind: z.string().nullable(),
    dossierCode: z.string().nullable(),
    issuedAt: isoDateTime.nullable(),
  }),
};

export const providedStatistics = z.strictObject({
  asOf: isoDateTime,
  /** Open work by unit and queue. */
  work: z.array(z.strictObject({ unit: unitRef, queue: z.string(), open: z.int(), overdue: z.int() })),
  /** Procedures with at least five finished dossiers. */
  durations: z.array(z.strictObject({ procedureCode, dossiers: z.int(), medianWorkingMinutes: z.int() })),
});
export const getProvidedStatisticsSchemas = { response: providedStatistics };

export const submitProvidedDossierSchemas = {
  body: z.strictObject({
    /** The code of the asking system; the same code is the same filing, however often it comes. */
    externalCode: text(3, 80),
    procedureCode,
    /** Whose dossier it is; the asking agency has made sure who they are. */
    owner: z.strictObject({
      fullName: text(2, 120),
      personalId: z.string().regex(/^\d{12}$/u),
      birthDate: isoDate,
    }),
    answers,
    /** Papers; the whole body stays below 1 MiB. */
    files: z
      .array(
        z.strictObject({
          component: z.string().max(80),
          fileName: text(1, 200),
          /** Base64. */
          content: z.base64().min(4),
        }),
      )
      .max(10)
      .default([]),
  }),
  response: z.strictObject({
    transactionCode: z.string(),
    externalCode: z.string(),
    submittedAt: isoDateTime,
    receptionDueAt: isoDateTime,
    receivingUnit: unitRef,
    receipt: signedReceipt,
  }),
};

export const webhookDelivery = z.strictObject({
  deliveryId: z.uuid(),
  subscriptionId: z.uuid(),
  /** Id of the event: `id` of the CloudEvent and `webhook-id` of the request. */
  eventId: z.uuid(),
  eventType: z.enum(agencyEventTypes),
  /** Dossier code, before reception the transaction code. */
  subject: z.string(),
  state: z.enum(['pending', 'delivered', 'failed', 'cancelled']),
  tries: z.int(),
  /** Status of the last answer; its body is never kept. */
  lastStatus: z.int().nullable(),
  /** Why there was no answer: `timeout`, `unreachable`, `forbidden-address`. */
  lastError: z.string().nullable(),
  lastTriedAt: isoDateTime.nullable(),
  /** When it is tried again. */
  nextTryAt: isoDateTime.nullable(),
  createdAt: isoDateTime,
});
export type WebhookDelivery = z.output<typeof webhookDelivery>;
export const deliveryPage = z.strictObject({ items: z.array(webhookDelivery), next: z.string().nullable() });
export const deliveryQuery = page.extend({
  state: z.enum(['pending', 'delivered', 'failed', 'cancelled']).optional(),
});
export const listOwnDeliveriesSchemas = { query: deliveryQuery, response: deliveryPage };
export const replayOwnDeliverySchemas = {
  params: z.strictObject({ deliveryId: z.uuid() }),
  body: z.strictObject({}),
  response: webhookDelivery,
};

/** Body of a webhook: a CloudEvent 1.0 in structured mode. It holds codes, states and instants only. */
export const agencyEvent = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string(),
  type: z.enum(agencyEventTypes),
  subject: z.string(),
  time: isoDateTime,
  datacontenttype: z.literal('application/json'),
  /** Order inside a dossier; compare as text. */
  sequence: z.string(),
  data: z.strictObject({
    code: z.string().nullable(),
    transactionCode: z.string(),
    externalCode: z.string().nullable(),
    procedureCode,
    state: processingState,
  }),
});
export type AgencyEvent = z.output<typeof agencyEvent>;
