import type { NoticeKind, PartyId } from '@mocua/contract';
import type { Database } from '@mocua/server/kernel';

export type DeliveryChannel = 'sms' | 'email' | 'none';
/** `off`: the person turned the channel off for notices of this kind. */
export type DeliveryState = 'trying' | 'sent' | 'no-contact' | 'refused' | 'off';

/** What became of one notice on one channel; neither address nor text. */
export interface Delivery {
  readonly messageId: string;
  readonly outboxId: string;
  readonly dossierId: string;
  readonly partyId: PartyId;
  readonly kind: NoticeKind;
  readonly channel: DeliveryChannel;
  readonly template: string;
}

/** Rows of `notification.deliveries`. */
export class Deliveries {
  constructor(private readonly database: Database) {}

  /** Notes one more attempt; answers whether there is still something to send. */
  async begin(delivery: Delivery, at: string): Promise<boolean> {
    const row = await this.database.one<{ state: DeliveryState }>(
      `INSERT INTO notification.deliveries
         (message_id, outbox_id, dossier_id, party_id, kind, channel, template, state, first_tried_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'trying', $8)
       ON CONFLICT (message_id) DO UPDATE
         SET attempts = deliveries.attempts + CASE WHEN deliveries.state = 'trying' THEN 1 ELSE 0 END
       RETURNING state`,
      [
        delivery.messageId,
        delivery.outboxId,
        delivery.dossierId,
        delivery.partyId,
        delivery.kind,
        delivery.channel,
        delivery.template,
        at,
      ],
    );
    return row?.state === 'trying';
  }

  async settle(
    messageId: string,
    state: Exclude<DeliveryState, 'trying'>,
    at: string,
    problem: string | null = null,
  ): Promise<void> {
    await this.database.query(
      `UPDATE notification.deliveries SET state = $2, settled_at = $3, last_problem = $4
       WHERE message_id = $1 AND state = 'trying'`,
      [messageId, state, at, problem],
    );
  }

  /** States of the notices of a dossier, newest first. */
  async listOf(
    dossierId: string,
  ): Promise<{ kind: NoticeKind; channel: DeliveryChannel; state: DeliveryState; attempts: number }[]> {
    return this.database.query(
      `SELECT kind, channel, state, attempts FROM notification.deliveries
       WHERE dossier_id = $1 ORDER BY first_tried_at DESC, channel`,
      [dossierId],
    );
  }
}
