import { z } from 'zod';
import { cursor, isoDateTime, procedureCode, text } from '../kernel/scalars';
import { deliveryPage, deliveryQuery, webhookDelivery } from './schemas';
import { agencyEventTypes, agencyScopes } from './scopes';

const clientId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/u);
const clientParams = z.strictObject({ clientId });

const clientWish = z.strictObject({
  /** What the system is called. */
  name: text(2, 120),
  /** Who runs it, as people read it among the readings of their data. */
  agency: text(2, 200),
  scopes: z.array(z.enum(agencyScopes)).min(1).max(agencyScopes.length),
  /** Procedures whose dossiers it may see although others filed them. */
  procedureCodes: z.array(procedureCode).max(200),
});

export const agencyClientView = z.strictObject({
  clientId,
  ...clientWish.shape,
  state: z.enum(['active', 'revoked']),
  registeredAt: isoDateTime,
  lastUsedAt: isoDateTime.nullable(),
  /** Until when a former secret still counts; null when only the newest does. */
  formerSecretUntil: isoDateTime.nullable(),
});
export type AgencyClientView = z.output<typeof agencyClientView>;

export const webhookSubscriptionView = z.strictObject({
  subscriptionId: z.uuid(),
  url: z.string(),
  eventTypes: z.array(z.enum(agencyEventTypes)),
  state: z.enum(['active', 'ended']),
  /** `gone`: the receiver answered 410; `officer`: somebody ended it here. */
  endReason: z.enum(['gone', 'officer']).nullable(),
  createdAt: isoDateTime,
  /** Until when bodies are signed with the former secret as well; null when only with the newest. */
  formerSecretUntil: isoDateTime.nullable(),
});
export type WebhookSubscriptionView = z.output<typeof webhookSubscriptionView>;

export const listAgencyClientsSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({ items: z.array(agencyClientView), next: cursor.nullable() }),
};
export const getAgencyClientSchemas = {
  params: clientParams,
  response: z.strictObject({ client: agencyClientView, subscriptions: z.array(webhookSubscriptionView) }),
};
const withSecret = z.strictObject({
  client: agencyClientView,
  /** Shown this once. */
  clientSecret: z.string(),
});
export const registerAgencyClientSchemas = { body: clientWish, response: withSecret };
export const changeAgencyClientSchemas = {
  params: clientParams,
  body: clientWish,
  response: agencyClientView,
};
export const rotateAgencySecretSchemas = {
  params: clientParams,
  /** `endFormer`: the former secret and all tokens end at once, else the secret counts one more day. */
  body: z.strictObject({ endFormer: z.boolean() }),
  response: withSecret,
};
export const revokeAgencyClientSchemas = {
  params: clientParams,
  body: z.strictObject({}),
  response: agencyClientView,
};
export const addWebhookSubscriptionSchemas = {
  params: clientParams,
  body: z.strictObject({
    url: z.url().max(500),
    eventTypes: z.array(z.enum(agencyEventTypes)).min(1).max(agencyEventTypes.length),
  }),
  response: z.strictObject({
    subscription: webhookSubscriptionView,
    /** Shown this once; the receiver checks signatures with it. */
    signingSecret: z.string(),
  }),
};
export const rotateSigningSecretSchemas = {
  params: clientParams.extend({ subscriptionId: z.uuid() }),
  /** Hours for which bodies are signed with both secrets; 0 ends the former one at once. */
  body: z.strictObject({ overlapHours: z.int().min(0).max(168) }),
  response: z.strictObject({
    subscription: webhookSubscriptionView,
    /** Shown to this request only, and to a repetition of it until the exchange ends. */
    signingSecret: z.string(),
  }),
};
export const endWebhookSubscriptionSchemas = {
  params: clientParams.extend({ subscriptionId: z.uuid() }),
  body: z.strictObject({}),
  response: webhookSubscriptionView,
};
export const listWebhookDeliveriesSchemas = {
  params: clientParams,
  query: deliveryQuery,
  response: deliveryPage,
};
export const replayWebhookDeliverySchemas = {
  params: clientParams.extend({ deliveryId: z.uuid() }),
  body: z.strictObject({}),
  response: webhookDelivery,
};
