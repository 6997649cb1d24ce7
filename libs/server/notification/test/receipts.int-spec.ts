import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DossierId } from '@mocua/contract';
import { problem } from '@mocua/server/kernel';
import { startTestDatabase, type TestDatabase } from '@mocua/testing';
import { HearReceipt } from '../src/application/hear-receipt';
import { ReadNoticeReach } from '../src/application/notice-reach';
import { MessageRefused, ReceiptReader } from '../src/ports';
import { NoticeWorld } from './notice-world';

let db: TestDatabase;
let world: NoticeWorld;
beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.database.query('TRUNCATE notification.messages, notification.deliveries');
  world = new NoticeWorld(db);
});

/** Takes for signed what says so. */
class Reader extends ReceiptReader {
  override read(_carrier: never, { signed, messageId, outcome }: Readonly<Record<string, unknown>>) {
    if (signed !== true) return null;
    return { messageId: String(messageId), outcome: outcome as 'delivered', at: '2026-11-23T02:06:00.000Z' };
  }
}

const hear = (messageId: string | undefined, outcome: string, more: object = {}) =>
  new HearReceipt(new Reader(), world.deliveries).execute({
    params: { carrier: 'gateway' },
    body: { messageId, outcome, signed: true },
    ...more,
  } as never);

async function aSentSms(): Promise<{ dossierId: DossierId; messageId: string | undefined }> {
  const { lane } = await world.tell(world.row());
  const messageId = world.sender.sent.find(({ channel }) => channel === 'sms')?.messageId;
  return { dossierId: lane as DossierId, messageId };
}

describe('what the gateway tells about a message', () => {
  it('stands with the delivery, however often it is told', async () => {
    const { dossierId, messageId } = await aSentSms();
    expect(await hear(messageId, 'delivered')).toEqual({ accepted: true });
    expect(await hear(messageId, 'delivered')).toEqual({ accepted: true });
    expect(await world.statesOf(dossierId)).toEqual(['email sent', 'sms delivered']);
  });

  it('ends with the arrival: a late failure does not take it back, a late arrival takes a failure back', async () => {
    const { dossierId, messageId } = await aSentSms();
    await hear(messageId, 'failed');
    expect(await world.statesOf(dossierId)).toEqual(['email sent', 'sms failed']);
    await hear(messageId, 'delivered');
    await hear(messageId, 'failed');
    expect(await world.statesOf(dossierId)).toEqual(['email sent', 'sms delivered']);
  });

  it('counts although it comes before the answer to the sending', async () => {
    world.sender.failures.sms = new Error('the answer was lost');
    const { lane } = await world.tell(world.row());
    const row = await db.database.one<{ id: string }>(
      `SELECT message_id AS id FROM notification.deliveries WHERE channel = 'sms'`,
    );
    await hear(row?.id, 'delivered');
    world.clock.advance({ hours: 1 });
    expect(await world.duty.round()).toBe(0);
    expect(await world.statesOf(lane)).toEqual(['email sent', 'sms delivered']);
  });

  it('is nothing when nobody signed it, or nobody sent such a message on its channels', async () => {
    const { dossierId, messageId } = await aSentSms();
    expect(await hear(messageId, 'failed', { body: { messageId } })).toEqual({ accepted: false });
    expect(await hear(messageId, 'failed', { params: { carrier: 'zalo' } })).toEqual({ accepted: false });
    expect(await hear('0199a000-0000-7000-8000-000000000001', 'failed')).toEqual({ accepted: false });
    expect(await world.statesOf(dossierId)).toEqual(['email sent', 'sms sent']);
  });
});

describe('the officer of a dossier', () => {
  const officer = { kind: 'officer' } as never;
  const reach = (dossierId: string, allowed = true) =>
    new ReadNoticeReach(
      { letThrough: () => (allowed ? Promise.resolve() : Promise.reject(problem('dossier.not-found'))) },
      world.messages,
    ).execute(officer, dossierId as DossierId);

  it('sees that nothing came through, once no channel is left', async () => {
    world.contacts.contact = { ...world.contacts.contact, email: null };
    const { dossierId, messageId } = await aSentSms();
    expect(await reach(dossierId)).toMatchObject({ unreached: false });
    await hear(messageId, 'failed');
    expect(await reach(dossierId)).toMatchObject({
      unreached: true,
      last: { kind: 'received', sent: [{ channel: 'sms', state: 'failed' }, { state: 'no-contact' }] },
    });
  });

  it('need not phone when the person has read the message in the portal', async () => {
    world.contacts.contact = { ...world.contacts.contact, phone: null, email: null };
    const { lane } = await world.tell(world.row());
    expect(await reach(lane)).toMatchObject({ unreached: true });
    await db.database.query(`UPDATE notification.messages SET read_at = now()`);
    expect(await reach(lane)).toMatchObject({ unreached: false });
  });

  it('is not asked to phone those who turned everything off', async () => {
    world.sender.failures.email = new MessageRefused(422);
    const { partyId } = world.row().payload;
    const off = (['sms', 'email'] as const).map((channel) => ({ channel, kind: 'received' as const }));
    await world.turnedOff.replace(partyId as never, off);
    const { lane } = await world.tell(world.row());
    expect(await reach(lane)).toMatchObject({ unreached: false });
    await world.turnedOff.replace(partyId as never, off.slice(0, 1));
    const next = await world.tell(world.row());
    expect(await reach(next.lane)).toMatchObject({ unreached: true });
  });

  it('sees nothing of a dossier that is not theirs, and nothing before there was a notice', async () => {
    const { dossierId } = await aSentSms();
    await expect(reach(dossierId, false)).rejects.toMatchObject({ code: 'dossier.not-found' });
    expect(await reach('0199a000-0000-7000-8000-000000000002')).toEqual({ unreached: false, last: null });
  });
});
