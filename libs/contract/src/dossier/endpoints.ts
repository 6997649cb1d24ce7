import { citizen, endpoint } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const listMyDossiers = endpoint<typeof schemas.listMyDossiersSchemas>({
  name: 'listMyDossiers',
  method: 'GET',
  path: '/citizen/dossiers',
  summary: 'Dossiers of the signed-in person and of those they act for, newest first',
  access: citizen,
  problems: [],
});
export const getMyDossier = endpoint<typeof schemas.getMyDossierSchemas>({
  name: 'getMyDossier',
  method: 'GET',
  path: '/citizen/dossiers/:dossierId',
  summary: 'One dossier with timeline, due date and its derivation',
  access: citizen,
  problems: ['dossier.not-found'],
});
export const answerSupplement = endpoint<typeof schemas.answerSupplementSchemas>({
  name: 'answerSupplement',
  method: 'POST',
  path: '/citizen/dossiers/:dossierId/supplement-answers',
  summary: 'Answers a supplement request; only what was asked can change',
  access: citizen,
  idempotent: true,
  problems: [
    'dossier.not-found',
    'dossier.stale',
    'dossier.wrong-state',
    'supplement.not-open',
    'supplement.not-asked',
    'supplement.incomplete',
    'eform.invalid',
  ],
});
export const uploadToDossier = endpoint<typeof schemas.uploadToDossierSchemas>({
  name: 'uploadToDossier',
  method: 'POST',
  path: '/citizen/dossiers/:dossierId/attachments',
  summary: 'Uploads one file that a supplement request asks for',
  access: citizen,
  media: 'upload',
  problems: [
    'dossier.not-found',
    'supplement.not-open',
    'supplement.not-asked',
    'attachment.type-refused',
    'attachment.too-large',
    'attachment.empty',
    'attachment.interrupted',
  ],
});
export const editDossier = endpoint<typeof schemas.editDossierSchemas>({
  name: 'editDossier',
  method: 'PUT',
  path: '/citizen/dossiers/:dossierId/answers',
  summary: 'Edits the answers until the decision',
  access: citizen,
  idempotent: true,
  problems: ['dossier.not-found', 'dossier.stale', 'dossier.wrong-state', 'eform.invalid'],
});
export const withdrawDossier = endpoint<typeof schemas.withdrawDossierSchemas>({
  name: 'withdrawDossier',
  method: 'POST',
  path: '/citizen/dossiers/:dossierId/withdrawal',
  summary: 'Withdraws the dossier before the decision',
  access: citizen,
  idempotent: true,
  problems: ['dossier.not-found', 'dossier.stale', 'dossier.wrong-state'],
});
export const downloadMyDocument = endpoint<typeof schemas.downloadMyDocumentSchemas>({
  name: 'downloadMyDocument',
  method: 'GET',
  path: '/citizen/dossiers/:dossierId/documents/:documentId',
  summary: 'A printed form or the result as PDF',
  access: citizen,
  media: 'download',
  problems: [
    'dossier.not-found',
    'document.not-found',
    'document.awaits-signature',
    'document.signature-broken',
  ],
});
export const downloadMyAttachment = endpoint<typeof schemas.downloadMyAttachmentSchemas>({
  name: 'downloadMyAttachment',
  method: 'GET',
  path: '/citizen/dossiers/:dossierId/attachments/:attachmentId/content',
  summary: 'A file the person handed in',
  access: citizen,
  media: 'download',
  problems: ['dossier.not-found', 'attachment.not-found'],
});
export const listReadings = endpoint<typeof schemas.listReadingsSchemas>({
  name: 'listReadings',
  method: 'GET',
  path: '/citizen/readings',
  summary: 'Who read the signed-in person’s data, when and why',
  access: citizen,
  problems: [],
});
