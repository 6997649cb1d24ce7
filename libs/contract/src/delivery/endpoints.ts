import { citizen, endpoint, officer, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const getMyParcel = endpoint<typeof schemas.getMyParcelSchemas>({
  name: 'getMyParcel',
  method: 'GET',
  path: '/citizen/dossiers/:dossierId/parcel',
  summary: 'Where the result is that was given to the post',
  access: citizen,
  problems: ['dossier.not-found'],
});
export const getDossierParcel = endpoint<typeof schemas.getDossierParcelSchemas>({
  name: 'getDossierParcel',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/parcel',
  summary: 'Where the result is that was given to the post, and whether its order waits',
  access: officer('any'),
  problems: ['dossier.not-found'],
});
export const postResult = endpoint<typeof schemas.postResultSchemas>({
  name: 'postResult',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/parcel',
  summary:
    'Gives the paper result to the public post; the order leaves by itself, also when the post does not answer now',
  access: officer('dossier.return'),
  idempotent: true,
  problems: [
    'document.awaits-signature',
    'dossier.not-found',
    'dossier.stale',
    'dossier.wrong-state',
    'payment.before-result',
  ],
});
export const recallParcel = endpoint<typeof schemas.recallParcelSchemas>({
  name: 'recallParcel',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/parcel/recall',
  summary: 'Says that the officer holds the paper again; the order is called off',
  access: officer('dossier.return'),
  idempotent: true,
  problems: ['dossier.not-found', 'dossier.stale', 'dossier.wrong-state'],
});
export const postCallback = endpoint<typeof schemas.postCallbackSchemas>({
  name: 'postCallback',
  method: 'POST',
  path: '/partners/post/callback',
  summary: 'The post says, signed, that a parcel moved; what happened is then asked for',
  access: publicAccess,
  problems: [],
});
