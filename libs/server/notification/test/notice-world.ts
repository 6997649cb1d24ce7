import type { NoticeChannel, PartyId } from '@mocua/contract';
import type { OutboxRow } from '@mocua/server/kernel';
import { MovingClock, testId, type TestDatabase } from '@mocua/testing';
import { KeepNotice } from '../src/application/keep-notice';
import { NotificationRelayHandler } from '../src/application/notification-relay-handler';
import { SendDue } from '../src/application/send-due';
import { declaredQuietHours } from '../src/domain/quiet-hours';
import { Deliveries } from '../src/persistence/deliveries';
import { Messages } from '../src/persistence/messages';
import { ReceptionAlerts } from '../src/persistence/reception-alerts';
import { TurnedOff } from '../src/persistence/turned-off';
import {
  type Contact,
  ContactDirectory,
  type Email,
  MessageSender,
  type Sms,
  type ZaloMessage,
} from '../src/ports';

/** Monday morning in Vietnam: nothing is quiet. */
export const morning = '2026-11-23T02:05:00.000Z';
export const phone = '0900000102';
export const address = 'uong@example.test';

export class KnownContacts extends ContactDirectory {
  contact: Contact = { phone, email: address, zalo: null, language: 'vi' };
  override contactOf(): Promise<Contact> {
    return Promise.resolve(this.contact);
  }
}

export class RecordingSender extends MessageSender {
  readonly sent: { channel: NoticeChannel; messageId: string; to: string; text: string }[] = [];
  readonly failures: Partial<Record<NoticeChannel, Error>> = {};

  get channels(): NoticeChannel[] {
    return this.sent.map(({ channel }) => channel);
  }
  textOn(channel: NoticeChannel): string | undefined {
    return this.sent.find((message) => message.channel === channel)?.text;
  }
  override sms(message: Sms): Promise<void> {
    return this.take('sms', message);
  }
  override email(message: Email): Promise<void> {
    return this.take('email', message);
  }
  override zalo({ messageId, to, template }: ZaloMessage): Promise<void> {
    return this.take('zalo', { messageId, to, text: template });
  }
  private async take(channel: NoticeChannel, { messageId, to, text }: Sms): Promise<void> {
    const failure = this.failures[channel];
    if (failure) throw failure;
    this.sent.push({ channel, messageId, to, text });
  }
}

let rows = 0;

/** Inbox, plan and sending on one database, with a clock the test moves and no gateway. */
export class NoticeWorld {
  readonly clock = new MovingClock(morning);
  readonly contacts = new KnownContacts();
  readonly sender = new RecordingSender();
  readonly deliveries: Deliveries;
  readonly messages: Messages;
  readonly turnedOff: TurnedOff;
  readonly handler: NotificationRelayHandler;
  readonly duty: SendDue;
  agreedToZalo = false;

  constructor(readonly db: TestDatabase) {
    this.deliveries = new Deliveries(db.database);
    this.messages = new Messages(db.database);
    this.turnedOff = new TurnedOff(db.database);
    this.handler = new NotificationRelayHandler(
      new KeepNotice(this.messages, new ReceptionAlerts(db.database)),
      this.turnedOff,
      { find: () => Promise.resolve(this.agreedToZalo ? ({} as never) : null) },
      this.contacts,
      this.deliveries,
      declaredQuietHours,
      this.clock,
    );
    this.duty = new SendDue(this.contacts, this.sender, this.deliveries, this.clock, {
      publicOrigin: 'https://cong.example',
      hotline: '1900 0099',
    });
  }

  /** A row of a dossier of its own, unless the payload names one. */
  row(payload: Readonly<Record<string, unknown>> = {}): OutboxRow {
    rows += 1;
    const dossierId = testId(`dossier-${rows}`);
    return {
      id: String(rows),
      destination: 'notification',
      lane: String(payload['dossierId'] ?? dossierId),
      attempts: 1,
      payload: {
        kind: 'received',
        partyId: testId<PartyId>('uong'),
        dossierId,
        code: 'H99-261123-0007',
        transactionCode: 'GD-1',
        seq: 2,
        ...payload,
      },
    };
  }

  async tell(row: OutboxRow): Promise<OutboxRow> {
    await this.handler.deliver(row);
    await this.duty.round();
    return row;
  }

  /** Channel and state of everything about a dossier, newest first. */
  async statesOf(dossierId: string): Promise<string[]> {
    return (await this.deliveries.listOf(dossierId)).map(({ channel, state }) => `${channel} ${state}`);
  }
}
