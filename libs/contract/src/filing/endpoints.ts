import { citizen, endpoint } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const openDraft = endpoint<typeof schemas.openDraftSchemas>({
  name: 'openDraft',
  method: 'POST',
  path: '/citizen/drafts',
  summary: 'Resumes the open draft for a procedure, or begins a new one',
  access: citizen,
  problems: [
    'procedure.not-found',
    'procedure.not-online',
    'procedure.organisation-only',
    'procedure.person-only',
    'party.not-represented',
  ],
});
export const listDrafts = endpoint<typeof schemas.listDraftsSchemas>({
  name: 'listDrafts',
  method: 'GET',
  path: '/citizen/drafts',
  summary: 'Open drafts of the signed-in person',
  access: citizen,
  problems: [],
});
export const getDraft = endpoint<typeof schemas.getDraftSchemas>({
  name: 'getDraft',
  method: 'GET',
  path: '/citizen/drafts/:draftId',
  summary: 'One draft with its form',
  access: citizen,
  problems: ['draft.not-found'],
});
export const fillFromRegisters = endpoint<typeof schemas.fillFromRegistersSchemas>({
  name: 'fillFromRegisters',
  method: 'POST',
  path: '/citizen/drafts/:draftId/register-data',
  summary:
    'Asks the registers that the form names and fills in what they know; a register that is down is told, never waited for long',
  access: citizen,
  problems: [
    'draft.not-found',
    'draft.stale',
    'draft.already-submitted',
    'privacy.no-basis',
    'privacy.consent-needed',
  ],
});
export const saveDraft = endpoint<typeof schemas.saveDraftSchemas>({
  name: 'saveDraft',
  method: 'PUT',
  path: '/citizen/drafts/:draftId/answers',
  summary: 'Saves the answers as they stand, complete or not',
  access: citizen,
  problems: ['draft.not-found', 'draft.stale', 'draft.already-submitted', 'eform.invalid'],
});
export const deleteDraft = endpoint<typeof schemas.deleteDraftSchemas>({
  name: 'deleteDraft',
  method: 'DELETE',
  path: '/citizen/drafts/:draftId',
  summary: 'Deletes a draft with its files',
  access: citizen,
  problems: ['draft.not-found', 'draft.already-submitted'],
});
export const submitDossier = endpoint<typeof schemas.submitDossierSchemas>({
  name: 'submitDossier',
  method: 'POST',
  path: '/citizen/drafts/:draftId/submission',
  summary: 'Files the draft as a dossier; one draft becomes one dossier',
  access: citizen,
  idempotent: true,
  problems: [
    'draft.not-found',
    'draft.stale',
    'eform.invalid',
    'attachment.missing',
    'procedure.not-online',
    'register.waiting',
    'privacy.value-without-basis',
    'store.paper-not-found',
    'store.paper-damaged',
    'store.paper-expired',
    'store.paper-revoked',
  ],
});
