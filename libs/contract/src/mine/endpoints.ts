import { citizen, endpoint, officer, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const listMessages = endpoint<typeof schemas.listMessagesSchemas>({
  name: 'listMessages',
  method: 'GET',
  path: '/citizen/messages',
  summary: 'Every notice that was sent to the signed-in person, newest first',
  access: citizen,
  problems: [],
});
export const markMessagesRead = endpoint<typeof schemas.markMessagesReadSchemas>({
  name: 'markMessagesRead',
  method: 'POST',
  path: '/citizen/messages/reading',
  summary: 'Notes that the person has read messages',
  access: citizen,
  problems: [],
});
export const getNoticeSettings = endpoint<typeof schemas.getNoticeSettingsSchemas>({
  name: 'getNoticeSettings',
  method: 'GET',
  path: '/citizen/notice-settings',
  summary: 'On which channels the signed-in person is told what',
  access: citizen,
  problems: [],
});
export const saveNoticeSettings = endpoint<typeof schemas.saveNoticeSettingsSchemas>({
  name: 'saveNoticeSettings',
  method: 'PUT',
  path: '/citizen/notice-settings',
  summary: 'Turns text messages, e-mails and Zalo on and off',
  access: citizen,
  problems: ['privacy.not-a-choice', 'privacy.text-changed'],
});
export const messageReceipt = endpoint<typeof schemas.messageReceiptSchemas>({
  name: 'messageReceipt',
  method: 'POST',
  path: '/partners/messages/:carrier/receipts',
  summary: 'A carrier tells, signed, whether a message arrived',
  access: publicAccess,
  problems: [],
});
export const getNoticeReach = endpoint<typeof schemas.getNoticeReachSchemas>({
  name: 'getNoticeReach',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/notices',
  summary: 'Whether the applicant could be told of the last step',
  access: officer('any'),
  problems: ['dossier.not-found'],
});
export const listMyResults = endpoint<typeof schemas.listMyResultsSchemas>({
  name: 'listMyResults',
  method: 'GET',
  path: '/citizen/results',
  summary: 'Every result the person may download, newest first',
  access: citizen,
  problems: [],
});
export const listSessions = endpoint<typeof schemas.listSessionsSchemas>({
  name: 'listSessions',
  method: 'GET',
  path: '/citizen/sessions',
  summary: 'Where the signed-in person is signed in',
  access: citizen,
  problems: [],
});
export const endSession = endpoint<typeof schemas.endSessionSchemas>({
  name: 'endSession',
  method: 'POST',
  path: '/citizen/sessions/:sessionId/end',
  summary: 'Signs the person out in another browser at once',
  access: citizen,
  problems: [],
});
export const listReceptionAlerts = endpoint<typeof schemas.listReceptionAlertsSchemas>({
  name: 'listReceptionAlerts',
  method: 'GET',
  path: '/officer/reception-alerts',
  summary: 'Dossiers of the officer’s unit that nobody has received in time',
  access: officer('dossier.receive'),
  problems: [],
});
