import { endpoint, officer } from '../kernel/endpoint';
import type * as schemas from './schemas';

const access = officer('dossier.receive');

export const openAssistedDraft = endpoint<typeof schemas.openAssistedDraftSchemas>({
  name: 'openAssistedDraft',
  method: 'POST',
  path: '/officer/filings',
  summary: 'Begins a filing for somebody at the counter, or for a letter',
  access,
  problems: ['procedure.not-found', 'procedure.not-local', 'procedure.organisation-only'],
});
export const getAssistedDraft = endpoint<typeof schemas.getAssistedDraftSchemas>({
  name: 'getAssistedDraft',
  method: 'GET',
  path: '/officer/filings/:draftId',
  summary: 'A filing that was begun at this unit',
  access,
  problems: ['draft.not-found'],
});
export const saveAssistedDraft = endpoint<typeof schemas.saveAssistedDraftSchemas>({
  name: 'saveAssistedDraft',
  method: 'PUT',
  path: '/officer/filings/:draftId/answers',
  summary: 'Saves what was written so far',
  access,
  problems: ['draft.not-found', 'draft.stale', 'draft.already-submitted', 'eform.invalid'],
});
export const uploadToAssistedDraft = endpoint<typeof schemas.uploadToAssistedDraftSchemas>({
  name: 'uploadToAssistedDraft',
  method: 'POST',
  path: '/officer/filings/:draftId/attachments',
  summary: 'Takes a paper that the officer scanned, as the raw request body',
  access,
  media: 'upload',
  problems: [
    'draft.not-found',
    'draft.already-submitted',
    'attachment.type-refused',
    'attachment.too-large',
    'attachment.empty',
    'attachment.interrupted',
    'attachment.unknown-component',
    'attachment.too-many',
  ],
});
export const removeFromAssistedDraft = endpoint<typeof schemas.removeFromAssistedDraftSchemas>({
  name: 'removeFromAssistedDraft',
  method: 'DELETE',
  path: '/officer/filings/:draftId/attachments/:attachmentId',
  summary: 'Takes a scanned paper out again',
  access,
  problems: ['draft.not-found', 'draft.already-submitted', 'attachment.not-found'],
});
export const downloadFromAssistedDraft = endpoint<typeof schemas.downloadFromAssistedDraftSchemas>({
  name: 'downloadFromAssistedDraft',
  method: 'GET',
  path: '/officer/filings/:draftId/attachments/:attachmentId/content',
  summary: 'A scanned paper, to be looked at before filing',
  access,
  media: 'download',
  problems: ['draft.not-found', 'attachment.not-found'],
});
export const submitAssistedDraft = endpoint<typeof schemas.submitAssistedDraftSchemas>({
  name: 'submitAssistedDraft',
  method: 'POST',
  path: '/officer/filings/:draftId/submission',
  summary: 'Files it as a dossier; one filing becomes one dossier',
  access,
  idempotent: true,
  problems: [
    'draft.not-found',
    'draft.stale',
    'eform.invalid',
    'attachment.missing',
    'unit.not-found',
    'calendar.not-covered',
    'dossier.external-code-taken',
  ],
});
