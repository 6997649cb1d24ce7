import { endpoint, officer, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

/** Open to the internet and good for nobody but the national portal: it proves itself by its key. */
export const receiveNationalMessage = endpoint<typeof schemas.receiveNationalMessageSchemas>({
  name: 'receiveNationalMessage',
  method: 'POST',
  path: '/national-portal/messages',
  summary: 'Takes what a person did on the national portal',
  access: publicAccess,
  problems: ['partner.unknown'],
});
export const downloadNationalResult = endpoint<typeof schemas.downloadNationalResultSchemas>({
  name: 'downloadNationalResult',
  method: 'GET',
  path: '/national-portal/dossiers/:dossierId/results/:documentId',
  summary: 'The result behind a link that the national portal was told',
  access: publicAccess,
  media: 'download',
  problems: [
    'partner.unknown',
    'document.not-found',
    'document.awaits-signature',
    'document.signature-broken',
  ],
});
export const listNationalDifferences = endpoint<typeof schemas.listNationalDifferencesSchemas>({
  name: 'listNationalDifferences',
  method: 'GET',
  path: '/officer/national-portal/differences',
  summary: 'Dossiers that are not the same here and at the national portal, with the cause',
  access: officer('catalogue.manage'),
  problems: [],
});
export const listNationalDeliveries = endpoint<typeof schemas.listNationalDeliveriesSchemas>({
  name: 'listNationalDeliveries',
  method: 'GET',
  path: '/officer/national-portal/deliveries',
  summary: 'What waits for the national portal, and what was put aside',
  access: officer('catalogue.manage'),
  problems: [],
});
export const replayNationalDelivery = endpoint<typeof schemas.replayNationalDeliverySchemas>({
  name: 'replayNationalDelivery',
  method: 'POST',
  path: '/officer/national-portal/deliveries/:deliveryId/replay',
  summary: 'Tries a message again that was put aside',
  access: officer('catalogue.manage'),
  problems: ['delivery.not-dead'],
});
