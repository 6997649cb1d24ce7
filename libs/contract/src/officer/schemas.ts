import { z } from 'zod';
import {
  citizenDossierView,
  deliveryState,
  dossierPeople,
  outcome,
  processingState,
  channel,
  supplementItem,
} from '../dossier/schemas';
import { answers, formDefinition } from '../filing/schemas';
import { kioskParts, kioskSettings } from '../kiosk/schemas';
import {
  attachmentId,
  cursor,
  deviceId,
  documentId,
  dossierId,
  isoDate,
  isoDateTime,
  localizedText,
  procedureCode,
  supplementId,
  taskId,
  text,
  unitId,
} from '../kernel/scalars';

/** Work-lists of an officer. */
export const queue = z.enum(['reception', 'tasks', 'supplement', 'return', 'recent']);
export type Queue = z.output<typeof queue>;

export const inboxItem = z.strictObject({
  dossierId,
  code: z.string().nullable(),
  transactionCode: z.string(),
  procedure: z.strictObject({ code: procedureCode, name: localizedText }),
  ownerName: z.string(),
  state: processingState,
  taskName: localizedText.nullable(),
  /** What the list is sorted by: reception deadline, due date or time of arrival. */
  sortAt: isoDateTime,
  receptionDueAt: isoDateTime.nullable(),
  dueAt: isoDateTime.nullable(),
  submittedAt: isoDateTime,
  overdue: z.boolean(),
  /** Whether it waits for money whose last day to pay has passed. */
  paymentOverdue: z.boolean(),
});
export type InboxItem = z.output<typeof inboxItem>;

export const getInboxSchemas = {
  query: z.strictObject({
    queue,
    after: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  response: z.strictObject({ items: z.array(inboxItem), next: cursor.nullable() }),
};
export const queueCount = z.strictObject({ total: z.int(), overdue: z.int() });
export const getInboxCountersSchemas = {
  response: z.strictObject({
    reception: queueCount,
    tasks: queueCount,
    supplement: queueCount,
    return: queueCount,
  }),
};

export const officerAction = z.enum([
  'receive',
  'refuse',
  'request-supplement',
  'prepare-supplement',
  'send-supplement',
  'confirm-supplement',
  'complete-task',
  'request-payment',
  'revoke-payment-request',
  'return-result',
  'post-result',
  'recall-parcel',
]);
export type OfficerAction = z.output<typeof officerAction>;

export const taskOutcome = z.strictObject({
  code: z.string(),
  label: localizedText,
  /** Whether a comment must be written, for example when sending back. */
  commentRequired: z.boolean(),
});
export const taskView = z.strictObject({
  taskId,
  nodeId: z.string(),
  name: localizedText,
  role: z.string(),
  unitId,
  form: formDefinition.nullable(),
  values: answers,
  outcomes: z.array(taskOutcome),
  dueAt: isoDateTime.nullable(),
  /** The sector system that does it, by its code; null for a step of officers. */
  system: z.string().nullable(),
  /** Whether the acting assignment may complete it. */
  mine: z.boolean(),
});
export type TaskView = z.output<typeof taskView>;

export const processNode = z.strictObject({
  id: z.string(),
  type: z.enum(['start', 'end', 'task', 'exclusive-gateway', 'parallel-gateway']),
  name: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  state: z.enum(['done', 'current', 'pending']),
});
export const processFlow = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  name: z.string().nullable(),
  waypoints: z.array(z.strictObject({ x: z.number(), y: z.number() })),
  taken: z.boolean(),
});
export const processView = z.strictObject({
  width: z.number(),
  height: z.number(),
  nodes: z.array(processNode),
  flows: z.array(processFlow),
});
export type ProcessView = z.output<typeof processView>;

export const officerDossierView = citizenDossierView
  .omit({ actions: true, needsAction: true, tracking: true })
  .extend({
    people: dossierPeople,
    channel,
    actions: z.array(officerAction),
    tasks: z.array(taskView),
    process: processView.nullable(),
    /** How many supplement requests there were; a second one needs a ground. */
    supplementRequests: z.int(),
    headHash: z.string(),
    /** How the applicant wants the result, and where to, as their form says; null where the form does not ask. */
    returnWish: z
      .strictObject({
        method: z.string(),
        phone: z.string(),
        street: z.string(),
        ward: z.string(),
      })
      .nullable(),
  });
export type OfficerDossierView = z.output<typeof officerDossierView>;

export const getOfficerDossierSchemas = {
  params: z.strictObject({ dossierId }),
  response: officerDossierView,
};
const onDossier = z.strictObject({ dossierId });

export const receiveDossierSchemas = {
  params: onDossier,
  body: z.strictObject({
    version: z.int(),
    /** Left out: the unit the form names stays competent. */
    competentUnitId: unitId.optional(),
    note: text(0, 1000).optional(),
  }),
  response: officerDossierView,
};
export const refuseDossierSchemas = {
  params: onDossier,
  body: z.strictObject({ version: z.int(), reason: text(10, 2000), ground: text(3, 500) }),
  response: officerDossierView,
};
/** By the one-stop officer before reception (sent at once), or prepared by the specialist during appraisal. */
export const requestSupplementSchemas = {
  params: onDossier,
  body: z.strictObject({
    version: z.int(),
    reason: text(10, 2000),
    items: z.array(supplementItem).min(1).max(50),
    /** Sector-law ground: needed for a second request and after the third working day. */
    ground: text(3, 500).optional(),
  }),
  response: officerDossierView,
};
export const sendSupplementSchemas = {
  params: onDossier,
  body: z.strictObject({ version: z.int(), supplementId }),
  response: officerDossierView,
};
export const confirmSupplementSchemas = {
  params: onDossier,
  body: z.strictObject({
    version: z.int(),
    supplementId,
    complete: z.boolean(),
    note: text(0, 1000).optional(),
  }),
  response: officerDossierView,
};
export const completeTaskSchemas = {
  params: z.strictObject({ dossierId, taskId }),
  body: z.strictObject({
    version: z.int(),
    outcome: z.string().max(40),
    values: answers,
    comment: text(0, 2000).optional(),
    /** For a step of a sector system that does not say how it ended: the paper that says it, and why it is entered here. */
    byHand: z
      .strictObject({
        number: text(1, 60),
        issuedOn: isoDate,
        issuer: text(3, 200),
        reason: text(10, 1000),
      })
      .optional(),
    /** For a document that the document management system does not number: why its number is given here. */
    numberedHere: z.strictObject({ reason: text(10, 1000) }).optional(),
  }),
  response: officerDossierView,
};
export const returnResultSchemas = {
  params: onDossier,
  body: z.strictObject({
    version: z.int(),
    method: z.enum(['counter', 'electronic', 'post']),
    receiverName: text(2, 200),
    relation: z.enum(['owner', 'submitter', 'delegate']),
    trackingNumber: text(3, 60).optional(),
  }),
  response: officerDossierView,
};
export const downloadOfficerDocumentSchemas = { params: z.strictObject({ dossierId, documentId }) };
export const downloadOfficerAttachmentSchemas = { params: z.strictObject({ dossierId, attachmentId }) };

export const deviceView = z.strictObject({
  deviceId,
  name: z.string(),
  unitId,
  unitName: z.string(),
  place: z.string(),
  state: z.enum(['awaiting', 'active', 'revoked']),
  lastSeenAt: isoDateTime.nullable(),
  /** Build of the kiosk application, as the machine last said; null before the first heartbeat. */
  appVersion: z.string().nullable(),
  parts: kioskParts,
  settings: kioskSettings,
});
export type DeviceView = z.output<typeof deviceView>;
export const listDevicesSchemas = { response: z.strictObject({ items: z.array(deviceView) }) };
export const registerDeviceSchemas = {
  body: z.strictObject({ name: text(2, 100), unitId, place: text(2, 200) }),
  response: z.strictObject({ device: deviceView, registrationCode: z.string() }),
};
export const setDeviceSettingsSchemas = {
  params: z.strictObject({ deviceId }),
  body: kioskSettings,
  response: deviceView,
};
export const revokeDeviceSchemas = { params: z.strictObject({ deviceId }), response: deviceView };

export { deliveryState, outcome };
