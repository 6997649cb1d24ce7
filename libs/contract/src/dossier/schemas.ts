import { z } from 'zod';
import { dueDerivation } from '../clock/schemas';
import { resultRevocation } from '../data-store/revocation';
import { answers, attachmentView, formDefinition } from '../filing/schemas';
import {
  attachmentId,
  cursor,
  documentId,
  dong,
  dossierId,
  isoDate,
  isoDateTime,
  localizedText,
  partyId,
  procedureCode,
  supplementId,
  text,
  unitId,
} from '../kernel/scalars';

/** Processing axis of a dossier; the ten national status codes are a projection of it by table. */
export const processingState = z.enum([
  'submitted',
  'pre-supplement',
  'refused',
  'received',
  'transferring',
  'processing',
  'awaiting-supplement',
  'awaiting-payment',
  'done',
  'returned',
  'withdrawn',
  'stopped',
]);
export type ProcessingState = z.output<typeof processingState>;
export const financeState = z.enum(['none', 'due', 'paid', 'refunded']);
export const deliveryState = z.enum(['none', 'ready', 'sent', 'delivered', 'failed']);
export const channel = z.enum(['online', 'counter', 'post', 'kiosk']);
export const outcome = z.enum(['positive', 'negative']);

export const unitRef = z.strictObject({ unitId, name: z.string() });

/** One thing a person is asked to complete. */
export const supplementItem = z.strictObject({
  kind: z.enum(['field', 'component']),
  /** Field id or component code. */
  ref: z.string().max(80),
  instruction: text(3, 1000),
});
export type SupplementItem = z.output<typeof supplementItem>;

/** The same as it is shown, with the name of the field or paper as people know it. */
export const namedSupplementItem = supplementItem.extend({ name: localizedText });
export type NamedSupplementItem = z.output<typeof namedSupplementItem>;

export const supplementView = z.strictObject({
  supplementId,
  stage: z.enum(['reception', 'appraisal']),
  /** `prepared` by a specialist, `sent` by the one-stop officer, `answered` by the applicant. */
  state: z.enum(['prepared', 'sent', 'answered', 'confirmed', 'lapsed']),
  reason: z.string(),
  items: z.array(namedSupplementItem),
  requestedAt: isoDateTime,
  answerBy: isoDateTime.nullable(),
  answeredAt: isoDateTime.nullable(),
});
export type SupplementView = z.output<typeof supplementView>;

/** What happened, in the words of an event; the sentence is chosen by `kind` in the reader's language. */
export const timelineEntry = z.strictObject({
  seq: z.int(),
  at: isoDateTime,
  kind: z.string(),
  actor: z.strictObject({
    kind: z.enum(['applicant', 'officer', 'system']),
    /** Unit and role of an officer, never more than a citizen may see. */
    label: z.string(),
  }),
  /** Name of the step of the process, where the event is about one. */
  step: localizedText.nullable(),
  /** Free text written by the actor, for example the reason of a refusal. */
  note: z.string().nullable(),
});
export type TimelineEntry = z.output<typeof timelineEntry>;

export const documentView = z.strictObject({
  documentId,
  kind: z.enum(['submission-receipt', 'form-01', 'form-02', 'form-03', 'result', 'payment-receipt']),
  title: localizedText,
  issuedAt: isoDateTime,
  /** Null until the document is printed for the first time. */
  sha256: z.string().nullable(),
  /** Set for a result that was revoked. */
  revoked: resultRevocation.optional(),
});
export type DocumentView = z.output<typeof documentView>;

export const citizenAction = z.enum(['answer-supplement', 'edit', 'withdraw', 'download-result']);
export type CitizenAction = z.output<typeof citizenAction>;

export const dossierSummary = z.strictObject({
  dossierId,
  code: z.string().nullable(),
  transactionCode: z.string(),
  procedure: z.strictObject({ code: procedureCode, name: localizedText }),
  ownerName: z.string(),
  ownerPartyId: partyId,
  state: processingState,
  outcome: outcome.nullable(),
  delivery: deliveryState,
  submittedAt: isoDateTime,
  dueAt: isoDateTime.nullable(),
  needsAction: z.boolean(),
});
export type DossierSummary = z.output<typeof dossierSummary>;

/** What a dossier costs, as it was assessed: the sum in integer đồng and how each line came about. */
export const assessedFeeView = z.strictObject({
  amount: dong,
  /** Paid before the work, or before the result is handed over. */
  timing: z.enum(['before', 'after']),
  assessedAt: isoDateTime,
  lines: z.array(z.strictObject({ name: localizedText, amount: dong, explanation: localizedText })),
});
export type AssessedFeeView = z.output<typeof assessedFeeView>;

/** Money that was asked for during the work: on what ground, how the sum came about, and until when it is paid. */
export const paymentRequestView = z.strictObject({
  name: localizedText,
  /** Integer đồng. */
  amount: dong,
  lines: z.array(z.strictObject({ name: localizedText, amount: dong, explanation: localizedText })),
  /** The paper of another office that states the amount; null where the amount is computed. */
  document: z.strictObject({ name: localizedText, number: z.string(), date: isoDate }).nullable(),
  /** Why it is asked for, in the words of the officer. */
  reason: z.string(),
  /** The rule that allows asking for it. */
  basis: z.string(),
  payer: z.enum(['owner', 'submitter']),
  payBy: isoDate,
  requestedAt: isoDateTime,
  /** Whether the work waits for it now. */
  open: z.boolean(),
  /** Whether the work waits for it although its last day has passed. */
  overdue: z.boolean(),
  /** When and why the agency took it back; null while it stands. */
  revoked: z.strictObject({ at: isoDateTime, reason: z.string() }).nullable(),
});
export type PaymentRequestView = z.output<typeof paymentRequestView>;

export const citizenDossierView = dossierSummary.extend({
  version: z.int(),
  finance: financeState,
  /** Null until something was assessed, and where nothing is asked for. */
  fee: assessedFeeView.nullable(),
  /** What was asked for during the work, the latest last. */
  paymentRequests: z.array(paymentRequestView),
  receptionDueAt: isoDateTime.nullable(),
  receivingUnit: unitRef,
  competentUnit: unitRef,
  due: dueDerivation.nullable(),
  timeline: z.array(timelineEntry),
  supplement: supplementView.nullable(),
  actions: z.array(citizenAction),
  documents: z.array(documentView),
  form: formDefinition,
  answers,
  attachments: z.array(attachmentView),
  tracking: z.strictObject({ pin: z.string(), url: z.string() }),
});
export type CitizenDossierView = z.output<typeof citizenDossierView>;

export const listMyDossiersSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({ items: z.array(dossierSummary), next: cursor.nullable() }),
};
export const getMyDossierSchemas = { params: z.strictObject({ dossierId }), response: citizenDossierView };

/** Only the fields that were asked for; anything else is refused. Files were uploaded before. */
export const answerSupplementSchemas = {
  params: z.strictObject({ dossierId }),
  body: z.strictObject({
    version: z.int(),
    supplementId,
    answers,
    attachments: z.array(attachmentId).max(50),
  }),
  response: citizenDossierView,
};
export const uploadToDossierSchemas = {
  params: z.strictObject({ dossierId }),
  query: z.strictObject({ component: z.string().max(40), fileName: z.string().min(1).max(200) }),
  response: attachmentView,
};
export const editDossierSchemas = {
  params: z.strictObject({ dossierId }),
  body: z.strictObject({ version: z.int(), answers }),
  response: citizenDossierView,
};
export const withdrawDossierSchemas = {
  params: z.strictObject({ dossierId }),
  body: z.strictObject({ version: z.int(), reason: text(3, 1000) }),
  response: citizenDossierView,
};
export const downloadMyDocumentSchemas = { params: z.strictObject({ dossierId, documentId }) };
export const downloadMyAttachmentSchemas = { params: z.strictObject({ dossierId, attachmentId }) };

/** One reading of the person's data by somebody. */
export const readingEntry = z.strictObject({
  at: isoDateTime,
  /** Never more about an officer than their unit and role. */
  who: localizedText,
  /** The person themselves. */
  own: z.boolean(),
  what: z.array(localizedText),
  purpose: localizedText,
  dossierCode: z.string().nullable(),
  dossierId: dossierId.nullable(),
});
export const listReadingsSchemas = {
  query: z.strictObject({ own: z.enum(['hidden', 'shown']).default('hidden'), after: cursor.optional() }),
  response: z.strictObject({ items: z.array(readingEntry), next: cursor.nullable() }),
};

/** The persons on a dossier, kept apart: who files, whose dossier it is, whom the result is about. */
export const dossierPeople = z.strictObject({
  submitter: z.strictObject({ partyId, name: z.string() }),
  owner: z.strictObject({ partyId, name: z.string() }),
  subject: z.strictObject({ name: z.string() }).nullable(),
  ground: z.enum(['self', 'guardian', 'delegate', 'organisation']),
});
