import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PartyId } from '@mocua/contract';
import type { OutboxRow } from '@mocua/server/kernel';
import { FixedClock, startTestDatabase, testId, type TestDatabase } from '@mocua/testing';
import { NotificationRelayHandler } from '../src/application/notification-relay-handler';
import { KeepNotice } from '../src/application/keep-notice';
import { Deliveries } from '../src/persistence/deliveries';
import { Messages } from '../src/persistence/messages';
import { ReceptionAlerts } from '../src/persistence/reception-alerts';
import { TurnedOff } from '../src/persistence/turned-off';
import {
  type Contact,
  ContactDirectory,
  type Email,
  MessageRefused,
  MessageSender,
  type Sms,
} from '../src/ports';

class KnownContacts extends ContactDirectory {
  contact: Contact = { phone: '0900000102', email: 'uong@example.test' };
  override contactOf(): Promise<Contact> {
    return Promise.resolve(this.contact);
  }
}

class RecordingSender extends MessageSender {
  readonly sent: (Sms | Email)[] = [];
  smsFailure: Error | null = null;
  textTo(address: string): string | undefined {
    return this.sent.find((message) => message.to === address)?.text;
  }
  override async sms(message: Sms): Promise<void> {
    if (this.smsFailure !== null) throw this.smsFailure;
    this.sent.push(message);
  }
  override async email(message: Email): Promise<void> {
    this.sent.push(message);
  }
}

let db: TestDatabase;
let rows = 0;
beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());

describe('telling an applicant what happened', () => {
  let contacts: KnownContacts;
  let sender: RecordingSender;
  let deliveries: Deliveries;
  let turnedOff: TurnedOff;
  let handler: NotificationRelayHandler;

  beforeEach(() => {
    contacts = new KnownContacts();
    sender = new RecordingSender();
    deliveries = new Deliveries(db.database);
    turnedOff = new TurnedOff(db.database);
    handler = new NotificationRelayHandler(
      new KeepNotice(new Messages(db.database), new ReceptionAlerts(db.database)),
      contacts,
      turnedOff,
      sender,
      deliveries,
      new FixedClock('2026-11-23T02:05:00Z'),
      { publicOrigin: 'https://cong.example', hotline: '1900 0099' },
    );
  });

  function aRow(payload: Record<string, unknown> = {}): OutboxRow {
    rows += 1;
    const dossierId = testId(`dossier-${rows}`);
    return {
      id: String(rows),
      destination: 'notification',
      lane: dossierId,
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

  it('sends text message and e-mail once, however often the row is delivered', async () => {
    const row = aRow();
    await handler.deliver(row);
    await handler.deliver(row);
    expect(sender.sent.map((message) => message.to).sort()).toEqual(['0900000102', 'uong@example.test']);
    expect(sender.textTo('0900000102')).toContain('Ho so H99-261123-0007 da duoc tiep nhan.');
    expect(await deliveries.listOf(row.lane)).toMatchObject([
      { channel: 'email', state: 'sent', attempts: 1 },
      { channel: 'sms', state: 'sent', attempts: 1 },
    ]);
  });

  it('lets the row wait while the gateway is down, and does not repeat the channel that worked', async () => {
    const row = aRow();
    sender.smsFailure = new Error('down');
    await expect(handler.deliver(row)).rejects.toThrow('down');
    sender.smsFailure = null;
    await handler.deliver(row);
    expect(sender.sent.map((message) => message.to)).toEqual(['uong@example.test', '0900000102']);
    expect(await deliveries.listOf(row.lane)).toMatchObject([
      { channel: 'email', attempts: 1 },
      { channel: 'sms', state: 'sent', attempts: 2 },
    ]);
  });

  it('settles a message the gateway refuses for good, so that the lane goes on', async () => {
    const row = aRow();
    sender.smsFailure = new MessageRefused(422);
    await handler.deliver(row);
    const states = await deliveries.listOf(row.lane);
    expect(states.map(({ channel, state }) => [channel, state])).toEqual([
      ['email', 'sent'],
      ['sms', 'refused'],
    ]);
  });

  it('notes that a person cannot be reached', async () => {
    contacts.contact = { phone: null, email: null };
    const row = aRow();
    await handler.deliver(row);
    await handler.deliver(row);
    expect(await deliveries.listOf(row.lane)).toMatchObject([{ channel: 'none', state: 'no-contact' }]);
    expect(sender.sent).toEqual([]);
  });

  it('uses the transaction code before a dossier has a code', async () => {
    await handler.deliver(aRow({ kind: 'submitted', code: null }));
    expect(sender.textTo('0900000102')).toContain('GD-1');
  });

  it('sends an alert to a unit to nobody’s phone', async () => {
    await handler.deliver(
      aRow({
        kind: 'reception-alert',
        partyId: undefined,
        unitId: testId('centre'),
        procedureCode: '2.000908',
      }),
    );
    expect(sender.sent).toEqual([]);
  });

  it('sends nothing on a channel that was turned off for this kind, and says so', async () => {
    const quiet = testId<PartyId>('quiet');
    await turnedOff.replace(quiet, [{ channel: 'sms', kind: 'received' }]);
    const row = aRow({ partyId: quiet });
    await handler.deliver(row);
    await handler.deliver(row);
    expect(sender.sent.map((message) => message.to)).toEqual(['uong@example.test']);
    const states = await deliveries.listOf(row.lane);
    expect(states.map(({ channel, state }) => [channel, state])).toEqual([
      ['email', 'sent'],
      ['sms', 'off'],
    ]);
    await handler.deliver(aRow({ partyId: quiet, kind: 'done' }));
    expect(sender.textTo('0900000102')).toContain('da co ket qua');
  });

  it('leaves the kind that was not turned off, and everybody else, alone', async () => {
    const quiet = testId<PartyId>('quiet-2');
    await turnedOff.replace(quiet, [
      { channel: 'sms', kind: 'done' },
      { channel: 'email', kind: 'done' },
    ]);
    await handler.deliver(aRow({ partyId: quiet }));
    await handler.deliver(aRow({ kind: 'done' }));
    expect(sender.sent).toHaveLength(4);
  });

  it('refuses a row it does not understand without quoting it', async () => {
    const failure = handler.deliver(aRow({ kind: '0900000102' }));
    await expect(failure).rejects.toThrow(/^Not a notice: kind$/u);
  });

  it('keeps neither address nor text in the database', async () => {
    await handler.deliver(aRow());
    const [dump] = await db.database.query<{ all: string }>(
      `SELECT string_agg(d::text, '') AS all FROM notification.deliveries d`,
    );
    expect(dump?.all).not.toMatch(/0900000102|uong@example|ti[eế]p nh[aậ]n/u);
  });
});
