import { citizen, endpoint, officer, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const receiveDocumentMessage = endpoint<typeof schemas.receiveDocumentMessageSchemas>({
  name: 'receiveDocumentMessage',
  method: 'POST',
  path: '/partners/document-management/callback',
  summary:
    'The document management system tells, signed, what became of a document; answered in its own words whatever it says',
  access: publicAccess,
  problems: [],
});
export const listOutgoingDocuments = endpoint<typeof schemas.listOutgoingDocumentsSchemas>({
  name: 'listOutgoingDocuments',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/outgoing-documents',
  summary: 'Documents of a dossier that are signed, numbered and issued in the document management system',
  access: officer('any'),
  problems: ['dossier.not-found'],
});
export const downloadOutgoingDocument = endpoint<typeof schemas.downloadOutgoingDocumentSchemas>({
  name: 'downloadOutgoingDocument',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/outgoing-documents/:taskId/:which',
  summary: 'The draft that was handed over, or the file that was issued',
  access: officer('any'),
  media: 'download',
  problems: ['dossier.not-found', 'attachment.not-found'],
});
export const listMyOutgoingDocuments = endpoint<typeof schemas.listMyOutgoingDocumentsSchemas>({
  name: 'listMyOutgoingDocuments',
  method: 'GET',
  path: '/citizen/dossiers/:dossierId/outgoing-documents',
  summary: 'Documents that answer a dossier of mine and are being signed and numbered, and since when',
  access: citizen,
  problems: ['dossier.not-found'],
});
export const listLocalNumbers = endpoint<typeof schemas.listLocalNumbersSchemas>({
  name: 'listLocalNumbers',
  method: 'GET',
  path: '/officer/local-numbers',
  summary: 'Numbers that my unit gave to documents here, to be entered in the document management system',
  access: officer('dossier.issue'),
  problems: [],
});
export const noteNumberEntered = endpoint<typeof schemas.noteNumberEnteredSchemas>({
  name: 'noteNumberEntered',
  method: 'POST',
  path: '/officer/local-numbers/:taskId/entered',
  summary:
    'Notes that a number given here was entered in the document management system; said again it stays as it was',
  access: officer('dossier.issue'),
  problems: ['number.not-found'],
});
