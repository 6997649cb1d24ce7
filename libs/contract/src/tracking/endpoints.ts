import { endpoint, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const trackDossier = endpoint<typeof schemas.trackDossierSchemas>({
  name: 'trackDossier',
  method: 'POST',
  path: '/public/tracking',
  summary: 'Where a dossier is, by code and PIN',
  access: publicAccess,
  problems: ['tracking.not-found'],
});
export const verifyReceipt = endpoint<typeof schemas.verifyReceiptSchemas>({
  name: 'verifyReceipt',
  method: 'POST',
  path: '/public/receipt-verification',
  summary: 'Checks hash and signature of a submission receipt',
  access: publicAccess,
  problems: [],
});
export const listSigningKeys = endpoint<typeof schemas.listSigningKeysSchemas>({
  name: 'listSigningKeys',
  method: 'GET',
  path: '/public/signing-keys',
  summary: 'Public keys for checking receipts offline',
  access: publicAccess,
  problems: [],
});
