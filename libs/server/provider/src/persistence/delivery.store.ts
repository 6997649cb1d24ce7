import { Injectable } from '@nestjs/common';
import type { AgencyEvent, WebhookDelivery } from '@mocua/contract';
import { Database, writeOutbox, type OutboxMessage, type SqlExecutor } from '@mocua/server/kernel';

/** Beginning of the destination of a subscription in the outbox; each receiver rests and recovers on its own. */
const destinationPrefix = 'webhook:';

export function webhookDestination(subscriptionId: string): string {
  return `${destinationPrefix}${subscriptionId}`;
}

export type DeliveryState = WebhookDelivery['state'];

export interface Delivery {
  readonly deliveryId: string;
  readonly subscriptionId: string;
  readonly clientId: string;
  readonly dossierId: string;
  readonly event: AgencyEvent;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly lastTriedAt: Date | null;
  readonly nextTryAt: Date | null;
  readonly createdAt: Date;
}

interface Row extends Record<string, unknown>, Delivery {}

const columns = `delivery_id AS "deliveryId", subscription_id AS "subscriptionId", client_id AS "clientId",
  dossier_id AS "dossierId", event, state, tries, last_status AS "lastStatus", last_error AS "lastError",
  last_tried_at AS "lastTriedAt", next_try_at AS "nextTryAt", created_at AS "createdAt"`;

export interface Tried {
  readonly state: DeliveryState;
  readonly status: number | null;
  readonly error: string | null;
  readonly at: Date;
  readonly nextTryAt: Date | null;
}

/** The log of what was sent; it is also what is sent again. */
@Injectable()
export class DeliveryStore {
  constructor(private readonly database: Database) {}

  /** Writes new deliveries and their messages; one that exists already is passed over. */
  async insert(
    deliveries: readonly Pick<
      Delivery,
      'deliveryId' | 'subscriptionId' | 'clientId' | 'dossierId' | 'event'
    >[],
    now: Date,
    tx: SqlExecutor,
  ): Promise<void> {
    if (deliveries.length === 0) return;
    const written = await tx.query<{ deliveryId: string }>(
      `INSERT INTO provider.deliveries (delivery_id, subscription_id, client_id, dossier_id, event_id, event, created_at)
       SELECT d."deliveryId", d."subscriptionId", d."clientId", d."dossierId", (d.event->>'id')::uuid, d.event, $2
         FROM jsonb_to_recordset($1::jsonb) AS d("deliveryId" uuid, "subscriptionId" uuid, "clientId" text, "dossierId" uuid,
              event jsonb)
       ON CONFLICT ON CONSTRAINT deliveries_once DO NOTHING RETURNING delivery_id AS "deliveryId"`,
      [JSON.stringify(deliveries), now],
    );
    const fresh = new Set(written.map((row) => row.deliveryId));
    await enqueue(
      deliveries.filter((delivery) => fresh.has(delivery.deliveryId)),
      tx,
    );
  }

  find(deliveryId: string): Promise<Delivery | null> {
    return this.database.one<Row>(`SELECT ${columns} FROM provider.deliveries WHERE delivery_id = $1`, [
      deliveryId,
    ]);
  }

  /** Newest first; `after` is the id of the last one seen. */
  page(
    clientId: string,
    { state, after, limit }: { state: DeliveryState | null; after: string | null; limit: number },
  ): Promise<Delivery[]> {
    return this.database.query<Row>(
      `SELECT ${columns} FROM provider.deliveries
        WHERE client_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR delivery_id < $3::uuid)
        ORDER BY delivery_id DESC LIMIT $4`,
      [clientId, state, after, limit],
    );
  }

  async record(deliveryId: string, { state, status, error, at, nextTryAt }: Tried): Promise<void> {
    await this.database.query(
      `UPDATE provider.deliveries SET state = $2, tries = tries + 1, last_status = $3, last_error = $4, last_tried_at = $5,
         next_try_at = $6 WHERE delivery_id = $1`,
      [deliveryId, state, status, error, at, nextTryAt],
    );
  }

  /** For one whose subscription has ended. */
  async cancel(deliveryId: string): Promise<void> {
    await this.database.query(
      `UPDATE provider.deliveries SET state = 'cancelled', next_try_at = NULL WHERE delivery_id = $1 AND state = 'pending'`,
      [deliveryId],
    );
  }

  /** Has a settled delivery sent again with as many tries as a new one; one that waits already is left alone. */
  async replay(deliveryId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const rows = await tx.query<Row>(
        `UPDATE provider.deliveries SET state = 'pending', tries = 0, next_try_at = NULL
          WHERE delivery_id = $1 AND state <> 'pending' RETURNING ${columns}`,
        [deliveryId],
      );
      await enqueue(rows, tx);
    });
  }

  async deleteOlderThan(instant: Date): Promise<void> {
    await this.database.query(
      `DELETE FROM provider.deliveries WHERE created_at < $1 AND state <> 'pending'`,
      [instant],
    );
  }
}

/** The lane is the dossier: what happened to one dossier arrives in its order. */
async function enqueue(
  deliveries: readonly Pick<Delivery, 'deliveryId' | 'subscriptionId' | 'dossierId'>[],
  tx: SqlExecutor,
): Promise<void> {
  const messages = deliveries.map(({ deliveryId, subscriptionId, dossierId }): OutboxMessage => ({
    destination: webhookDestination(subscriptionId),
    lane: dossierId,
    payload: { deliveryId },
  }));
  await writeOutbox(tx, messages);
}
