import { Injectable } from '@nestjs/common';
import type { AgencyEventType, PartyId } from '@mocua/contract';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type { SecretRotation } from '../domain/secret-rotation';

export interface Subscription {
  readonly subscriptionId: string;
  readonly clientId: string;
  readonly url: string;
  readonly eventTypes: readonly AgencyEventType[];
  readonly state: 'active' | 'ended';
  readonly endReason: 'gone' | 'officer' | null;
  readonly createdAt: Date;
  /** How many signing secrets it has had; the newest has this number. */
  readonly generation: number;
  /** Until when the secret before signs as well; in the past or null when only the newest does. */
  readonly formerUntil: Date | null;
}

/** A subscription with what its system may see. */
export interface OpenSubscription {
  readonly subscriptionId: string;
  readonly clientId: string;
  readonly eventTypes: readonly AgencyEventType[];
  readonly procedureCodes: readonly string[];
}

interface Row extends Record<string, unknown>, Subscription {}
interface RotationRow extends Record<string, unknown>, SecretRotation {}
interface OpenRow extends Record<string, unknown>, OpenSubscription {}

const columns = `subscription_id AS "subscriptionId", client_id AS "clientId", url, event_types AS "eventTypes", state,
  end_reason AS "endReason", created_at AS "createdAt", secret_generation AS generation,
  former_secret_until AS "formerUntil"`;

/** Where systems of other agencies want events to be sent. */
@Injectable()
export class SubscriptionStore {
  constructor(private readonly database: Database) {}

  of(clientId: string): Promise<Subscription[]> {
    return this.database.query<Row>(
      `SELECT ${columns} FROM provider.subscriptions WHERE client_id = $1 ORDER BY state, created_at DESC LIMIT 200`,
      [clientId],
    );
  }

  find(subscriptionId: string): Promise<Subscription | null> {
    return this.database.one<Row>(
      `SELECT ${columns} FROM provider.subscriptions WHERE subscription_id = $1`,
      [subscriptionId],
    );
  }

  /** Those of systems that may get events. */
  open(sql: SqlExecutor = this.database): Promise<OpenSubscription[]> {
    return sql.query<OpenRow>(
      `SELECT s.subscription_id AS "subscriptionId", s.client_id AS "clientId", s.event_types AS "eventTypes",
              c.procedure_codes AS "procedureCodes"
         FROM provider.subscriptions s JOIN provider.clients c USING (client_id)
        WHERE s.state = 'active' AND c.state = 'active' AND 'webhooks' = ANY(c.scopes) ORDER BY s.subscription_id`,
    );
  }

  /** Those for which a message is due, ended ones included: what waits for them is cancelled. */
  async withMessages(now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT s.subscription_id AS id FROM provider.subscriptions s
        WHERE EXISTS (SELECT 1 FROM kernel.outbox o
                       WHERE o.destination = 'webhook:' || s.subscription_id::text AND o.state = 'pending'
                         AND o.next_attempt_at <= $1 AND (o.not_before IS NULL OR o.not_before <= $1))
        ORDER BY s.subscription_id`,
      [now],
      'webhooks-due',
    );
    return rows.map((row) => row.id);
  }

  async insert(
    subscription: Pick<Subscription, 'subscriptionId' | 'clientId' | 'url' | 'eventTypes'>,
    by: PartyId,
    now: Date,
  ): Promise<void> {
    const { subscriptionId, clientId, url, eventTypes } = subscription;
    await this.database.query(
      `INSERT INTO provider.subscriptions (subscription_id, client_id, url, event_types, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [subscriptionId, clientId, url, eventTypes, by, now],
    );
  }

  /**
   * Takes the next secret, and remembers for which request. Whether it was taken: false when it had another one by then, or has ended.
   *
   * @param requestHash - SHA-256 of actor and idempotency key
   */
  async rotate(
    { subscriptionId, generation }: Pick<Subscription, 'subscriptionId' | 'generation'>,
    rotation: Pick<SecretRotation, 'bodyHash' | 'repeatableUntil'> & {
      readonly formerUntil: Date | null;
      readonly requestHash: Buffer;
      readonly by: PartyId;
      readonly now: Date;
    },
  ): Promise<boolean> {
    const { formerUntil, requestHash, bodyHash, by, now, repeatableUntil } = rotation;
    const rows = await this.database.query(
      `WITH taken AS (
         UPDATE provider.subscriptions SET secret_generation = secret_generation + 1, former_secret_until = $3
          WHERE subscription_id = $1 AND secret_generation = $2 AND state = 'active'
         RETURNING subscription_id, secret_generation)
       INSERT INTO provider.secret_rotations
         (subscription_id, generation, request_hash, body_hash, rotated_by, rotated_at, repeatable_until)
       SELECT subscription_id, secret_generation, $4, $5, $6, $7, $8 FROM taken RETURNING subscription_id`,
      [subscriptionId, generation, formerUntil, requestHash, bodyHash, by, now, repeatableUntil],
    );
    return rows.length === 1;
  }

  /** The exchange that a request led to. */
  rotationOf(requestHash: Buffer): Promise<SecretRotation | null> {
    return this.database.one<RotationRow>(
      `SELECT subscription_id AS "subscriptionId", generation, body_hash AS "bodyHash", repeatable_until AS "repeatableUntil"
         FROM provider.secret_rotations WHERE request_hash = $1`,
      [requestHash],
    );
  }

  /** Ends it once; the reason of the first end stays. */
  async end(subscriptionId: string, reason: 'gone' | 'officer', now: Date): Promise<void> {
    await this.database.query(
      `UPDATE provider.subscriptions SET state = 'ended', end_reason = $2, ended_at = $3
        WHERE subscription_id = $1 AND state = 'active'`,
      [subscriptionId, reason, now],
    );
  }
}
