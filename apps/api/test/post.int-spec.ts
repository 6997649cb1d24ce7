import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  completeTask,
  type DossierId,
  getDossierParcel,
  getInbox,
  getMyDossier,
  getMyParcel,
  getOfficerDossier,
  listReadings,
  postCallback,
  postResult,
  receiveDossier,
  recallParcel,
  returnResult,
  trackDossier,
} from '@mocua/contract';
import { FollowParcels, PostRelayHandler } from '@mocua/server/delivery';
import { OutboxRelay } from '@mocua/server/kernel';
import { AccessScope } from '@mocua/server/personal-data';
import { type ApiHarness, ok, type Session } from './api-harness';
import { aFiling } from './filing.builder';
import { OutsideWithMoney } from './outside-with-money';

let outside: OutsideWithMoney;
let api: ApiHarness;
let lam: Session;
let desk: Session;

beforeAll(async () => {
  outside = await OutsideWithMoney.start();
  api = outside.api;
}, 120_000);
beforeEach(signIn);
afterAll(() => outside.close());

/** A session does not outlive half an hour without use. */
async function signIn(): Promise<void> {
  lam = await api.citizen('lam');
  desk = await api.officer('hanh', 'dong-sen-one-stop');
}

const secretStreet = 'Số 5, ngõ 12, thôn Đông';
const receiver = {
  relation: 'owner',
  receiverName: 'Trần Văn Lâm',
  phone: '0900000103',
  street: secretStreet,
  ward: 'xã Đồng Sen',
  province: 'tỉnh Sông Ngân',
} as const;
const found = {
  found: 'yes',
  registerVolume: '02/1996',
  registerNumber: '45',
  entryText: 'Trần Văn Lâm, sinh ngày 14/05/1996',
};
let issued = 0;

/** A dossier whose applicant wants the result by post, with the paper at the desk. */
async function aResult(): Promise<DossierId> {
  const dossierId = await aFiling(api, lam)
    .with({ returnMethod: 'post', returnAddress: { text: secretStreet, wardName: 'xã Đồng Sen' } })
    .dossierId();
  const params = { dossierId };
  const { version } = await seen(dossierId);
  ok(await api.call(receiveDossier, { as: desk, params, body: { version } }));
  issued += 1;
  for (const [person, role, outcome, values] of [
    ['tuan', 'dong-sen-specialist', 'submit', found],
    ['phuc', 'dong-sen-leader', 'approve', {}],
    ['bao', 'dong-sen-clerk', 'issue', { issueNumber: `${issued}/2026/SG` }],
  ] as const) {
    const as = await api.officer(person, role);
    const { version: now, tasks } = ok(await api.call(getOfficerDossier, { as, params }));
    const body = { version: now, outcome, values };
    ok(await api.call(completeTask, { as, params: { dossierId, taskId: tasks[0]?.taskId ?? '' }, body }));
  }
  return dossierId;
}

const seen = async (dossierId: DossierId) =>
  ok(await api.call(getOfficerDossier, { as: desk, params: { dossierId } }));
const parcelOf = async (dossierId: DossierId) =>
  ok(await api.call(getMyParcel, { as: lam, params: { dossierId } })).parcel;
const parcelAtDesk = async (dossierId: DossierId) =>
  ok(await api.call(getDossierParcel, { as: desk, params: { dossierId } })).parcel;
async function post(dossierId: DossierId, change: Partial<typeof receiver> | { ward: string } = {}) {
  const { version } = await seen(dossierId);
  const body = { version, ...receiver, ...change };
  return ok(await api.call(postResult, { as: desk, params: { dossierId }, body }));
}

/** What the worker does about orders, until everything was tried, or done. */
async function relay({ triedIsEnough = true } = {}): Promise<void> {
  const access = {
    reader: { kind: 'system', id: 'post', label: 'Hệ thống gửi kết quả qua bưu điện' },
    purpose: 'result-return',
  } as const;
  for (let round = 0; round < 400; round += 1) {
    await api
      .get(AccessScope)
      .run(access, () => api.get(OutboxRelay).deliverChunks(api.get(PostRelayHandler)));
    const row = await api.db.database.one<{ waits: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM kernel.outbox WHERE destination = 'post' AND state = 'pending'
          AND (last_error IS NULL OR NOT $1::boolean)) AS waits`,
      [triedIsEnough],
    );
    if (row?.waits === false) return;
    await pause(10);
  }
  throw new Error('an order was never tried');
}

async function follow(): Promise<void> {
  api.clock.advance({ minutes: 31 });
  while ((await api.get(FollowParcels).execute()) > 0);
  await signIn();
}

const referenceOf = async (dossierId: DossierId, number = 1): Promise<string> =>
  `${(await seen(dossierId)).code ?? ''}-BC${number}`;
const atDesk = async (dossierId: DossierId): Promise<boolean> =>
  ok(await api.call(getInbox, { as: desk, query: { queue: 'return' } })).items.some(
    (item) => item.dossierId === dossierId,
  );

describe('a result that goes by post', () => {
  it('is ordered after commit, followed, and returned when the post delivered it', async () => {
    const dossierId = await aResult();
    const before = await seen(dossierId);
    expect(before.returnWish).toEqual({
      method: 'post',
      phone: '0900000103',
      street: secretStreet,
      ward: 'xã Đồng Sen',
    });
    expect(before.actions).toEqual(['return-result', 'post-result']);
    expect(await parcelOf(dossierId)).toBeNull();

    const posted = await post(dossierId);
    expect([posted.state, posted.delivery, posted.actions]).toEqual(['done', 'sent', ['recall-parcel']]);
    expect(await parcelOf(dossierId)).toMatchObject({
      standing: 'waiting',
      stuck: false,
      trackingNumber: null,
      postagePaidBy: 'receiver',
    });
    await relay();
    const parcel = await parcelOf(dossierId);
    expect(parcel).toMatchObject({
      standing: 'ordered',
      trackingNumber: expect.stringMatching(/^EM\d{9}VN$/u),
    });
    expect(await parcelAtDesk(dossierId)).toEqual(parcel);

    const reference = await referenceOf(dossierId);
    await outside.moveParcel(reference, '2', '3');
    await follow();
    expect(await parcelOf(dossierId)).toMatchObject({ standing: 'on-the-way' });
    await outside.moveParcel(reference, '4');
    await follow();
    const after = await seen(dossierId);
    expect([after.state, after.delivery, after.actions]).toEqual(['returned', 'delivered', []]);
    expect(after.timeline.slice(-2).map(({ kind }) => kind)).toEqual(['result-posted', 'result-returned']);
    expect((await parcelOf(dossierId))?.points.map(({ step }) => step)).toEqual([
      'delivered',
      'on-the-way',
      'collected',
      'ordered',
    ]);
  });

  it('leaves the address with the order and nowhere else, and the reading of it with the person', async () => {
    const dossierId = await aResult();
    await post(dossierId);
    await relay();
    const { tracking } = ok(await api.call(getMyDossier, { as: lam, params: { dossierId } }));
    const code = (await seen(dossierId)).code ?? '';
    const open = ok(await api.call(trackDossier, { body: { code, pin: tracking.pin } }));
    expect(open).toMatchObject({ state: 'done', delivery: 'sent' });
    const rows = await api.db.database.query(
      `SELECT to_jsonb(e) AS row FROM dossier.events e WHERE dossier_id = $1
       UNION ALL SELECT to_jsonb(o) FROM kernel.outbox o WHERE lane = $1::text
       UNION ALL SELECT to_jsonb(p) FROM delivery.parcels p WHERE dossier_id = $1`,
      [dossierId],
    );
    const everywhere = JSON.stringify([open, rows, await parcelOf(dossierId), await parcelAtDesk(dossierId)]);
    for (const secret of [secretStreet, receiver.receiverName, receiver.phone])
      expect(everywhere).not.toContain(secret);
    const readings = ok(await api.call(listReadings, { as: lam, query: {} })).items;
    expect(readings.find((each) => each.who.vi === 'Hệ thống gửi kết quả qua bưu điện')).toMatchObject({
      dossierId,
      purpose: { vi: 'Xem hồ sơ để trả kết quả' },
    });
  });

  it('waits while the post is down, goes by itself when it is back, and can be taken back meanwhile', async () => {
    const [waits, taken] = [await aResult(), await aResult()];
    await outside.script('post', [{ mode: 'down', times: null }]);
    await post(waits);
    await relay();
    expect(await parcelAtDesk(waits)).toMatchObject({ standing: 'waiting', stuck: false });
    const { version } = await post(taken);
    const params = { dossierId: taken };
    const back = ok(await api.call(recallParcel, { as: desk, params, body: { version } }));
    expect([back.delivery, back.actions]).toEqual(['ready', ['return-result', 'post-result']]);
    const body = { version: back.version, method: 'counter', ...person } as const;
    expect(ok(await api.call(returnResult, { as: desk, params, body })).state).toBe('returned');

    await outside.script('post', []);
    api.clock.advance({ minutes: 2 });
    await relay({ triedIsEnough: false });
    expect(await parcelAtDesk(waits)).toMatchObject({ standing: 'ordered' });
    const known = await outside.parcels();
    const references = [await referenceOf(waits), await referenceOf(taken)];
    expect(references.map((one) => known.filter(({ reference }) => reference === one).length)).toEqual([
      1, 0,
    ]);
  });

  it('is one order when its answer was lost, and calling it off calls it off over there', async () => {
    const dossierId = await aResult();
    await outside.script('post', [{ mode: 'poison', times: 2 }]);
    await post(dossierId);
    await relay();
    await outside.script('post', []);
    expect(await parcelOf(dossierId)).toMatchObject({ standing: 'ordered' });
    const { version } = await seen(dossierId);
    ok(await api.call(recallParcel, { as: desk, params: { dossierId }, body: { version } }));
    await relay();
    const reference = await referenceOf(dossierId);
    const known = (await outside.parcels()).filter((each) => each.reference === reference);
    expect(known).toMatchObject([{ cancelled: true }]);
  });
});

const person = { receiverName: receiver.receiverName, relation: 'owner' } as const;

describe('a parcel that does not arrive', () => {
  it('is work of the desk, first to call the person, then to send it again or hand it over', async () => {
    const dossierId = await aResult();
    await post(dossierId);
    expect(await atDesk(dossierId)).toBe(false);
    await relay();
    const reference = await referenceOf(dossierId);
    await outside.moveParcel(reference, '2', '5');
    await follow();
    expect(await atDesk(dossierId)).toBe(true);
    const missed = await seen(dossierId);
    expect([missed.delivery, missed.actions]).toEqual(['failed', ['recall-parcel']]);
    await outside.moveParcel(reference, '6');
    await follow();
    const back = await seen(dossierId);
    expect([back.delivery, back.actions]).toEqual(['failed', ['return-result', 'post-result']]);
    expect(await parcelOf(dossierId)).toMatchObject({ standing: 'returned' });

    await post(dossierId);
    await relay();
    await outside.moveParcel(await referenceOf(dossierId, 2), '2', '4');
    await follow();
    expect(await seen(dossierId)).toMatchObject({ state: 'returned', delivery: 'delivered' });
    const notices = await api.db.database.query<{ kind: string }>(
      `SELECT payload->>'kind' AS kind FROM kernel.outbox WHERE destination = 'notification' AND lane = $1 ORDER BY id`,
      [dossierId],
    );
    expect(notices.map(({ kind }) => kind).slice(-5)).toEqual([
      'posted',
      'parcel-failed',
      'parcel-failed',
      'posted',
      'returned',
    ]);
  });

  it('is back at the desk at once when the post does not serve the place', async () => {
    const dossierId = await aResult();
    await post(dossierId, { ward: 'vùng không phục vụ' });
    await relay();
    expect(await seen(dossierId)).toMatchObject({
      delivery: 'failed',
      actions: ['return-result', 'post-result'],
    });
    expect(await parcelOf(dossierId)).toMatchObject({ standing: 'refused', trackingNumber: null });
  });
});

describe('what the post says by itself', () => {
  it('is a reason to ask when it is signed, and nothing when it is not', async () => {
    const dossierId = await aResult();
    await post(dossierId);
    await relay();
    await api.get(FollowParcels).execute();
    const reference = await referenceOf(dossierId);
    const forged = {
      OrderNumber: reference,
      StatusCode: '4',
      StatusDate: '16/11/2026 08:05:00',
      Signature: 'a'.repeat(64),
    };
    expect(ok(await api.call(postCallback, { body: forged }))).toMatchObject({ Status: '401' });
    expect(await api.get(FollowParcels).execute()).toBe(0);
    await outside.moveParcel(reference, '2', '4');
    for (let round = 0; round < 400; round += 1) {
      await api.get(FollowParcels).execute();
      if ((await seen(dossierId)).state === 'returned') break;
      await pause(25);
    }
    expect(await seen(dossierId)).toMatchObject({ state: 'returned', delivery: 'delivered' });
  }, 30_000);
});
