import { z } from 'zod';
import { attachmentView, formDefinition, answers } from '../filing/schemas';
import {
  deviceId,
  documentId,
  dossierId,
  draftId,
  isoDate,
  isoDateTime,
  localizedText,
  procedureCode,
  text,
  unitId,
} from '../kernel/scalars';
import { publicDossierStatus } from '../tracking/schemas';

/** What a kiosk may offer besides calling an officer, which it always does. */
export const kioskScreens = ['file', 'track', 'results', 'ticket'] as const;
export type KioskScreen = (typeof kioskScreens)[number];

/** What an administrator sets from afar; a kiosk takes it up with its next heartbeat. */
export const kioskSettings = z.strictObject({
  /** Seconds without a touch before the warning. */
  idleSeconds: z.int().min(30).max(300),
  /** Seconds of the warning itself: long enough to read it and to answer (WCAG 2.2.1). */
  warningSeconds: z.int().min(20).max(60),
  /** Loudness of the spoken countdown, 0 to 100; 0 is silent. */
  volume: z.int().min(0).max(100),
  screens: z.array(z.enum(kioskScreens)).max(kioskScreens.length),
  /** Sign about cameras near the machine; null where there are none. */
  cameraNotice: text(5, 300).nullable(),
});
export type KioskSettings = z.output<typeof kioskSettings>;

/** `unknown` until the machine has used the part once since it was switched on. */
export const partState = z.enum(['working', 'failing', 'unknown']);
export const kioskParts = z.strictObject({ printer: partState, scanner: partState, cardReader: partState });
export type KioskParts = z.output<typeof kioskParts>;

export const kioskView = z.strictObject({
  deviceId,
  name: z.string(),
  place: z.string(),
  unitId,
  unitName: z.string(),
  ...kioskSettings.shape,
});
export type KioskView = z.output<typeof kioskView>;
export const activateKioskSchemas = {
  body: z.strictObject({ registrationCode: z.string().trim().min(6).max(20) }),
  response: kioskView,
};
export const getKioskSchemas = { response: kioskView };
export const kioskHeartbeatSchemas = {
  body: z.strictObject({ appVersion: z.string().max(40), parts: kioskParts }),
  response: kioskView,
};
export const kioskTrackSchemas = {
  /** What the QR reader typed, or code and PIN. */
  body: z.union([
    z.strictObject({ code: z.string().trim().min(4).max(60), pin: z.string().trim().min(4).max(20) }),
    z.strictObject({ qr: z.string().min(4).max(500) }),
  ]),
  response: publicDossierStatus,
};
export const wipeKioskSchemas = { body: z.strictObject({}), response: z.strictObject({}) };

const signInId = z.uuid();
const secret = z.string().regex(/^[A-Za-z0-9_-]{20,60}$/u);
export const startPhoneSignInSchemas = {
  body: z.strictObject({}),
  response: z.strictObject({
    signInId,
    /** For the QR: where the phone confirms. */
    url: z.string(),
    /** Two digits shown on both screens, so that nobody confirms somebody else's machine. */
    matchNumber: z.string(),
    expiresAt: isoDateTime,
  }),
};
export type PhoneSignIn = z.output<typeof startPhoneSignInSchemas.response>;
export const collectPhoneSignInSchemas = {
  params: z.strictObject({ signInId }),
  body: z.strictObject({}),
  response: z.strictObject({ state: z.enum(['waiting', 'signed-in', 'refused', 'expired']) }),
};
export const signInByCardSchemas = {
  body: z.strictObject({}),
  response: z.strictObject({ state: z.enum(['no-card', 'signed-in', 'holder-not-matched', 'unreadable']) }),
};
export type CardState = z.output<typeof signInByCardSchemas.response>['state'];
export const getPhoneSignInSchemas = {
  params: z.strictObject({ code: secret }),
  response: z.strictObject({
    deviceName: z.string(),
    place: z.string(),
    unitName: z.string(),
    matchNumber: z.string(),
  }),
};
export const answerPhoneSignInSchemas = {
  params: z.strictObject({ code: secret }),
  body: z.strictObject({ accept: z.boolean() }),
  response: z.strictObject({}),
};

export const callView = z.strictObject({
  callId: z.uuid(),
  deviceName: z.string(),
  place: z.string(),
  calledAt: isoDateTime,
  acknowledgedAt: isoDateTime.nullable(),
});
export type CallView = z.output<typeof callView>;
export const callOfficerSchemas = { body: z.strictObject({}), response: callView };
export const getCallSchemas = { response: z.strictObject({ call: callView.nullable() }) };
export const endCallSchemas = { body: z.strictObject({}), response: z.strictObject({}) };
export const listCallsSchemas = { response: z.strictObject({ items: z.array(callView) }) };
export const acknowledgeCallSchemas = {
  params: z.strictObject({ callId: z.uuid() }),
  body: z.strictObject({}),
  response: callView,
};

export const takeTicketSchemas = {
  body: z.strictObject({}),
  response: z.strictObject({ number: z.int(), day: isoDate, takenAt: isoDateTime, unitName: z.string() }),
};
export type QueueTicket = z.output<typeof takeTicketSchemas.response>;

export const handOverDraftSchemas = {
  params: z.strictObject({ draftId }),
  body: z.strictObject({}),
  response: z.strictObject({
    /** For the QR: the phone signs in there and goes on. */
    url: z.string(),
    /** Short enough to be told at the counter. */
    counterCode: z.string(),
    expiresAt: isoDateTime,
  }),
};
export type DraftHandover = z.output<typeof handOverDraftSchemas.response>;
export const openHandoverSchemas = {
  params: z.strictObject({ code: secret }),
  body: z.strictObject({}),
  response: z.strictObject({ draftId }),
};
export const handedDraftView = z.strictObject({
  procedure: z.strictObject({ code: procedureCode, name: localizedText }),
  ownerName: z.string(),
  form: formDefinition,
  answers,
  attachments: z.array(attachmentView),
  savedAt: isoDateTime,
});
export type HandedDraftView = z.output<typeof handedDraftView>;
export const readHandedDraftSchemas = {
  params: z.strictObject({ code: z.string().min(4).max(20) }),
  response: handedDraftView,
};

export const scanToDraftSchemas = {
  params: z.strictObject({ draftId }),
  body: z.strictObject({ component: z.string().max(40) }),
  response: attachmentView,
};
export const printMyDocumentSchemas = {
  params: z.strictObject({ dossierId, documentId }),
  body: z.strictObject({}),
  response: z.strictObject({}),
};
