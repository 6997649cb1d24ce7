import { citizen, endpoint } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const uploadToDraft = endpoint<typeof schemas.uploadToDraftSchemas>({
  name: 'uploadToDraft',
  method: 'POST',
  path: '/citizen/drafts/:draftId/attachments',
  summary: 'Uploads one file for a component, as the raw request body',
  access: citizen,
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
export const removeFromDraft = endpoint<typeof schemas.removeFromDraftSchemas>({
  name: 'removeFromDraft',
  method: 'DELETE',
  path: '/citizen/drafts/:draftId/attachments/:attachmentId',
  summary: 'Takes a file out of a draft',
  access: citizen,
  problems: ['draft.not-found', 'draft.already-submitted', 'attachment.not-found'],
});
export const downloadFromDraft = endpoint<typeof schemas.downloadFromDraftSchemas>({
  name: 'downloadFromDraft',
  method: 'GET',
  path: '/citizen/drafts/:draftId/attachments/:attachmentId/content',
  summary: 'A file of a draft',
  access: citizen,
  media: 'download',
  problems: ['draft.not-found', 'attachment.not-found'],
});
