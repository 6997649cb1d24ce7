import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf, rotateSigningSecret } from '@mocua/contract';
import { Clock, type IdempotencyRequest, type OfficerActor, problem } from '@mocua/server/kernel';
import { KeyRing } from '@mocua/server/personal-data';
import { endsOfRotation, refusalToRepeat } from '../domain/secret-rotation';
import { signingSecretOf } from '../domain/webhook-signature';
import { type Subscription, SubscriptionStore } from '../persistence/subscription.store';
import { toSubscriptionView } from './manage-subscriptions';

type Exchanged = ResponseOf<typeof rotateSigningSecret>;

/** Exchanges the signing secret of a subscription. The reply may get lost: the same request gets the same secret until the exchange ends. */
@Injectable()
export class RotateSigningSecret {
  constructor(
    private readonly subscriptions: SubscriptionStore,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs with a new secret, and with the former one too until the overlap is over. Two secrets at most: while an overlap runs,
   * only another exchange that ends the former at once is taken.
   *
   * @throws Problem `agency.subscription-not-found`, `agency.subscription-ended`, `agency.rotation-running`, `agency.rotation-over`,
   * `request.idempotency-key-reused`
   */
  async execute(
    actor: OfficerActor,
    { params: { clientId, subscriptionId }, body }: InputOf<typeof rotateSigningSecret>,
    { scope, key, bodyHash }: IdempotencyRequest,
  ): Promise<Exchanged> {
    const now = this.clock.now();
    const before = await this.require(clientId, subscriptionId);
    if (before.state !== 'active') throw problem('agency.subscription-ended');
    const requestHash = createHash('sha256').update(`${scope}/${key}`).digest();
    const repeated = await this.repeated(before, requestHash, bodyHash, now);
    if (repeated !== null) return repeated;

    const isRunning = before.formerUntil !== null && now < before.formerUntil;
    if (isRunning && body.overlapHours > 0) throw problem('agency.rotation-running');
    const ends = endsOfRotation(body.overlapHours, now);
    const isTaken = await this.subscriptions.rotate(before, {
      ...ends,
      ...{ requestHash, bodyHash, by: actor.partyId, now },
    });
    const after = await this.require(clientId, subscriptionId);
    if (isTaken) return this.shown(after, before.generation + 1, now);
    // somebody was quicker: this request sent twice at once, or another one, whose secret is shown to them
    const quicker = await this.repeated(after, requestHash, bodyHash, now);
    if (quicker === null) throw problem('agency.rotation-running');
    return quicker;
  }

  private async repeated(
    subscription: Subscription,
    requestHash: Buffer,
    bodyHash: Buffer,
    now: Date,
  ): Promise<Exchanged | null> {
    const known = await this.subscriptions.rotationOf(requestHash);
    if (known === null) return null;
    const refusal = refusalToRepeat(known, bodyHash, subscription.generation, now);
    if (refusal !== null) throw problem(refusal);
    return this.shown(subscription, known.generation, now);
  }

  private shown(subscription: Subscription, generation: number, now: Date): Exchanged {
    const key = this.keys.stable('webhook-signature');
    return {
      subscription: toSubscriptionView(subscription, now),
      signingSecret: signingSecretOf(key, subscription.subscriptionId, generation),
    };
  }

  private async require(clientId: string, subscriptionId: string): Promise<Subscription> {
    const subscription = await this.subscriptions.find(subscriptionId);
    if (subscription?.clientId !== clientId) throw problem('agency.subscription-not-found');
    return subscription;
  }
}
