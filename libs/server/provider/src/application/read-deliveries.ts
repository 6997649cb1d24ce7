import { Injectable } from '@nestjs/common';
import type { InputOf, listOwnDeliveries, ResponseOf, WebhookDelivery } from '@mocua/contract';
import { problem } from '@mocua/server/kernel';
import { type Delivery, DeliveryStore } from '../persistence/delivery.store';
import { SubscriptionStore } from '../persistence/subscription.store';

type Page = ResponseOf<typeof listOwnDeliveries>;
type Query = InputOf<typeof listOwnDeliveries>['query'];

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

/** The delivery log of one system, and sending again; the same for the system itself and for officers. */
@Injectable()
export class ReadDeliveries {
  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly subscriptions: SubscriptionStore,
  ) {}

  async page(clientId: string, { state, after, limit }: Query): Promise<Page> {
    // A cursor that is none of ours begins nowhere.
    if (after !== undefined && !uuid.test(after)) return { items: [], next: null };
    const rows = await this.deliveries.page(clientId, {
      state: state ?? null,
      after: after ?? null,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    return {
      items: shown.map(toDeliveryView),
      next: rows.length > limit ? (shown.at(-1)?.deliveryId ?? null) : null,
    };
  }

  /** @throws Problem `agency.delivery-not-found`, the same for one of another system; `agency.subscription-ended` */
  async replay(clientId: string, deliveryId: string): Promise<WebhookDelivery> {
    const delivery = await this.deliveries.find(deliveryId);
    if (delivery?.clientId !== clientId) throw problem('agency.delivery-not-found');
    const subscription = await this.subscriptions.find(delivery.subscriptionId);
    if (subscription?.state !== 'active') throw problem('agency.subscription-ended');
    await this.deliveries.replay(deliveryId);
    return toDeliveryView((await this.deliveries.find(deliveryId)) ?? delivery);
  }
}

function toDeliveryView(delivery: Delivery): WebhookDelivery {
  const { deliveryId, subscriptionId, event, state, tries, lastStatus, lastError } = delivery;
  return {
    deliveryId,
    subscriptionId,
    eventId: event.id,
    eventType: event.type,
    subject: event.subject,
    state,
    tries,
    lastStatus,
    lastError,
    lastTriedAt: delivery.lastTriedAt?.toISOString() ?? null,
    nextTryAt: delivery.nextTryAt?.toISOString() ?? null,
    createdAt: delivery.createdAt.toISOString(),
  };
}
