import { Injectable } from '@nestjs/common';
import { Clock, Database, DestinationUnavailable, type OutboxRow, putOff } from '@mocua/server/kernel';
import { KeyRing } from '@mocua/server/personal-data';
import { verdictOn } from '../domain/delivery-plan';
import { signedHeaders, signingGenerations, signingSecretOf } from '../domain/webhook-signature';
import { type Delivery, type DeliveryState, DeliveryStore } from '../persistence/delivery.store';
import { type Subscription, SubscriptionStore } from '../persistence/subscription.store';
import { WebhookSender } from '../ports';

/**
 * Tries one delivery once and writes down what came of it. A failure puts the message off, together with what lies behind it
 * for the same dossier, until its tries are used up; then the log keeps it for a replay and the next message goes.
 */
@Injectable()
export class DeliverWebhook {
  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveryStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly sender: WebhookSender,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** @throws DestinationUnavailable when it is to be tried again */
  async execute(row: OutboxRow): Promise<void> {
    const delivery = await this.deliveries.find(String(row.payload['deliveryId']));
    // A process that fell between answer and bookkeeping left the message behind; the log knows better.
    if (delivery?.state !== 'pending') return;
    const subscription = await this.subscriptions.find(delivery.subscriptionId);
    if (subscription?.state !== 'active') return this.deliveries.cancel(delivery.deliveryId);

    const answer = await this.send(delivery, subscription);
    const now = this.clock.now();
    const verdict = verdictOn(answer, { tries: delivery.tries + 1, now, random: Math.random() });
    const states: Readonly<Record<typeof verdict.kind, DeliveryState>> = {
      delivered: 'delivered',
      gone: 'failed',
      again: 'pending',
      'given-up': 'failed',
    };
    const nextTryAt = verdict.kind === 'again' ? verdict.at : null;
    await this.deliveries.record(delivery.deliveryId, {
      state: states[verdict.kind],
      status: 'status' in answer ? answer.status : null,
      error: 'failure' in answer ? answer.failure : null,
      at: now,
      nextTryAt,
    });
    if (verdict.kind === 'gone') await this.subscriptions.end(delivery.subscriptionId, 'gone', now);
    if (nextTryAt === null) return;
    await putOff(this.database, row.id, nextTryAt.toISOString());
    throw new DestinationUnavailable(row.destination);
  }

  private send({ event }: Delivery, subscription: Subscription) {
    const at = this.clock.now();
    const body = JSON.stringify(event);
    const key = this.keys.stable('webhook-signature');
    const secrets = signingGenerations(subscription, at).map((generation) =>
      signingSecretOf(key, subscription.subscriptionId, generation),
    );
    return this.sender.send(subscription.url, signedHeaders(secrets, { id: event.id, at, body }), body);
  }
}
