import type { Clock } from '@mocua/server/kernel';
import { emailText, shortText } from '../domain/notice-texts';
import { nextTry } from '../domain/sending-plan';
import type { TemplateFacts } from '../domain/templates/notice-template';
import type { Deliveries, DueDelivery } from '../persistence/deliveries';
import {
  addressOn,
  type Contact,
  type ContactDirectory,
  MessageRefused,
  type MessageSender,
  type NoticeOrigin,
} from '../ports';

const atOnce = 20;

/** A message in words, addressed, and the hand that takes it. */
interface Letter {
  readonly template: string;
  readonly hand: () => Promise<void>;
}

/** Hands due messages to the gateways. Addresses and words exist only here, while sending. */
export class SendDue {
  constructor(
    private readonly contacts: ContactDirectory,
    private readonly sender: MessageSender,
    private readonly deliveries: Deliveries,
    private readonly clock: Clock,
    private readonly origin: NoticeOrigin,
  ) {}

  /** One round; answers how many messages were tried. */
  async round(): Promise<number> {
    const due = await this.deliveries.claim(this.clock.now(), atOnce);
    const byNotice = new Map<string, DueDelivery[]>();
    for (const delivery of due)
      byNotice.set(delivery.outboxId, [...(byNotice.get(delivery.outboxId) ?? []), delivery]);
    // Each by itself: neither a gateway nor a notice may silence another.
    await Promise.all([...byNotice.values()].map((channels) => this.tell(channels)));
    return due.length;
  }

  /** One look at the contact data for all channels of a notice. */
  private async tell(deliveries: readonly DueDelivery[]): Promise<void> {
    const [first] = deliveries;
    if (!first) return;
    const contact = await this.contacts.contactOf(first.partyId, first);
    await Promise.all(deliveries.map((delivery) => this.send(delivery, contact)));
  }

  private async send(delivery: DueDelivery, contact: Contact): Promise<void> {
    const { messageId } = delivery;
    const letter = this.letterOf(delivery, contact);
    if (letter === null) return this.deliveries.settle(messageId, 'no-contact', this.clock.now());
    const { template, hand } = letter;
    try {
      await hand();
    } catch (error) {
      if (!(error instanceof MessageRefused)) return this.tryLater(delivery, template, error);
      const problem = `status ${error.status}`;
      return this.deliveries.settle(messageId, 'refused', this.clock.now(), { template, problem });
    }
    await this.deliveries.settle(messageId, 'sent', this.clock.now(), { template });
  }

  /** Errors of a sender hold neither address nor text. */
  private async tryLater(delivery: DueDelivery, template: string, error: unknown): Promise<void> {
    const { messageId, attempts, readyAt } = delivery;
    const problem = (error instanceof Error ? error.message : 'unknown').slice(0, 200);
    const next = nextTry(attempts, readyAt, this.clock.now());
    if (next === null)
      await this.deliveries.settle(messageId, 'failed', this.clock.now(), { template, problem });
    else await this.deliveries.postpone(messageId, next, problem);
  }

  /** Null where the person cannot be reached. */
  private letterOf(delivery: DueDelivery, contact: Contact): Letter | null {
    const { messageId, channel, kind } = delivery;
    const to = addressOn(channel, contact);
    if (to === null) return null;
    const facts = this.factsOf(delivery);
    const notice = { kind, language: contact.language, date: this.clock.today() };
    if (channel === 'email') {
      const { template, subject, text } = emailText(notice, facts);
      return { template, hand: () => this.sender.email({ messageId, to, subject, text }) };
    }
    const { template, text } = shortText(channel, notice, facts);
    if (channel === 'sms') return { template, hand: () => this.sender.sms({ messageId, to, text }) };
    const { code, portal, hotline } = facts;
    return {
      template,
      hand: () => this.sender.zalo({ messageId, to, template, facts: { code, portal, hotline } }),
    };
  }

  private factsOf({ code, dossierId }: DueDelivery): TemplateFacts {
    const { publicOrigin, hotline } = this.origin;
    const page = dossierId === null ? 'du-lieu-ca-nhan' : `ho-so/${dossierId}`;
    return { code, link: `${publicOrigin}/${page}`, portal: new URL(publicOrigin).host, hotline };
  }
}
