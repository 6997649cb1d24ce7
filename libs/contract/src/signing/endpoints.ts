import { endpoint, officer, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const getSignatures = endpoint<typeof schemas.getSignaturesSchemas>({
  name: 'getSignatures',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/signatures',
  summary: 'How far the remote signatures of a decision are, checked at every look',
  access: officer('any'),
  problems: ['dossier.not-found'],
});
export const askForSignature = endpoint<typeof schemas.askForSignatureSchemas>({
  name: 'askForSignature',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/signatures/:documentId/request',
  summary: 'Asks the signer once more, after a refusal, an expiry or a signature that was none',
  access: officer('dossier.approve'),
  problems: ['dossier.not-found', 'signature.not-needed', 'signature.settled'],
});
export const recordPaperSignature = endpoint<typeof schemas.recordPaperSignatureSchemas>({
  name: 'recordPaperSignature',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/signatures/:documentId/paper',
  summary: 'Takes the scan of a paper that was signed by hand and stamped, as an exception with its reason',
  access: officer('dossier.issue'),
  media: 'upload',
  problems: [
    'dossier.not-found',
    'signature.not-needed',
    'signature.settled',
    'attachment.type-refused',
    'attachment.too-large',
    'attachment.empty',
    'attachment.interrupted',
  ],
});
export const signingCallback = endpoint<typeof schemas.signingCallbackSchemas>({
  name: 'signingCallback',
  method: 'POST',
  path: '/partners/signing/callback',
  summary: 'The signing service says that a request was answered, signed; what the answer is gets asked for',
  access: publicAccess,
  problems: [],
});
