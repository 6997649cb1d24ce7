import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  type ChunkOutcome,
  Clock,
  DestinationUnavailable,
  Logger,
  OutboxChunkHandler,
  OutboxRelay,
  type OutboxRow,
} from '@mocua/server/kernel';
import { DeliveryStore, webhookDestination } from '../persistence/delivery.store';
import { SubscriptionStore } from '../persistence/subscription.store';
import { TokenStore } from '../persistence/token.store';
import { DeliverWebhook } from './deliver-webhook';

/** Dossiers a receiver is told about at once. */
const concurrency = 4;
/** After these somebody else may have become due. */
const batchesInARow = 25;
const logDays = 90;

/** One receiver as the relay sees it: a destination of its own, that rests and recovers without the others. */
class WebhookDestination extends OutboxChunkHandler {
  readonly destination: string;
  readonly chunkSize = 1;
  readonly concurrency = concurrency;

  constructor(
    subscriptionId: string,
    private readonly deliver: DeliverWebhook,
  ) {
    super();
    this.destination = webhookDestination(subscriptionId);
  }

  async deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    const outcome = new Map<string, Error | null>();
    for (const row of rows) {
      try {
        await this.deliver.execute(row);
        outcome.set(row.id, null);
      } catch (error) {
        if (!(error instanceof DestinationUnavailable)) throw error;
        outcome.set(row.id, error);
      }
    }
    return outcome;
  }
}

/** Sends what waits for every receiver. A slow receiver keeps no other one waiting. */
@Injectable()
export class RunWebhooks implements OnModuleDestroy {
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly subscriptions: SubscriptionStore,
    private readonly deliveries: DeliveryStore,
    private readonly tokens: TokenStore,
    private readonly deliver: DeliverWebhook,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Begins to serve each receiver for which something is due and waits for none of them; answers 0, so that a pause follows. */
  async round(): Promise<number> {
    for (const subscriptionId of await this.subscriptions.withMessages(this.clock.now())) {
      if (!this.underWay.has(subscriptionId)) this.underWay.set(subscriptionId, this.serve(subscriptionId));
    }
    return 0;
  }

  /** Nothing is cut off when the process ends. */
  onModuleDestroy(): Promise<void> {
    return this.settled();
  }

  /** Waits until everything that is under way is through. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay.values());
  }

  /** Expired tokens, and what the log no longer keeps. */
  async tidy(): Promise<void> {
    const now = this.clock.now();
    await this.tokens.deleteExpired(now);
    await this.deliveries.deleteOlderThan(new Date(now.getTime() - logDays * 86_400_000));
  }

  private async serve(subscriptionId: string): Promise<void> {
    const destination = new WebhookDestination(subscriptionId, this.deliver);
    try {
      for (let batch = 0; batch < batchesInARow; batch += 1)
        if ((await this.relay.deliverChunks(destination)) === 0) break;
    } catch (error) {
      this.logger.error({ err: error, subscriptionId }, 'webhooks of a receiver were not sent');
    } finally {
      this.underWay.delete(subscriptionId);
    }
  }
}
