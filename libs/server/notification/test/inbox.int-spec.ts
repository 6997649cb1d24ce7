import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierId, MessageId, PartyId, UnitId } from '@mocua/contract';
import type { CitizenActor } from '@mocua/server/kernel';
import { FixedClock, startTestDatabase, testId, type TestDatabase } from '@mocua/testing';
import { KeepNotice } from '../src/application/keep-notice';
import { NoticeSettings } from '../src/application/notice-settings';
import { ReadMessages } from '../src/application/read-messages';
import { Deliveries, type PlannedDelivery } from '../src/persistence/deliveries';
import { Messages } from '../src/persistence/messages';
import { ReceptionAlerts } from '../src/persistence/reception-alerts';
import { TurnedOff } from '../src/persistence/turned-off';
import { type Contact, ContactDirectory } from '../src/ports';

const now = '2026-11-23T02:05:00.000Z';
let db: TestDatabase;
let rows = 0;
let messages: Messages;
let alerts: ReceptionAlerts;
let keeping: KeepNotice;
let inbox: ReadMessages;

beforeAll(async () => {
  db = await startTestDatabase();
  messages = new Messages(db.database);
  alerts = new ReceptionAlerts(db.database);
  keeping = new KeepNotice(messages, alerts);
  inbox = new ReadMessages(messages, new FixedClock(now));
});
afterAll(() => db.close());

function person(name: string): CitizenActor {
  const partyId = testId<PartyId>(name);
  return {
    kind: 'citizen',
    sessionId: 's',
    partyId,
    actingFor: partyId,
    ground: 'self',
    identityLevel: 'L2',
  };
}

async function tell(
  name: string,
  kind: string,
  occurredAt: string,
  dossier = `${name}-dossier`,
  facts: object = {},
): Promise<string> {
  rows += 1;
  const payload = {
    kind,
    dossierId: testId(dossier),
    code: 'H99-261123-0007',
    transactionCode: 'GD-1',
    occurredAt,
    ...facts,
    ...(kind === 'reception-alert'
      ? { unitId: testId('centre'), procedureCode: '2.000908', answerBy: '2026-11-24T02:00:00.000Z' }
      : { partyId: testId<PartyId>(name) }),
  };
  await keeping.execute({ id: String(rows), payload }, now);
  return String(rows);
}
const list = (name: string, after?: string) =>
  inbox.list(person(name), { query: after ? { after } : {} } as never);

describe('the inbox of the portal', () => {
  it('says how much has to be paid and until when, as soon as its words do', async () => {
    const asks = (at: string, facts: object) => tell('phuc', 'payment-requested', at, `phuc-${at}`, facts);
    await asks('2026-11-22T01:00:00.000Z', { amount: 16_000, payBy: '2026-12-31' });
    await asks('2026-11-23T01:00:00.000Z', { amount: 8_000 });
    await asks('2026-11-23T02:00:00.000Z', { amount: 2_450_000, payBy: '2026-12-31' });
    await asks('2026-11-23T02:01:00.000Z', {});
    const { items } = await list('phuc');
    expect(items.map(({ title, next }) => [title.vi, next.vi])).toEqual([
      ['Hồ sơ H99-261123-0007 có khoản tiền phải nộp.', 'Xem vì sao và cách nộp ở trang hồ sơ.'],
      [
        'Hồ sơ H99-261123-0007 có khoản tiền phải nộp: 2.450.000 đồng.',
        'Hạn nộp: hết ngày 31/12/2026. Xem vì sao và cách nộp ở trang hồ sơ.',
      ],
      ['Hồ sơ H99-261123-0007 có khoản tiền phải nộp: 8.000 đồng.', 'Xem vì sao và cách nộp ở trang hồ sơ.'],
      ['Hồ sơ H99-261123-0007 có khoản tiền phải nộp.', 'Xem số tiền và cách nộp ở trang hồ sơ.'],
    ]);
    expect(items[1]?.title.en).toBe('Something has to be paid for dossier H99-261123-0007: 2,450,000 VND.');
  });

  it('has every notice, newest first, with the time at which it happened and what to do now', async () => {
    await tell('lam', 'submitted', '2026-11-20T01:00:00.000Z');
    await tell('lam', 'supplement-requested', '2026-11-21T01:00:00.000Z');
    const { items, unread } = await list('lam');
    expect(items.map(({ kind, at }) => [kind, at])).toEqual([
      ['supplement-requested', '2026-11-21T01:00:00.000Z'],
      ['submitted', '2026-11-20T01:00:00.000Z'],
    ]);
    expect(items[0]?.title.vi).toBe('Hồ sơ H99-261123-0007 cần bổ sung.');
    expect(items[0]?.next).toEqual({
      vi: 'Xem mục cần bổ sung và hạn trả lời ở trang hồ sơ.',
      en: 'See what and until when on its page.',
    });
    expect(unread).toBe(2);
  });

  it('has a notice once, however often its row is delivered', async () => {
    const id = await tell('once', 'received', now);
    rows = Number(id) - 1;
    await tell('once', 'received', now);
    expect((await list('once')).items).toHaveLength(1);
  });

  it('tells what became of a notice on the other channels', async () => {
    const outboxId = await tell('sent', 'received', now);
    const deliveries = new Deliveries(db.database);
    const at = new Date(now);
    const planned = (
      channel: 'sms' | 'email' | 'zalo',
      state: PlannedDelivery['state'],
    ): PlannedDelivery => ({
      messageId: testId(`m-${channel}`),
      outboxId,
      dossierId: testId<DossierId>('sent-dossier'),
      rightsRequestId: null,
      partyId: testId<PartyId>('sent'),
      kind: 'received',
      channel,
      state,
      dueAt: at,
    });
    await deliveries.plan(
      [planned('sms', 'put-off'), planned('email', 'trying'), planned('zalo', 'off')],
      at,
    );
    await deliveries.settle(testId('m-email'), 'refused', at);
    expect((await list('sent')).items[0]?.sent).toEqual([
      { channel: 'sms', state: 'put-off' },
      { channel: 'email', state: 'refused' },
    ]);
  });

  it('is read message by message, and only by its owner', async () => {
    await tell('owner', 'received', now);
    await tell('owner', 'done', now);
    const [first] = (await list('owner')).items;
    const body = { messageIds: [first?.messageId as MessageId] };
    expect(await inbox.markRead(person('stranger'), { body } as never)).toEqual({ unread: 0 });
    expect((await list('owner')).unread).toBe(2);
    expect(await inbox.markRead(person('owner'), { body } as never)).toEqual({ unread: 1 });
    const readAt = (await list('owner')).items.map((item) => item.readAt);
    expect(readAt.filter((at) => at !== null)).toEqual([now]);
  });

  it('goes on where the last page ended, without holes or repeats', async () => {
    for (let index = 0; index < 45; index += 1)
      await tell('many', 'received', `2026-10-${String(1 + (index % 9)).padStart(2, '0')}T01:00:00.000Z`);
    const seen: string[] = [];
    let next: string | null | undefined;
    do {
      const page = await list('many', next ?? undefined);
      seen.push(...page.items.map((item) => item.messageId));
      next = page.next;
    } while (next !== null);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });
});

describe('an alert about a dossier that nobody receives', () => {
  const centre = testId<UnitId>('centre');
  const open = async () => (await alerts.openOf(centre)).map((alert) => alert.dossierId);

  it('is shown to its unit until something happens to the dossier', async () => {
    await tell('late', 'submitted', '2026-11-22T01:00:00.000Z');
    await tell('late', 'reception-alert', '2026-11-22T03:00:00.000Z');
    expect(await open()).toEqual([testId('late-dossier')]);
    expect(await alerts.openOf(testId<UnitId>('elsewhere'))).toEqual([]);
    await tell('late', 'received', '2026-11-22T03:30:00.000Z');
    expect(await open()).toEqual([]);
  });

  it('does not come back when its row is delivered again', async () => {
    await tell('again', 'reception-alert', '2026-11-22T03:00:00.000Z');
    await tell('again', 'refused', '2026-11-22T03:30:00.000Z');
    await tell('again', 'reception-alert', '2026-11-22T03:00:00.000Z');
    expect(await open()).toEqual([]);
  });

  it('is no message to the applicant', async () => {
    await tell('silent', 'reception-alert', now);
    expect((await list('silent')).items).toEqual([]);
  });
});

describe('what a person wants to be told', () => {
  class Known extends ContactDirectory {
    override contactOf(): Promise<Contact> {
      return Promise.resolve({
        phone: '0900000102',
        email: 'uong@example.test',
        zalo: null,
        language: 'vi',
      });
    }
  }
  const decided: string[] = [];
  const purpose = { code: 'zalo-notices', version: 1, text: { vi: 'Tôi đồng ý', en: 'I agree' } } as never;
  const ledger: ConstructorParameters<typeof NoticeSettings>[2] = {
    standingOf: () => Promise.resolve([{ purpose, latest: null, given: decided.at(-1) === 'given' }]),
    decide: ({ decision }) => Promise.resolve(decided.push(decision) as never),
  };
  const settings = () => new NoticeSettings(new Known(), new TurnedOff(db.database), ledger);
  const off = (kind: string, sms: boolean, email: boolean) => ({
    body: { settings: [{ kind, sms, email, zalo: true }] },
  });

  it('is everything until they say otherwise, and shows where it goes without giving it away', async () => {
    const view = await settings().read(person('new'));
    expect(view).toMatchObject({ phone: '••• ••• 102', email: 'u•••@example.test' });
    expect(view.settings.every(({ sms, email }) => sms && email)).toBe(true);
  });

  it('stays as it was saved, for them alone', async () => {
    const saved = await settings().save(person('chooser'), off('received', false, true) as never);
    expect(saved.settings.filter(({ sms }) => !sms).map(({ kind }) => kind)).toEqual(['received']);
    expect(await settings().read(person('chooser'))).toEqual(saved);
    expect((await settings().read(person('new'))).settings.every(({ sms }) => sms)).toBe(true);
  });

  it('can be turned on again', async () => {
    await settings().save(person('back'), off('received', false, false) as never);
    const again = await settings().save(person('back'), off('received', true, true) as never);
    expect(again.settings.every(({ sms, email }) => sms && email)).toBe(true);
  });

  it('goes to Zalo only for whoever agreed, until they take it back; the ledger has every change, once', async () => {
    const before = await settings().read(person('zalo'));
    expect(before.zalo).toMatchObject({ agreed: false, textVersion: 1 });
    const decide = (agreed: boolean) =>
      settings().save(person('zalo'), {
        body: { settings: before.settings, zalo: { agreed, textVersion: 1 } },
      } as never);
    expect((await decide(true)).zalo?.agreed).toBe(true);
    await decide(true);
    expect((await decide(false)).zalo?.agreed).toBe(false);
    expect(decided).toEqual(['given', 'withdrawn']);
  });
});
