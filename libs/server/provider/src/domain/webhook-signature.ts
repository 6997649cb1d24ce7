import { createHmac, type KeyObject } from 'node:crypto';

/** Beginning of a signing secret as Standard Webhooks writes it. */
const secretPrefix = 'whsec_';

/**
 * Signing secret of a subscription. It is derived and never stored: a stolen database signs nothing, and there is nothing to
 * look up when an event leaves.
 */
export function signingSecretOf(key: KeyObject, subscriptionId: string): string {
  const mac = createHmac('sha256', key).update(subscriptionId).digest('base64');
  return `${secretPrefix}${mac}`;
}

/** Headers by which a receiver knows who sent a body, when, and that it was not changed (Standard Webhooks, `v1`). */
export function signedHeaders(
  secret: string,
  message: { readonly id: string; readonly at: Date; readonly body: string },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  const mac = createHmac('sha256', key).update(`${message.id}.${timestamp}.${message.body}`).digest('base64');
  return {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${mac}`,
  };
}
