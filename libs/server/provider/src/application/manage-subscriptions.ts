import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { addWebhookSubscription, InputOf, ResponseOf, WebhookSubscriptionView } from '@mocua/contract';
import { Clock, type OfficerActor, problem } from '@mocua/server/kernel';
import { KeyRing } from '@mocua/server/personal-data';
import { signingSecretOf } from '../domain/webhook-signature';
import { ClientStore } from '../persistence/client.store';
import { type Subscription, SubscriptionStore } from '../persistence/subscription.store';
import { WebhookSender } from '../ports';

/** An officer, never the other side, says where events go: an address is somebody's decision. */
@Injectable()
export class ManageSubscriptions {
  constructor(
    private readonly clients: ClientStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly sender: WebhookSender,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `agency.client-not-found`, `agency.client-revoked`, `agency.address-not-allowed` */
  async add(
    actor: OfficerActor,
    { params, body }: InputOf<typeof addWebhookSubscription>,
  ): Promise<ResponseOf<typeof addWebhookSubscription>> {
    const client = await this.clients.find(params.clientId);
    if (client === null) throw problem('agency.client-not-found');
    if (client.state === 'revoked') throw problem('agency.client-revoked');
    if (!this.sender.mayCall(body.url)) throw problem('agency.address-not-allowed');
    const subscriptionId = randomUUID();
    const { url, eventTypes } = body;
    const wish = { subscriptionId, clientId: client.clientId, url, eventTypes: [...new Set(eventTypes)] };
    await this.subscriptions.insert(wish, actor.partyId, this.clock.now());
    const subscription = await this.require(client.clientId, subscriptionId);
    return {
      subscription: toSubscriptionView(subscription, this.clock.now()),
      signingSecret: signingSecretOf(this.keys.stable('webhook-signature'), subscriptionId, 1),
    };
  }

  /** Safe to repeat. @throws Problem `agency.subscription-not-found` */
  async end(clientId: string, subscriptionId: string): Promise<WebhookSubscriptionView> {
    await this.require(clientId, subscriptionId);
    await this.subscriptions.end(subscriptionId, 'officer', this.clock.now());
    return toSubscriptionView(await this.require(clientId, subscriptionId), this.clock.now());
  }

  private async require(clientId: string, subscriptionId: string): Promise<Subscription> {
    const subscription = await this.subscriptions.find(subscriptionId);
    if (subscription?.clientId !== clientId) throw problem('agency.subscription-not-found');
    return subscription;
  }
}

export function toSubscriptionView(subscription: Subscription, now: Date): WebhookSubscriptionView {
  const { subscriptionId, url, eventTypes, state, endReason, createdAt, formerUntil } = subscription;
  return {
    subscriptionId,
    url,
    eventTypes: [...eventTypes],
    state,
    endReason,
    createdAt: createdAt.toISOString(),
    formerSecretUntil: formerUntil !== null && now < formerUntil ? formerUntil.toISOString() : null,
  };
}
