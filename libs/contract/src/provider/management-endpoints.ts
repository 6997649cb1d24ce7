import { endpoint, officer } from '../kernel/endpoint';
import type * as schemas from './management-schemas';

const access = officer('partner.manage');

export const listAgencyClients = endpoint<typeof schemas.listAgencyClientsSchemas>({
  name: 'listAgencyClients',
  method: 'GET',
  path: '/officer/agency-clients',
  summary: 'Systems of other agencies that may ask us',
  access,
  problems: [],
});
export const getAgencyClient = endpoint<typeof schemas.getAgencyClientSchemas>({
  name: 'getAgencyClient',
  method: 'GET',
  path: '/officer/agency-clients/:clientId',
  summary: 'One system with its webhook subscriptions',
  access,
  problems: ['agency.client-not-found'],
});
export const registerAgencyClient = endpoint<typeof schemas.registerAgencyClientSchemas>({
  name: 'registerAgencyClient',
  method: 'POST',
  path: '/officer/agency-clients',
  summary: 'Registers a system and shows its secret once',
  access,
  problems: ['procedure.not-found'],
});
export const changeAgencyClient = endpoint<typeof schemas.changeAgencyClientSchemas>({
  name: 'changeAgencyClient',
  method: 'PUT',
  path: '/officer/agency-clients/:clientId',
  summary: 'Changes what a system may do; counts from its next request',
  access,
  problems: ['agency.client-not-found', 'agency.client-revoked', 'procedure.not-found'],
});
export const rotateAgencySecret = endpoint<typeof schemas.rotateAgencySecretSchemas>({
  name: 'rotateAgencySecret',
  method: 'POST',
  path: '/officer/agency-clients/:clientId/secret-rotation',
  summary: 'Gives a system a new secret, shown once',
  access,
  problems: ['agency.client-not-found', 'agency.client-revoked'],
});
export const revokeAgencyClient = endpoint<typeof schemas.revokeAgencyClientSchemas>({
  name: 'revokeAgencyClient',
  method: 'POST',
  path: '/officer/agency-clients/:clientId/revocation',
  summary: 'Ends all access of a system at once',
  access,
  problems: ['agency.client-not-found'],
});
export const addWebhookSubscription = endpoint<typeof schemas.addWebhookSubscriptionSchemas>({
  name: 'addWebhookSubscription',
  method: 'POST',
  path: '/officer/agency-clients/:clientId/webhook-subscriptions',
  summary: 'Has events sent to an address; the signing secret is shown once',
  access,
  problems: ['agency.client-not-found', 'agency.client-revoked', 'agency.address-not-allowed'],
});
export const rotateSigningSecret = endpoint<typeof schemas.rotateSigningSecretSchemas>({
  name: 'rotateSigningSecret',
  method: 'POST',
  path: '/officer/agency-clients/:clientId/webhook-subscriptions/:subscriptionId/secret-rotation',
  summary: 'Signs with a new secret, shown once, and for a told time with the former one too',
  access,
  problems: [
    'agency.subscription-not-found',
    'agency.subscription-ended',
    'agency.rotation-running',
    'agency.rotation-over',
    'request.idempotency-key-reused',
  ],
  idempotent: true,
});
export const endWebhookSubscription = endpoint<typeof schemas.endWebhookSubscriptionSchemas>({
  name: 'endWebhookSubscription',
  method: 'POST',
  path: '/officer/agency-clients/:clientId/webhook-subscriptions/:subscriptionId/end',
  summary: 'Has nothing sent to an address any more',
  access,
  problems: ['agency.subscription-not-found'],
});
export const listWebhookDeliveries = endpoint<typeof schemas.listWebhookDeliveriesSchemas>({
  name: 'listWebhookDeliveries',
  method: 'GET',
  path: '/officer/agency-clients/:clientId/webhook-deliveries',
  summary: 'What was sent to the webhooks of a system, newest first',
  access,
  problems: ['agency.client-not-found'],
});
export const replayWebhookDelivery = endpoint<typeof schemas.replayWebhookDeliverySchemas>({
  name: 'replayWebhookDelivery',
  method: 'POST',
  path: '/officer/agency-clients/:clientId/webhook-deliveries/:deliveryId/replay',
  summary: 'Sends an event again',
  access,
  problems: ['agency.delivery-not-found', 'agency.subscription-ended'],
});
