import type { Clock } from '@mocua/server/kernel';
import { namedId, OutboxHandler, type OutboxRow } from '@mocua/server/kernel';
import type { Notice } from '../domain/notice';
import { emailText, shortText } from '../domain/notice-texts';
import type { TemplateFacts } from '../domain/templates/notice-template';
import type { Deliveries } from '../persistence/deliveries';
import { type Delivery, type DeliveryChannel } from '../persistence/deliveries';
import type { TurnedOff } from '../persistence/turned-off';
import type { ContactDirectory, MessageSender, NoticeOrigin } from '../ports';
import { MessageRefused } from '../ports';
import type { KeepNotice } from './keep-notice';

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
    private readonly keeping: KeepNotice,
    private readonly contacts: ContactDirectory,
    private readonly turnedOff: TurnedOff,
    private readonly sender: MessageSender,
    private readonly deliveries: Deliveries,
    private readonly clock: Clock,
    private readonly origin: NoticeOrigin,
  ) {
    super();
  }

  override async deliver(row: OutboxRow): Promise<void> {
    const notice = await this.keeping.execute(row, this.clock.iso());
    if (notice.to === 'unit') return;
    const { phone, email } = await this.contacts.contactOf(notice.partyId, notice);
    const facts = this.factsOf(notice);
    const words = { kind: notice.kind, language: 'vi', date: this.clock.today() } as const;
    const [sms, letter] = [shortText('sms', words, facts), emailText(words, facts)];
    if (phone === null && email === null) return this.noteUnreachable(row, notice);
    const off = await this.turnedOff.of(notice.partyId);
    const sendUnlessOff = (
      channel: 'sms' | 'email',
      template: string,
      hand: (messageId: string) => Promise<void>,
    ): Promise<void> => {
      const delivery = deliveryOf(row, notice, channel, template);
      return off.some((entry) => entry.channel === channel && entry.kind === notice.kind)
        ? this.noteWithout(delivery, 'off')
        : this.send(delivery, hand);
    };
    // Both are tried before either failure is reported: one gateway must not silence the other.
    const attempts = await Promise.allSettled([
      phone === null
        ? undefined
        : sendUnlessOff('sms', sms.template, (messageId) =>
            this.sender.sms({ messageId, to: phone, text: sms.text }),
          ),
      email === null
        ? undefined
        : sendUnlessOff('email', letter.template, (messageId) =>
            this.sender.email({ messageId, to: email, subject: letter.subject, text: letter.text }),
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

  private noteUnreachable(row: OutboxRow, notice: Notice): Promise<void> {
    return this.noteWithout(deliveryOf(row, notice, 'none', 'none'), 'no-contact');
  }

  /** Notes why nothing was sent. */
  private async noteWithout(delivery: Delivery, state: 'off' | 'no-contact'): Promise<void> {
    if (await this.deliveries.begin(delivery, this.clock.iso()))
      await this.deliveries.settle(delivery.messageId, state, this.clock.iso());
  }

  private factsOf(notice: Notice): TemplateFacts {
    const { publicOrigin, hotline } = this.origin;
    return {
      code: notice.code,
      link: `${publicOrigin}/ho-so/${notice.dossierId}`,
      portal: new URL(publicOrigin).host,
      hotline,
    };
  }
}

/** The message id follows from row and channel, so that the gateway recognises a repeated sending. */
function deliveryOf(row: OutboxRow, notice: Notice, channel: DeliveryChannel, template: string): Delivery {
  return {
    messageId: namedId('notice', `${row.id}/${channel}`),
    outboxId: row.id,
    dossierId: notice.dossierId,
    partyId: notice.partyId,
    kind: notice.kind,
    channel,
    template,
  };
}
