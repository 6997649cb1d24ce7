import { createHmac, type KeyObject } from 'node:crypto';

/** Beginning of a signing secret as Standard Webhooks writes it. */
const secretPrefix = 'whsec_';

/**
 * Signing secret of a subscription. It is derived and never stored: a stolen database signs nothing, and there is nothing to
 * look up when an event leaves.
 *
 * @param generation - 1 for the first secret; each rotation takes the next
 */
export function signingSecretOf(key: KeyObject, subscriptionId: string, generation: number): string {
  // the first one was derived from the id alone, before there was a second
  const name = generation === 1 ? subscriptionId : `${subscriptionId}.${generation}`;
  return `${secretPrefix}${createHmac('sha256', key).update(name).digest('base64')}`;
}

/** Which secrets of a subscription sign at an instant: the newest, and the one before it until its time is over. */
export function signingGenerations(
  { generation, formerUntil }: { readonly generation: number; readonly formerUntil: Date | null },
  now: Date,
): number[] {
  return formerUntil !== null && now < formerUntil ? [generation, generation - 1] : [generation];
}

/**
 * Headers by which a receiver knows who sent a body, when, and that it was not changed (Standard Webhooks, `v1`). With several
 * secrets there are several signatures with a space between them; one that fits is enough.
 */
export function signedHeaders(
  secrets: readonly string[],
  message: { readonly id: string; readonly at: Date; readonly body: string },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const signed = `${message.id}.${timestamp}.${message.body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
