import { endpoint, officer } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const getInbox = endpoint<typeof schemas.getInboxSchemas>({
  name: 'getInbox',
  method: 'GET',
  path: '/officer/inbox',
  summary: 'One page of a work-list',
  access: officer('any'),
  problems: [],
});
export const getInboxCounters = endpoint<typeof schemas.getInboxCountersSchemas>({
  name: 'getInboxCounters',
  method: 'GET',
  path: '/officer/inbox/counters',
  summary: 'Exact number of dossiers in each work-list',
  access: officer('any'),
  problems: [],
});
export const getOfficerDossier = endpoint<typeof schemas.getOfficerDossierSchemas>({
  name: 'getOfficerDossier',
  method: 'GET',
  path: '/officer/dossiers/:dossierId',
  summary: 'One dossier with tasks, actions, process and history',
  access: officer('any'),
  problems: ['dossier.not-found'],
});
export const receiveDossier = endpoint<typeof schemas.receiveDossierSchemas>({
  name: 'receiveDossier',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/reception',
  summary: 'Receives the dossier: code, form 01, due date',
  access: officer('dossier.receive'),
  idempotent: true,
  problems: [
    'dossier.not-found',
    'dossier.stale',
    'dossier.wrong-state',
    'unit.not-found',
    'calendar.not-covered',
    'payment.before-reception',
  ],
});
export const refuseDossier = endpoint<typeof schemas.refuseDossierSchemas>({
  name: 'refuseDossier',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/refusal',
  summary: 'Refuses reception with a written reason (form 03)',
  access: officer('dossier.refuse'),
  idempotent: true,
  problems: ['dossier.not-found', 'dossier.stale', 'dossier.wrong-state'],
});
export const requestSupplement = endpoint<typeof schemas.requestSupplementSchemas>({
  name: 'requestSupplement',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/supplement-requests',
  summary: 'Asks for a supplement before reception, or prepares one during appraisal',
  access: officer('any'),
  idempotent: true,
  problems: [
    'dossier.not-found',
    'dossier.stale',
    'dossier.wrong-state',
    'supplement.already-open',
    'supplement.ground-required',
    'supplement.unknown-item',
    'calendar.not-covered',
  ],
});
export const sendSupplement = endpoint<typeof schemas.sendSupplementSchemas>({
  name: 'sendSupplement',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/supplement-sending',
  summary: 'The one-stop sends a prepared request to the applicant; the clock pauses',
  access: officer('dossier.supplement'),
  idempotent: true,
  problems: [
    'dossier.not-found',
    'dossier.stale',
    'dossier.wrong-state',
    'supplement.not-open',
    'calendar.not-covered',
    'clock.waiting-for-others',
  ],
});
export const confirmSupplement = endpoint<typeof schemas.confirmSupplementSchemas>({
  name: 'confirmSupplement',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/supplement-confirmation',
  summary: 'Confirms that the answer is complete (the clock resumes) or sends it back',
  access: officer('dossier.supplement'),
  idempotent: true,
  problems: [
    'dossier.not-found',
    'dossier.stale',
    'dossier.wrong-state',
    'supplement.not-open',
    'calendar.not-covered',
  ],
});
export const completeTask = endpoint<typeof schemas.completeTaskSchemas>({
  name: 'completeTask',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/tasks/:taskId/completion',
  summary: 'Completes a step of the process with an outcome',
  access: officer('any'),
  idempotent: true,
  problems: [
    'dossier.not-found',
    'dossier.stale',
    'dossier.wrong-state',
    'task.not-open',
    'task.not-yours',
    'task.unknown-outcome',
    'task.comment-required',
    'task.with-sector-system',
    'task.paper-needed',
    'task.with-document-system',
    'task.reason-needed',
    'number.given',
    'eform.invalid',
  ],
});
export const returnResult = endpoint<typeof schemas.returnResultSchemas>({
  name: 'returnResult',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/return',
  summary: 'Returns the result to the applicant',
  access: officer('dossier.return'),
  idempotent: true,
  problems: [
    'dossier.not-found',
    'dossier.stale',
    'dossier.wrong-state',
    'payment.before-result',
    'document.awaits-signature',
  ],
});
export const downloadOfficerDocument = endpoint<typeof schemas.downloadOfficerDocumentSchemas>({
  name: 'downloadOfficerDocument',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/documents/:documentId',
  summary: 'A printed form or the result as PDF',
  access: officer('any'),
  media: 'download',
  problems: ['dossier.not-found', 'document.not-found', 'document.signature-broken'],
});
export const downloadOfficerAttachment = endpoint<typeof schemas.downloadOfficerAttachmentSchemas>({
  name: 'downloadOfficerAttachment',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/attachments/:attachmentId/content',
  summary: 'A file the applicant handed in',
  access: officer('any'),
  media: 'download',
  problems: ['dossier.not-found', 'attachment.not-found'],
});
export const listDevices = endpoint<typeof schemas.listDevicesSchemas>({
  name: 'listDevices',
  method: 'GET',
  path: '/officer/devices',
  summary: 'Kiosks of the province',
  access: officer('device.manage'),
  problems: [],
});
export const registerDevice = endpoint<typeof schemas.registerDeviceSchemas>({
  name: 'registerDevice',
  method: 'POST',
  path: '/officer/devices',
  summary: 'Announces a kiosk and gives the code to type on it',
  access: officer('device.manage'),
  problems: ['unit.not-found'],
});
export const revokeDevice = endpoint<typeof schemas.revokeDeviceSchemas>({
  name: 'revokeDevice',
  method: 'POST',
  path: '/officer/devices/:deviceId/revocation',
  summary: 'Revokes a kiosk at once',
  access: officer('device.manage'),
  problems: ['device.not-found'],
});
export const setDeviceSettings = endpoint<typeof schemas.setDeviceSettingsSchemas>({
  name: 'setDeviceSettings',
  method: 'PUT',
  path: '/officer/devices/:deviceId/settings',
  summary: 'Sets from afar how a kiosk behaves',
  access: officer('device.manage'),
  problems: ['device.not-found'],
});
