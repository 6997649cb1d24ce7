import type { ProvinceSettings } from '@mocua/server/identity';
import type { Clock, Config } from '@mocua/server/kernel';
import { namedId, OutboxHandler, type OutboxRow } from '@mocua/server/kernel';
import { noticeOf, type Notice } from '../domain/notice';
import { emailText, type NoticeFacts, noticeTextsVersion, smsText } from '../domain/notice-texts';
import type { Deliveries } from '../persistence/deliveries';
import { type Delivery, type DeliveryChannel } from '../persistence/deliveries';
import type { ContactDirectory, MessageSender } from '../ports';
import { MessageRefused } from '../ports';

/**
 * Tells people at once what happened to their dossier, on every channel they can be reached.
 * A gateway that is down makes the row wait; a message that the gateway refuses for good is settled, so that one wrong
 * number does not hold back what follows.
 *
 * @legal NĐ 224/2026 Điều 15(1)(g)
 */
export class NotificationRelayHandler extends OutboxHandler {
  override readonly destination = 'notification';

  constructor(
    private readonly contacts: ContactDirectory,
    private readonly sender: MessageSender,
    private readonly deliveries: Deliveries,
    private readonly clock: Clock,
    private readonly config: Pick<Config, 'publicOrigin'>,
    private readonly province: ProvinceSettings,
  ) {
    super();
  }

  override async deliver(row: OutboxRow): Promise<void> {
    const notice = noticeOf(row.payload);
    if (notice === null) return;
    const contact = await this.contacts.contactOf(notice.partyId);
    const facts = this.factsOf(notice);
    const { phone, email } = contact;
    if (phone === null && email === null) return this.noteUnreachable(row, notice);
    // Both are tried before either failure is reported: one gateway must not silence the other.
    const attempts = await Promise.allSettled([
      phone === null
        ? undefined
        : this.send(deliveryOf(row, notice, 'sms'), (messageId) =>
            this.sender.sms({ messageId, to: phone, text: smsText(notice.kind, facts) }),
          ),
      email === null
        ? undefined
        : this.send(deliveryOf(row, notice, 'email'), (messageId) =>
            this.sender.email({ messageId, to: email, ...emailText(notice.kind, facts) }),
          ),
    ]);
    const failed = attempts.find((attempt) => attempt.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  private async send(delivery: Delivery, hand: (messageId: string) => Promise<void>): Promise<void> {
    if (!(await this.deliveries.begin(delivery, this.clock.iso()))) return;
    try {
      await hand(delivery.messageId);
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error;
      return this.deliveries.settle(
        delivery.messageId,
        'refused',
        this.clock.iso(),
        `status ${error.status}`,
      );
    }
    await this.deliveries.settle(delivery.messageId, 'sent', this.clock.iso());
  }

  private async noteUnreachable(row: OutboxRow, notice: Notice): Promise<void> {
    const delivery = deliveryOf(row, notice, 'none');
    if (await this.deliveries.begin(delivery, this.clock.iso())) {
      await this.deliveries.settle(delivery.messageId, 'no-contact', this.clock.iso());
    }
  }

  private factsOf(notice: Notice): NoticeFacts {
    const link = `${this.config.publicOrigin}/ho-so/${notice.dossierId}`;
    return { code: notice.code, link, hotline: this.province.view.hotline };
  }
}

/** The message id follows from row and channel, so that the gateway recognises a repeated sending. */
function deliveryOf(row: OutboxRow, notice: Notice, channel: DeliveryChannel): Delivery {
  return {
    messageId: namedId('notice', `${row.id}/${channel}`),
    outboxId: row.id,
    dossierId: notice.dossierId,
    partyId: notice.partyId,
    kind: notice.kind,
    channel,
    template: noticeTextsVersion,
  };
}
