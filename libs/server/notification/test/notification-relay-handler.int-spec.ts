import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PartyId } from '@mocua/contract';
import { startTestDatabase, testId, type TestDatabase } from '@mocua/testing';
import { MessageRefused } from '../src/ports';
import { NoticeWorld } from './notice-world';

let db: TestDatabase;
let world: NoticeWorld;
beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.database.query('TRUNCATE notification.messages, notification.deliveries, notification.turned_off');
  world = new NoticeWorld(db);
});

describe('telling an applicant what happened', () => {
  it('sends text message and e-mail once, however often the row is delivered', async () => {
    const row = await world.tell(world.row());
    await world.tell(row);
    expect(world.sender.channels.sort()).toEqual(['email', 'sms']);
    expect(world.sender.textOn('sms')).toBe(
      'Ho so H99-261123-0007 da duoc tiep nhan. Xem ngay hen tra ket qua tren cong.example. Ho tro 1900 0099',
    );
    expect(world.sender.textOn('email')).toContain(`https://cong.example/ho-so/${row.lane}`);
    expect(await world.deliveries.listOf(row.lane)).toMatchObject([
      { channel: 'email', state: 'sent', attempts: 1 },
      { channel: 'sms', state: 'sent', attempts: 1 },
    ]);
  });

  it('tells one fact once although two rows speak of it', async () => {
    const row = await world.tell(world.row());
    await world.tell(world.row(row.payload));
    expect(world.sender.sent).toHaveLength(2);
    expect(await world.messages.of(testId<PartyId>('uong'), null, 10)).toHaveLength(1);
  });

  it('says “look there” once in ten minutes, and what is a fact of its own each time', async () => {
    const { dossierId } = world.row().payload;
    const ask = (seq: number, kind = 'supplement-requested') =>
      world.tell(world.row({ dossierId, kind, seq }));
    await ask(3);
    world.clock.advance({ minutes: 9 });
    await ask(4);
    expect(world.sender.sent).toHaveLength(2);
    expect(await world.messages.of(testId<PartyId>('uong'), null, 10)).toHaveLength(2);
    expect((await world.statesOf(String(dossierId))).slice(0, 2)).toEqual(['email repeated', 'sms repeated']);
    world.clock.advance({ minutes: 11 });
    await ask(5);
    await ask(6, 'paid');
    await ask(7, 'paid');
    expect(world.sender.sent).toHaveLength(8);
  });

  it('writes to whoever reads English in English', async () => {
    world.contacts.contact = { ...world.contacts.contact, language: 'en' };
    await world.tell(world.row());
    expect(world.sender.textOn('sms')).toContain('Dossier H99-261123-0007 was received.');
  });

  it('keeps the version of the words with the delivery', async () => {
    await world.tell(world.row());
    const rows = await db.database.query<{ template: string }>(
      'SELECT template FROM notification.deliveries ORDER BY template',
    );
    expect(rows.map(({ template }) => template)).toEqual(['email.received@1', 'sms.received.vi@2']);
  });

  it('uses the transaction code before a dossier has a code', async () => {
    await world.tell(world.row({ kind: 'submitted', code: null }));
    expect(world.sender.textOn('sms')).toContain('GD-1');
  });

  it('sends an alert to a unit to nobody’s phone', async () => {
    const unit = { partyId: undefined, unitId: testId('centre'), procedureCode: '2.000908' };
    await world.tell(world.row({ kind: 'reception-alert', ...unit }));
    expect(world.sender.sent).toEqual([]);
  });

  it('sends nothing on a channel that was turned off for this kind, and says so', async () => {
    const quiet = testId<PartyId>('quiet');
    await world.turnedOff.replace(quiet, [{ channel: 'sms', kind: 'received' }]);
    const row = await world.tell(world.row({ partyId: quiet }));
    await world.tell(row);
    expect(world.sender.channels).toEqual(['email']);
    expect(await world.statesOf(row.lane)).toEqual(['email sent', 'sms off']);
    await world.tell(world.row({ partyId: quiet, kind: 'done' }));
    await world.tell(world.row());
    expect(world.sender.sent).toHaveLength(5);
  });

  it('goes to Zalo for those who agreed, by template and without words of its own', async () => {
    world.agreedToZalo = true;
    world.contacts.contact = { ...world.contacts.contact, zalo: '0900000102' };
    await world.tell(world.row());
    expect(world.sender.textOn('zalo')).toBe('zalo.received.vi@1');
  });

  it('tells of a request on personal data, which belongs to no dossier', async () => {
    const about = { dossierId: undefined, rightsRequestId: testId('request'), transactionCode: undefined };
    await world.tell(world.row({ ...about, kind: 'rights-answered', code: 'DL-261123-ABCD1234' }));
    expect(world.sender.textOn('sms')).toContain('Yeu cau DL-261123-ABCD1234 da co tra loi.');
    expect(world.sender.textOn('email')).toContain('https://cong.example/du-lieu-ca-nhan');
    const [message] = await world.messages.of(testId<PartyId>('uong'), null, 10);
    expect(message).toMatchObject({ dossierId: null, code: 'DL-261123-ABCD1234' });
  });

  it('refuses a row it does not understand without quoting it', async () => {
    await expect(world.handler.deliver(world.row({ kind: '0900000102' }))).rejects.toThrow(
      /^Not a notice: kind$/u,
    );
    const about = { dossierId: undefined };
    await expect(world.handler.deliver(world.row(about))).rejects.toThrow(/^Not a notice: dossierId$/u);
  });

  it('keeps neither address nor text in the database', async () => {
    await world.tell(world.row());
    const [dump] = await db.database.query<{ all: string }>(
      `SELECT string_agg(d::text, '') AS all FROM notification.deliveries d`,
    );
    expect(dump?.all).not.toMatch(/0900000102|uong@example|ti[eế]p nh[aậ]n/u);
  });
});

describe('quiet hours', () => {
  const evening = '2026-11-23T14:00:00.000Z';

  it('put off the text message alone, until their end; the inbox and what follows do not wait', async () => {
    world.clock.set(evening);
    const row = await world.tell(world.row());
    expect(world.sender.channels).toEqual(['email']);
    expect(await world.statesOf(row.lane)).toEqual(['email sent', 'sms put-off']);
    expect(await world.messages.of(testId<PartyId>('uong'), null, 10)).toHaveLength(1);
    world.clock.advance({ hours: 9, minutes: 59, seconds: 59 });
    await world.tell(row);
    expect(world.sender.channels).toEqual(['email']);
    world.clock.advance({ seconds: 1 });
    await world.duty.round();
    expect(world.sender.channels).toEqual(['email', 'sms']);
    expect(await world.statesOf(row.lane)).toEqual(['email sent', 'sms sent']);
  });

  it('do not let the morning’s message overtake the night’s', async () => {
    world.clock.set(evening);
    const row = await world.tell(world.row());
    world.clock.advance({ hours: 10 });
    await world.handler.deliver(world.row({ dossierId: row.payload['dossierId'], kind: 'done', seq: 9 }));
    while ((await world.duty.round()) > 0);
    const texts = world.sender.sent.filter(({ channel }) => channel === 'sms').map(({ text }) => text);
    expect([texts[0], texts[1]]).toEqual([
      expect.stringContaining('da duoc tiep nhan'),
      expect.stringContaining('da co ket qua'),
    ]);
  });

  it('hold neither what is urgent nor what the person must do before they end', async () => {
    world.clock.set(evening);
    await world.tell(world.row({ kind: 'withdrawn' }));
    await world.tell(world.row({ kind: 'supplement-requested', personDueAt: '2026-11-23T16:59:59.000Z' }));
    expect(world.sender.channels.filter((channel) => channel === 'sms')).toHaveLength(2);
  });

  it('promise no message in the morning to whoever has no telephone', async () => {
    world.clock.set(evening);
    world.contacts.contact = { ...world.contacts.contact, phone: null };
    const row = await world.tell(world.row());
    expect(await world.statesOf(row.lane)).toEqual(['email sent', 'sms no-contact']);
  });
});

describe('a gateway that does not take a message', () => {
  it('holds up neither the other channel nor the lane, and gets the message later', async () => {
    world.sender.failures.sms = new Error('down');
    const row = await world.tell(world.row());
    expect(await world.statesOf(row.lane)).toEqual(['email sent', 'sms trying']);
    delete world.sender.failures.sms;
    await world.duty.round();
    expect(world.sender.channels).toEqual(['email']);
    world.clock.advance({ seconds: 2 });
    await world.duty.round();
    expect(world.sender.channels).toEqual(['email', 'sms']);
    expect(await world.deliveries.listOf(row.lane)).toMatchObject([{}, { state: 'sent', attempts: 2 }]);
  });

  it('is given up after a day and a half', async () => {
    world.sender.failures.sms = new Error('down');
    const row = await world.tell(world.row());
    world.clock.advance({ hours: 37 });
    await world.duty.round();
    expect(await world.statesOf(row.lane)).toEqual(['email sent', 'sms failed']);
  });

  it('may refuse it for good, and then nothing is tried again', async () => {
    world.sender.failures.sms = new MessageRefused(422);
    const row = await world.tell(world.row());
    world.clock.advance({ hours: 1 });
    expect(await world.duty.round()).toBe(0);
    expect(await world.statesOf(row.lane)).toEqual(['email sent', 'sms refused']);
  });

  it('is not asked twice by two workers at once', async () => {
    await world.handler.deliver(world.row());
    const taken = await Promise.all([world.duty.round(), world.duty.round()]);
    expect(taken.reduce((sum, each) => sum + each)).toBe(2);
    expect(world.sender.sent).toHaveLength(2);
  });
});
