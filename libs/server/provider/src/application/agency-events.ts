import { Injectable } from '@nestjs/common';
import { DossierProgress } from '@mocua/server/dossier';
import {
  apiPrefix,
  Clock,
  Config,
  EventProjection,
  type FollowedEvent,
  newId,
  type SqlExecutor,
} from '@mocua/server/kernel';
import { isWithinReach, sourceSystemOf } from '../domain/agency-client';
import { agencyEventOf, toldEventTypes } from '../domain/agency-event';
import { DeliveryStore } from '../persistence/delivery.store';
import { SubscriptionStore } from '../persistence/subscription.store';

/**
 * Follows all dossiers and writes down what each subscription is to be told. It reads committed events only, and what it
 * writes commits with its cursor: nothing is told that did not happen, and nothing twice.
 */
@Injectable()
export class AgencyEvents extends EventProjection {
  readonly name = 'agency-events';

  constructor(
    private readonly subscriptions: SubscriptionStore,
    private readonly deliveries: DeliveryStore,
    private readonly progress: DossierProgress,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  async apply(events: readonly FollowedEvent[], tx: SqlExecutor): Promise<void> {
    const told = events.filter((event) => toldEventTypes.has(event.type));
    const open = told.length === 0 ? [] : await this.subscriptions.open(tx);
    if (open.length === 0) return;
    const dossiers = await this.progress.many([...new Set(told.map((event) => event.dossierId))], tx);
    const now = this.clock.now();
    const source = `${this.config.publicOrigin}${apiPrefix}/provider`;
    const deliveries = told.flatMap((event) => {
      const dossier = dossiers.get(event.dossierId);
      if (!dossier) return [];
      const happened = { ...event, occurredAt: new Date(event.occurredAt).toISOString() };
      return open.flatMap((subscription) => {
        if (!isWithinReach(subscription, dossier)) return [];
        const own = dossier.sourceSystem === sourceSystemOf(subscription.clientId);
        const codes = { ...dossier, externalCode: own ? dossier.externalCode : null };
        const cloudEvent = agencyEventOf(happened, codes, source);
        if (cloudEvent === null || !subscription.eventTypes.includes(cloudEvent.type)) return [];
        const { subscriptionId, clientId } = subscription;
        return [
          { deliveryId: newId(now), subscriptionId, clientId, dossierId: event.dossierId, event: cloudEvent },
        ];
      });
    });
    await this.deliveries.insert(deliveries, now, tx);
  }
}
