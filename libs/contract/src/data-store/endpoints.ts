import { citizen, endpoint, officer } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const listStoredPapers = endpoint<typeof schemas.listStoredPapersSchemas>({
  name: 'listStoredPapers',
  method: 'GET',
  path: '/citizen/store/papers',
  summary: 'Papers of the person’s own data store, newest first, and how much room is taken',
  access: citizen,
  problems: [],
});
export const uploadStoredPaper = endpoint<typeof schemas.uploadStoredPaperSchemas>({
  name: 'uploadStoredPaper',
  method: 'POST',
  path: '/citizen/store/papers',
  summary: 'Keeps a paper of one’s own, as the raw request body; it never counts as verified',
  access: citizen,
  media: 'upload',
  idempotent: true,
  problems: [
    'attachment.type-refused',
    'attachment.too-large',
    'attachment.empty',
    'attachment.interrupted',
    'store.full',
    'request.idempotency-key-reused',
  ],
});
export const describeStoredPaper = endpoint<typeof schemas.describeStoredPaperSchemas>({
  name: 'describeStoredPaper',
  method: 'PUT',
  path: '/citizen/store/papers/:paperId/words',
  summary:
    'Says what a paper of one’s own is; a newer paper of the same kind and number supersedes the older',
  access: citizen,
  problems: ['store.paper-not-found', 'store.not-own', 'store.dates-crossed'],
});
export const hideStoredPaper = endpoint<typeof schemas.hideStoredPaperSchemas>({
  name: 'hideStoredPaper',
  method: 'PUT',
  path: '/citizen/store/papers/:paperId/hiding',
  summary: 'Takes a paper out of the list, or back into it',
  access: citizen,
  problems: ['store.paper-not-found'],
});
export const deleteStoredPaper = endpoint<typeof schemas.deleteStoredPaperSchemas>({
  name: 'deleteStoredPaper',
  method: 'DELETE',
  path: '/citizen/store/papers/:paperId',
  summary: 'Deletes a paper of one’s own; what an agency issued can only be hidden',
  access: citizen,
  problems: ['store.paper-not-found', 'store.not-own'],
});
export const downloadStoredPaper = endpoint<typeof schemas.downloadStoredPaperSchemas>({
  name: 'downloadStoredPaper',
  method: 'GET',
  path: '/citizen/store/papers/:paperId/content',
  summary: 'The file of a paper, checked against what was kept',
  access: citizen,
  media: 'download',
  problems: ['store.paper-not-found', 'store.paper-damaged'],
});
export const sharePaper = endpoint<typeof schemas.sharePaperSchemas>({
  name: 'sharePaper',
  method: 'POST',
  path: '/citizen/store/papers/:paperId/shares',
  summary: 'Lets one person or organisation see and use a paper until a day',
  access: citizen,
  idempotent: true,
  problems: ['store.paper-not-found', 'store.share-too-long', 'request.idempotency-key-reused'],
});
export const listGivenShares = endpoint<typeof schemas.listGivenSharesSchemas>({
  name: 'listGivenShares',
  method: 'GET',
  path: '/citizen/store/shares',
  summary: 'Who may see which of one’s papers until when',
  access: citizen,
  problems: [],
});
export const endShare = endpoint<typeof schemas.endShareSchemas>({
  name: 'endShare',
  method: 'POST',
  path: '/citizen/store/shares/:shareId/ending',
  summary: 'Ends a share at once',
  access: citizen,
  problems: ['store.share-not-found'],
});
export const listReceivedShares = endpoint<typeof schemas.listReceivedSharesSchemas>({
  name: 'listReceivedShares',
  method: 'GET',
  path: '/citizen/store/received',
  summary: 'Papers that others let the person see now',
  access: citizen,
  problems: [],
});
export const downloadSharedPaper = endpoint<typeof schemas.downloadSharedPaperSchemas>({
  name: 'downloadSharedPaper',
  method: 'GET',
  path: '/citizen/store/received/:shareId/content',
  summary: 'The file of a paper that somebody shares; its owner sees the look',
  access: citizen,
  media: 'download',
  problems: ['store.share-not-found', 'store.paper-damaged'],
});
export const listPapersForDraft = endpoint<typeof schemas.listPapersForDraftSchemas>({
  name: 'listPapersForDraft',
  method: 'GET',
  path: '/citizen/drafts/:draftId/stored-papers',
  summary: 'Stored papers that a draft may take, with the components they fit',
  access: citizen,
  problems: ['draft.not-found', 'draft.already-submitted', 'party.not-represented'],
});
export const reuseStoredPaper = endpoint<typeof schemas.reuseStoredPaperSchemas>({
  name: 'reuseStoredPaper',
  method: 'POST',
  path: '/citizen/drafts/:draftId/stored-papers',
  summary: 'Attaches a stored paper to a draft by reference, once it was checked',
  access: citizen,
  problems: [
    'draft.not-found',
    'draft.already-submitted',
    'party.not-represented',
    'attachment.unknown-component',
    'attachment.too-many',
    'store.paper-not-found',
    'store.paper-damaged',
    'store.paper-expired',
    'store.paper-revoked',
    'store.paper-there-already',
  ],
});
export const findNationalPapers = endpoint<typeof schemas.findNationalPapersSchemas>({
  name: 'findNationalPapers',
  method: 'POST',
  path: '/citizen/store/national/look-up',
  summary: 'Asks the national store for the person’s papers, with their consent; keeps nothing',
  access: citizen,
  problems: ['store.national-no-number', 'store.national-down', 'privacy.consent-needed', 'privacy.no-basis'],
});
export const importNationalPaper = endpoint<typeof schemas.importNationalPaperSchemas>({
  name: 'importNationalPaper',
  method: 'POST',
  path: '/citizen/store/national/papers',
  summary: 'Takes a paper of the national store over, once its file is what it says; again changes nothing',
  access: citizen,
  problems: [
    'store.national-no-number',
    'store.national-down',
    'store.national-forged',
    'store.paper-not-found',
    'store.paper-revoked',
    'privacy.consent-needed',
    'privacy.no-basis',
    'attachment.type-refused',
    'attachment.too-large',
    'attachment.empty',
    'attachment.interrupted',
  ],
});
export const revokeResult = endpoint<typeof schemas.revokeResultSchemas>({
  name: 'revokeResult',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/documents/:documentId/revocation',
  summary: 'Takes an issued result out of use by a decision; its owner is told',
  access: officer('dossier.approve'),
  problems: [
    'dossier.not-found',
    'document.not-found',
    'store.not-a-result',
    'store.revoked-already',
    'store.no-replacement',
  ],
});
