import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnitId } from '@mocua/contract';
import { Problem } from '@mocua/server/kernel';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { cashier, collector, collectorCashier, type FakeDossier, MoneyWorld, unit } from './money-world';

let db: TestDatabase;
let world: MoneyWorld;
beforeAll(async () => {
  db = await startTestDatabase();
  world = new MoneyWorld(db, new MovingClock('2026-11-16T01:05:00.000Z'));
  await world.openDesk();
}, 60_000);
afterAll(() => db.close());

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
const viewOf = (dossier: FakeDossier) => world.reading.view(dossier.due);
const days = async (actor = cashier) => (await world.drawerDays.execute(actor, { query: {} } as never)).items;
const returns = async (after?: string) =>
  world.deskReturns.execute(cashier, { query: after === undefined ? {} : { after } } as never);
const handed = async (actor = cashier) => (await world.handOvers.list(actor, { query: {} } as never)).items;
const collect = (dossier: FakeDossier, amount: number) =>
  world.takeCash(dossier, amount, undefined, collectorCashier);
const close = (actor = cashier, counted = 0) =>
  world.desk.close(actor, { body: { counted, note: '' } } as never);

describe('a unit without a cash desk', () => {
  it('says so, and takes and gives back no cash', async () => {
    const dossier = world.newDossier(8_000, collector);
    expect((await viewOf(dossier)).cashDesk).toBeNull();
    expect(await codeOf(collect(dossier, 8_000))).toBe('payment.no-cash-desk');
    expect(await codeOf(close(collectorCashier))).toBe('payment.no-cash-desk');
    expect(await world.desk.show(collectorCashier)).toMatchObject({ collects: false, onBehalfOf: null });
  });
});

describe('a unit that collects for another one', () => {
  it('gives receipts of the series of the keeper, and hands the money over at the end of the day', async () => {
    await world.openDesk(collector, unit);
    const dossier = world.newDossier(8_000, collector);
    expect((await viewOf(dossier)).cashDesk).toEqual({ unit: 'Xã Mẫu', onBehalfOf: 'Trung tâm Mẫu' });
    const receipt = await collect(dossier, 8_000);
    expect(receipt.receipt).toMatch(/^H99\.01\/26E-/u);
    const [own] = [await world.takeCash(world.newDossier(5_000), 5_000)];
    expect(Number(own?.receipt.slice(-8))).toBe(Number(receipt.receipt.slice(-8)) + 1);
    expect(await world.desk.show(collectorCashier)).toMatchObject({
      collects: true,
      onBehalfOf: 'Trung tâm Mẫu',
      expected: 8_000,
    });
    await close(collectorCashier, 7_000);
    expect(await world.ledger.balance(`handed:${unit}`)).toBe(7_000);
    expect(await world.ledger.balance('cash-difference')).toBe(1_000);
    expect(await codeOf(collect(world.newDossier(1_000, collector), 1_000))).toBe('payment.day-closed');
  });

  it('is reconciled by day, drawer by drawer, by itself and by the keeper', async () => {
    const drawer = { day: '2026-11-16', unit: 'Xã Mẫu', onBehalfOf: 'Trung tâm Mẫu', taken: 8_000 };
    expect(await days(collectorCashier)).toMatchObject([
      { ...drawer, returned: 0, balanced: true, expected: 8_000, counted: 7_000, difference: -1_000 },
    ]);
    expect(await days()).toMatchObject([
      { unit: 'Trung tâm Mẫu', onBehalfOf: null, taken: 5_000, balanced: true, counted: null },
      { ...drawer, balanced: true },
    ]);
  });

  it('sees on both sides what is under way, and what was counted on arrival with its difference until that ended', async () => {
    const [sent] = await handed(collectorCashier);
    expect([sent, ...(await handed())]).toMatchObject([
      { kept: false, amount: 7_000, receipt: null, keeper: 'Trung tâm Mẫu', day: '2026-11-16' },
      { kept: true, amount: 7_000, receipt: null, unit: 'Xã Mẫu' },
    ]);
    const handOverId = sent?.handOverId ?? '';
    const receive = (counted: number, reason = '', by = cashier) =>
      world.handOvers.receive(by, { params: { handOverId }, body: { counted, reason } } as never);
    const resolve = (kind: string, by = cashier) =>
      world.handOvers.resolve(by, { params: { handOverId }, body: { kind, note: 'Đã gửi bù' } } as never);
    const drawer = `cash:${unit}:${cashier.partyId}` as const;
    const before = await world.ledger.balance(drawer);

    expect(await codeOf(resolve('settled'))).toBe('payment.not-found');
    expect(await codeOf(receive(6_500))).toBe('payment.reason-needed');
    expect(await codeOf(receive(6_500, 'Thiếu', collectorCashier))).toBe('payment.not-found');
    const [first, again] = await Promise.all([
      receive(6_500, 'Thiếu một tờ'),
      receive(6_500, 'Thiếu một tờ'),
    ]);
    expect(again).toEqual(first);
    expect(await codeOf(receive(7_000))).toBe('payment.resolved');
    const open = { counted: 6_500, difference: -500, reason: 'Thiếu một tờ', receivedBy: 'Người đếm' };
    for (const side of [cashier, collectorCashier])
      expect(await handed(side)).toMatchObject([{ receipt: open, resolution: null }]);
    expect(await world.ledger.balance(drawer)).toBe(before + 6_500);
    expect(await world.ledger.balance(`handed:${unit}`)).toBe(500);

    expect(await codeOf(resolve('settled', collectorCashier))).toBe('payment.not-found');
    await resolve('settled');
    expect(await resolve('settled')).toMatchObject({ resolution: { kind: 'settled', note: 'Đã gửi bù' } });
    expect(await codeOf(resolve('booked'))).toBe('payment.resolved');
    expect(await handed(collectorCashier)).toMatchObject([{ resolution: { kind: 'settled' } }]);
    expect(await world.ledger.balance(drawer)).toBe(before + 7_000);
    expect(await world.ledger.balance(`handed:${unit}`)).toBe(0);
    for (const table of ['hand_overs', 'hand_over_receipts', 'hand_over_resolutions'])
      await expect(db.database.query(`DELETE FROM payment.${table}`)).rejects.toThrow('only grows');
  });

  it('shows what is left to be done before what is done, and keeps a difference in the books', async () => {
    world.clock.advance({ hours: 24 });
    await collect(world.newDossier(4_000, collector), 4_000);
    await close(collectorCashier, 4_000);
    const [open, done] = await handed();
    expect([open?.receipt, done?.resolution?.kind]).toEqual([null, 'settled']);
    const difference = await world.ledger.balance('cash-difference');
    const params = { handOverId: open?.handOverId };
    await world.handOvers.receive(cashier, { params, body: { counted: 4_300, reason: 'Thừa' } } as never);
    await world.handOvers.resolve(cashier, {
      params,
      body: { kind: 'booked', note: 'Ghi nhận thừa' },
    } as never);
    expect(await world.ledger.balance('cash-difference')).toBe(difference - 300);
    expect(await world.ledger.balance(`handed:${unit}`)).toBe(0);
  });

  it('keeps for itself from the day a later rule says, and what was done stays as it was', async () => {
    const rule = { unitId: collector, kind: 'own' as const, keeper: null, basis: 'Quyết định mẫu' };
    expect(await codeOf(world.setting.add({ ...rule, from: '2026-11-17' }, null))).toBe(
      'payment.desk-rule-refused',
    );
    await world.setting.add({ ...rule, from: '2026-11-18' }, null);
    expect((await world.desks.of(collector))?.keeper).toBe(unit);
    world.clock.advance({ hours: 24 });
    expect((await collect(world.newDossier(3_000, collector), 3_000)).receipt).toMatch(/^H99\.02\/26E-/u);
    const [later, before] = await days(collectorCashier);
    expect([later?.onBehalfOf, before?.onBehalfOf]).toEqual([null, 'Trung tâm Mẫu']);
    await expect(db.database.query('DELETE FROM payment.cash_desk_rules')).rejects.toThrow('only grows');
  });

  it('answers the same when the same rule is set again, also when its day has come', async () => {
    const body = { unitId: collector, kind: 'own' as const, from: '2026-11-18', basis: 'Quyết định mẫu' };
    const before = await world.setting.list();
    expect(await world.setting.execute(cashier, { body } as never)).toEqual(before);
    expect(await world.setting.list()).toEqual(before);
  });

  it('is set for one-stop centres only, and never twice for a day', async () => {
    const body = { unitId: collector, kind: 'none' as const, from: '2026-11-18', basis: 'Quyết định mẫu' };
    expect(await codeOf(world.setting.execute(cashier, { body } as never))).toBe('payment.desk-rule-refused');
    const { items } = await world.setting.list();
    expect(items.map(({ unit: { name }, current }) => [name, current?.kind])).toEqual([
      ['Trung tâm Mẫu', 'own'],
      ['Xã Mẫu', 'own'],
    ]);
  });
});

describe('the list of what is given back over the counter', () => {
  const told = async (dossier: FakeDossier) => {
    await world.returning.deliver({ payload: { dossierId: dossier.dossierId } } as never);
  };
  const giveBack = async (dossier: FakeDossier) => {
    const [payment] = dossier.payments;
    const input = {
      params: { dossierId: dossier.dossierId },
      body: { orderId: payment?.orderId, reason: 'Nộp thừa' },
    };
    await world.refunding.execute(cashier, input as never);
    await world.relay();
  };
  async function paid(owed: number): Promise<FakeDossier> {
    const dossier = world.newDossier(owed);
    await world.takeCash(dossier, owed);
    await world.relay();
    return dossier;
  }

  it('has who paid too much in cash and whose dossier ended, until it was given back', async () => {
    const [tooMuch, ended, right] = [await paid(24_000), await paid(9_000), await paid(4_000)];
    tooMuch.owed = 8_000;
    ended.ended = true;
    for (const dossier of [tooMuch, ended, right]) {
      await told(dossier);
      world.clock.advance({ minutes: 1 });
    }
    expect((await returns()).items).toMatchObject([
      { dossierId: tooMuch.dossierId, amount: 16_000, why: 'overpaid' },
      { dossierId: ended.dossierId, amount: 9_000, why: 'ended' },
    ]);
    await giveBack(tooMuch);
    expect((await returns()).items.map(({ dossierId }) => dossierId)).toEqual([ended.dossierId]);
    await giveBack(ended);
    await told(ended);
    expect((await returns()).items).toEqual([]);
  });

  it('loses a dossier whose fee rose again, and shows nothing of another unit', async () => {
    const dossier = await paid(10_000);
    dossier.owed = 2_000;
    await told(dossier);
    expect((await returns()).items).toMatchObject([{ amount: 8_000 }]);
    const others = await world.deskReturns.execute(collectorCashier, { query: {} } as never);
    expect(others.items).toEqual([]);
    dossier.owed = 10_000;
    await told(dossier);
    expect((await returns()).items).toEqual([]);
  });

  it('goes on after its last line, and a cursor of somebody else starts anew', async () => {
    const at = new Date('2026-11-17T02:00:00.000Z');
    await db.database.query(
      `INSERT INTO payment.desk_returns (dossier_id, unit_id, dossier_code, amount, why, since)
       SELECT gen_random_uuid(), $1, 'H99-' || n, 1000, 'overpaid', $2::timestamptz + n * interval '1 minute'
         FROM generate_series(1, 60) AS n`,
      [unit as UnitId, at],
    );
    const first = await returns();
    const second = await returns(first.next ?? '');
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null]);
    expect(new Set([...first.items, ...second.items].map(({ code }) => code)).size).toBe(60);
    expect((await returns('bm90aGluZw')).items).toHaveLength(50);
  });
});
