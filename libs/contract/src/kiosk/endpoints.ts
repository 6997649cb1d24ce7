import { citizen, device, endpoint, officer, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const activateKiosk = endpoint<typeof schemas.activateKioskSchemas>({
  name: 'activateKiosk',
  method: 'POST',
  path: '/kiosk/activation',
  summary: 'Turns this browser into a registered kiosk',
  access: publicAccess,
  problems: ['device.unknown-code'],
});
export const getKiosk = endpoint<typeof schemas.getKioskSchemas>({
  name: 'getKiosk',
  method: 'GET',
  path: '/kiosk/device',
  summary: 'Settings of this kiosk',
  access: device,
  problems: [],
});
export const kioskHeartbeat = endpoint<typeof schemas.kioskHeartbeatSchemas>({
  name: 'kioskHeartbeat',
  method: 'POST',
  path: '/kiosk/heartbeat',
  summary: 'Tells that the kiosk is alive and learns its settings',
  access: device,
  problems: [],
});
export const kioskTrack = endpoint<typeof schemas.kioskTrackSchemas>({
  name: 'kioskTrack',
  method: 'POST',
  path: '/kiosk/tracking',
  summary: 'Where a dossier is, by QR or code and PIN',
  access: device,
  problems: ['tracking.not-found'],
});
export const wipeKiosk = endpoint<typeof schemas.wipeKioskSchemas>({
  name: 'wipeKiosk',
  method: 'POST',
  path: '/kiosk/wipe',
  summary: 'Ends the visit: signs the person out and has the browser forget',
  access: device,
  problems: [],
});
export const startPhoneSignIn = endpoint<typeof schemas.startPhoneSignInSchemas>({
  name: 'startPhoneSignIn',
  method: 'POST',
  path: '/kiosk/phone-sign-ins',
  summary: 'Begins a sign-in that a phone confirms',
  access: device,
  problems: [],
});
export const collectPhoneSignIn = endpoint<typeof schemas.collectPhoneSignInSchemas>({
  name: 'collectPhoneSignIn',
  method: 'POST',
  path: '/kiosk/phone-sign-ins/:signInId/collection',
  summary: 'Asks whether the phone has confirmed, and signs the person in once',
  access: device,
  problems: ['kiosk.sign-in-not-found'],
});
export const signInByCard = endpoint<typeof schemas.signInByCardSchemas>({
  name: 'signInByCard',
  method: 'POST',
  path: '/kiosk/card-sign-ins',
  summary: 'Signs in the person whose chip card lies on the reader',
  access: device,
  problems: ['kiosk.card-reader-unavailable'],
});
export const callOfficer = endpoint<typeof schemas.callOfficerSchemas>({
  name: 'callOfficer',
  method: 'POST',
  path: '/kiosk/calls',
  summary: 'Calls an officer of the place',
  access: device,
  problems: [],
});
export const getCall = endpoint<typeof schemas.getCallSchemas>({
  name: 'getCall',
  method: 'GET',
  path: '/kiosk/calls/current',
  summary: 'The open call of this kiosk',
  access: device,
  problems: [],
});
export const endCall = endpoint<typeof schemas.endCallSchemas>({
  name: 'endCall',
  method: 'POST',
  path: '/kiosk/calls/current/end',
  summary: 'Ends the open call of this kiosk',
  access: device,
  problems: [],
});
export const takeTicket = endpoint<typeof schemas.takeTicketSchemas>({
  name: 'takeTicket',
  method: 'POST',
  path: '/kiosk/tickets',
  summary: 'Takes the next number of the queue of the place',
  access: device,
  idempotent: true,
  problems: [],
});
export const getPhoneSignIn = endpoint<typeof schemas.getPhoneSignInSchemas>({
  name: 'getPhoneSignIn',
  method: 'GET',
  path: '/citizen/kiosk-sign-ins/:code',
  summary: 'Which kiosk a QR code belongs to',
  access: citizen,
  problems: ['kiosk.sign-in-not-found'],
});
export const answerPhoneSignIn = endpoint<typeof schemas.answerPhoneSignInSchemas>({
  name: 'answerPhoneSignIn',
  method: 'POST',
  path: '/citizen/kiosk-sign-ins/:code/answer',
  summary: 'Confirms or refuses the sign-in at a kiosk',
  access: citizen,
  problems: ['kiosk.sign-in-not-found'],
});
export const handOverDraft = endpoint<typeof schemas.handOverDraftSchemas>({
  name: 'handOverDraft',
  method: 'POST',
  path: '/citizen/drafts/:draftId/handovers',
  summary: 'Hands a draft over from the kiosk to the phone or the counter',
  access: citizen,
  problems: ['draft.not-found', 'draft.already-submitted', 'kiosk.only-there'],
});
export const openHandover = endpoint<typeof schemas.openHandoverSchemas>({
  name: 'openHandover',
  method: 'POST',
  path: '/citizen/handovers/:code/opening',
  summary: 'Opens on the phone what was handed over; works once',
  access: citizen,
  problems: ['handover.not-found'],
});
export const scanToDraft = endpoint<typeof schemas.scanToDraftSchemas>({
  name: 'scanToDraft',
  method: 'POST',
  path: '/citizen/drafts/:draftId/scans',
  summary: 'Scans the paper on the scanner of the kiosk into a draft',
  access: citizen,
  problems: [
    'draft.not-found',
    'draft.already-submitted',
    'kiosk.only-there',
    'kiosk.scanner-unavailable',
    'kiosk.nothing-to-scan',
    'attachment.unknown-component',
    'attachment.too-many',
  ],
});
export const printMyDocument = endpoint<typeof schemas.printMyDocumentSchemas>({
  name: 'printMyDocument',
  method: 'POST',
  path: '/citizen/dossiers/:dossierId/documents/:documentId/prints',
  summary: 'Prints a document of the person at the kiosk',
  access: citizen,
  problems: [
    'dossier.not-found',
    'document.not-found',
    'document.awaits-signature',
    'document.signature-broken',
    'kiosk.only-there',
    'kiosk.printer-unavailable',
  ],
});
export const listCalls = endpoint<typeof schemas.listCallsSchemas>({
  name: 'listCalls',
  method: 'GET',
  path: '/officer/calls',
  summary: 'Calls from kiosks of the own unit that nobody has ended',
  access: officer('dossier.receive'),
  problems: [],
});
export const acknowledgeCall = endpoint<typeof schemas.acknowledgeCallSchemas>({
  name: 'acknowledgeCall',
  method: 'POST',
  path: '/officer/calls/:callId/acknowledgement',
  summary: 'Tells the kiosk that an officer is coming',
  access: officer('dossier.receive'),
  problems: ['kiosk.call-not-found'],
});
export const readHandedDraft = endpoint<typeof schemas.readHandedDraftSchemas>({
  name: 'readHandedDraft',
  method: 'GET',
  path: '/officer/handed-drafts/:code',
  summary: 'A draft that a person handed over to the counter',
  access: officer('dossier.receive'),
  problems: ['handover.not-found'],
});
