import type { DossierId, NoticeChannel, NoticeKind, PartyId, RightsRequestId } from '@mocua/contract';
import type { Database } from '@mocua/server/kernel';
import type { NoticeAbout } from '../domain/notice';
import type { Receipt } from '../domain/receipt';

/** `none` is of before each channel had a row of its own. */
export type DeliveryChannel = NoticeChannel | 'none';
/**
 * `trying`: queued for the gateway; `put-off`: waits for the end of the quiet hours; `sent`: the gateway took it; `failed`:
 * it did not arrive, or nobody took it in time; `refused`: the gateway never will; `off`: the person turned the channel off,
 * or did not agree to it; `repeated`: the message before said the same.
 */
export type DeliveryState =
  'trying' | 'put-off' | 'sent' | 'delivered' | 'failed' | 'no-contact' | 'refused' | 'off' | 'repeated';
export type PlannedState = Extract<DeliveryState, 'trying' | 'put-off' | 'off' | 'repeated' | 'no-contact'>;

/** What is to become of one notice on one channel; neither address nor text. */
export interface PlannedDelivery extends NoticeAbout {
  readonly messageId: string;
  readonly outboxId: string;
  readonly partyId: PartyId;
  readonly kind: NoticeKind;
  readonly channel: NoticeChannel;
  readonly state: PlannedState;
  /** When it may be sent; ignored for what is not sent. */
  readonly dueAt: Date;
}

/** A delivery that is being sent now. */
export interface DueDelivery {
  readonly messageId: string;
  readonly outboxId: string;
  readonly partyId: PartyId;
  readonly dossierId: DossierId | null;
  readonly rightsRequestId: RightsRequestId | null;
  readonly kind: NoticeKind;
  readonly code: string;
  readonly channel: NoticeChannel;
  /** This attempt included. */
  readonly attempts: number;
  readonly readyAt: Date;
}

type Row<T> = T & Record<string, unknown>;
const leaseSeconds = 60;

/** Rows of `notification.deliveries`. */
export class Deliveries {
  constructor(private readonly database: Database) {}

  /**
   * Notes what is to be sent; what is known by its id, or by row and channel, stays as it is. A row that repeats a fact has no
   * message of its own, and nothing is sent for it.
   */
  async plan(deliveries: readonly PlannedDelivery[], at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO notification.deliveries (message_id, outbox_id, dossier_id, rights_request_id, party_id, kind, channel,
         template, state, attempts, first_tried_at, due_at, settled_at)
       SELECT "messageId", "outboxId", "dossierId", "rightsRequestId", "partyId", kind, channel, '', state, 0, $2,
              CASE WHEN state IN ('trying', 'put-off') THEN "dueAt" END,
              CASE WHEN state IN ('trying', 'put-off') THEN NULL ELSE $2::timestamptz END
         FROM jsonb_to_recordset($1) AS d("messageId" uuid, "outboxId" bigint, "dossierId" uuid, "rightsRequestId" uuid,
              "partyId" uuid, kind text, channel text, state text, "dueAt" timestamptz)
        WHERE EXISTS (SELECT 1 FROM notification.messages m WHERE m.outbox_id = d."outboxId")
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(deliveries), at],
    );
  }

  /** Channels on which another row has told, or will tell, the person of the same kind about the same thing since then. */
  async toldSince(
    outboxId: string,
    { partyId, dossierId, rightsRequestId, kind }: NoticeAbout & { partyId: PartyId; kind: NoticeKind },
    since: Date,
  ): Promise<readonly NoticeChannel[]> {
    const rows = await this.database.query<{ channel: NoticeChannel }>(
      `SELECT DISTINCT channel FROM notification.deliveries
        WHERE coalesce(dossier_id, rights_request_id) = $1 AND party_id = $2 AND kind = $3 AND first_tried_at > $4
          AND outbox_id <> $5 AND state IN ('trying', 'put-off', 'sent', 'delivered') AND channel <> 'none'`,
      [dossierId ?? rightsRequestId, partyId, kind, since, outboxId],
    );
    return rows.map(({ channel }) => channel);
  }

  /**
   * Takes what is due, for one minute. Of each dossier and channel only the first goes, so that nobody hears of the result
   * before the reception.
   */
  async claim(now: Date, limit: number): Promise<readonly DueDelivery[]> {
    return this.database.query<Row<DueDelivery>>(
      `WITH due AS (
         SELECT d.message_id FROM notification.deliveries d
          WHERE d.state IN ('trying', 'put-off') AND d.due_at <= $1
            AND NOT EXISTS (SELECT 1 FROM notification.deliveries earlier
                 WHERE coalesce(earlier.dossier_id, earlier.rights_request_id) = coalesce(d.dossier_id, d.rights_request_id)
                   AND earlier.party_id = d.party_id AND earlier.channel = d.channel
                   AND earlier.state IN ('trying', 'put-off') AND earlier.outbox_id < d.outbox_id)
          ORDER BY d.due_at, d.outbox_id LIMIT $2 FOR UPDATE OF d SKIP LOCKED
       )
       UPDATE notification.deliveries d
          SET attempts = attempts + 1, due_at = $1::timestamptz + make_interval(secs => $3),
              ready_at = coalesce(d.ready_at, d.due_at)
         FROM due, notification.messages m
        WHERE d.message_id = due.message_id AND m.outbox_id = d.outbox_id
       RETURNING d.message_id AS "messageId", d.outbox_id::text AS "outboxId", d.party_id AS "partyId",
         d.dossier_id AS "dossierId", d.rights_request_id AS "rightsRequestId", d.kind, m.code, d.channel, d.attempts,
         d.ready_at AS "readyAt"`,
      [now, limit, leaseSeconds],
    );
  }

  /** Ends the sending. What a receipt said meanwhile stays: it knows more. */
  async settle(
    messageId: string,
    state: 'sent' | 'no-contact' | 'refused' | 'failed',
    at: Date,
    { template = '', problem = null }: { readonly template?: string; readonly problem?: string | null } = {},
  ): Promise<void> {
    await this.database.query(
      `UPDATE notification.deliveries
          SET template = CASE WHEN $5 = '' THEN template ELSE $5 END,
              state = CASE WHEN state IN ('trying', 'put-off') THEN $2 ELSE state END,
              settled_at = coalesce(settled_at, $3), due_at = NULL,
              last_problem = coalesce($4, last_problem)
        WHERE message_id = $1`,
      [messageId, state, at, problem, template],
    );
  }

  /** Has a delivery wait for its gateway. */
  async postpone(messageId: string, dueAt: Date, problem: string): Promise<void> {
    await this.database.query(
      `UPDATE notification.deliveries SET state = 'trying', due_at = $2, last_problem = $3
        WHERE message_id = $1 AND state IN ('trying', 'put-off')`,
      [messageId, dueAt, problem],
    );
  }

  /**
   * Notes what the carrier says became of a message. Arriving is the last word: a failure that is told late, or again, does
   * not take it back. Returns whether the message is known.
   */
  async hear({ messageId, outcome, at }: Receipt, carriers: readonly NoticeChannel[]): Promise<boolean> {
    const row = await this.database.one(
      `UPDATE notification.deliveries
          SET state = CASE WHEN state IN ('trying', 'put-off', 'sent', 'failed') THEN $2 ELSE state END,
              settled_at = coalesce(settled_at, $3), due_at = NULL, reported_at = $3
        WHERE message_id = $1 AND channel = ANY($4::text[]) AND attempts > 0 RETURNING message_id`,
      [messageId, outcome, at, carriers],
    );
    return row !== null;
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
