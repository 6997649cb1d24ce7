import type {
  DossierId,
  MessageId,
  MessageView,
  NoticeChannel,
  NoticeKind,
  NoticeReach,
  PartyId,
} from '@mocua/contract';
import { type Database, namedId } from '@mocua/server/kernel';
import { factOf, type Notice, type NoticeMoney } from '../domain/notice';

export interface KeptMessage {
  readonly messageId: MessageId;
  readonly kind: NoticeKind;
  readonly at: Date;
  readonly readAt: Date | null;
  /** Null for a notice about a request on personal data. */
  readonly dossierId: DossierId | null;
  readonly code: string;
  readonly money: NoticeMoney | null;
  readonly sent: MessageView['sent'];
}
/** The last notice of a dossier, with every channel it was meant for. */
export interface LastNotice extends Omit<KeptMessage, 'sent' | 'messageId' | 'dossierId' | 'money'> {
  readonly sent: NonNullable<NoticeReach['last']>['sent'];
}
/** Where the next stretch of a list begins. */
export interface MessagePosition {
  readonly at: string;
  readonly id: string;
}

interface MessageRow {
  message_id: MessageId;
  kind: NoticeKind;
  at: Date;
  read_at: Date | null;
  dossier_id: DossierId | null;
  code: string;
  amount: string | null;
  pay_by: string | null;
  sent: { channel: NoticeChannel; state: MessageView['sent'][number]['state'] }[];
}

/** The inbox of the portal: one row for each notice, whatever becomes of it on other channels. */
export class Messages {
  constructor(private readonly database: Database) {}

  /** Keeps a notice; the same outbox row, or another row about the same fact, changes nothing. */
  async keep(outboxId: string, notice: Notice, at: string): Promise<void> {
    await this.database.query(
      `INSERT INTO notification.messages (message_id, outbox_id, party_id, dossier_id, kind, code, at, rights_request_id,
         amount, pay_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
      [
        namedId('message', factOf(outboxId, notice)),
        outboxId,
        notice.partyId,
        notice.dossierId,
        notice.kind,
        notice.code,
        notice.occurredAt ?? at,
        notice.rightsRequestId,
        notice.money?.amount ?? null,
        notice.money?.payBy ?? null,
      ],
    );
  }

  /** The last notice about a dossier to anybody. */
  async lastOf(dossierId: DossierId): Promise<LastNotice | null> {
    const row = await this.database.one<
      Omit<MessageRow, 'sent' | 'amount' | 'pay_by'> & { sent: LastNotice['sent'] }
    >(
      `SELECT m.kind, m.at, m.read_at, m.code,
              COALESCE((SELECT jsonb_agg(jsonb_build_object('channel', d.channel, 'state', d.state))
                          FROM notification.deliveries d
                         WHERE d.outbox_id = m.outbox_id AND d.channel <> 'none'), '[]') AS sent
         FROM notification.messages m WHERE m.dossier_id = $1 ORDER BY m.at DESC, m.message_id DESC LIMIT 1`,
      [dossierId],
    );
    return row && { kind: row.kind, at: row.at, readAt: row.read_at, code: row.code, sent: row.sent };
  }

  /** Newest first, with what became of each on the channels it was tried on. */
  async of(partyId: PartyId, from: MessagePosition | null, limit: number): Promise<readonly KeptMessage[]> {
    const rows = await this.database.query<MessageRow>(
      `SELECT m.message_id, m.kind, m.at, m.read_at, m.dossier_id, m.code, m.amount, m.pay_by::text AS pay_by,
              COALESCE((SELECT jsonb_agg(jsonb_build_object('channel', d.channel, 'state', d.state) ORDER BY d.channel DESC)
                          FROM notification.deliveries d
                         WHERE d.outbox_id = m.outbox_id AND d.state <> 'no-contact'
                           AND NOT (d.channel = 'zalo' AND d.state = 'off')), '[]') AS sent
         FROM notification.messages m
        WHERE m.party_id = $1 AND (m.at, m.message_id) < ($2, $3)
        ORDER BY m.at DESC, m.message_id DESC LIMIT $4`,
      [partyId, from?.at ?? 'infinity', from?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit],
      'messages-of-party',
    );
    return rows.map((row) => ({
      messageId: row.message_id,
      kind: row.kind,
      at: row.at,
      readAt: row.read_at,
      dossierId: row.dossier_id,
      code: row.code,
      money: row.amount === null ? null : { amount: Number(row.amount), payBy: row.pay_by },
      sent: row.sent,
    }));
  }

  async markRead(partyId: PartyId, messageIds: readonly MessageId[], at: Date): Promise<void> {
    await this.database.query(
      `UPDATE notification.messages SET read_at = $3
       WHERE party_id = $1 AND message_id = ANY($2::uuid[]) AND read_at IS NULL`,
      [partyId, messageIds, at],
    );
  }

  async unreadOf(partyId: PartyId): Promise<number> {
    const row = await this.database.one<{ unread: number }>(
      `SELECT count(*)::int AS unread FROM (
         SELECT 1 FROM notification.messages WHERE party_id = $1 AND read_at IS NULL LIMIT 1000) unread_ones`,
      [partyId],
    );
    return row?.unread ?? 0;
  }
}
