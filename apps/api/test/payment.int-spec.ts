import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  closeCashDesk,
  downloadMyDocument,
  editDossier,
  findCashDue,
  getCashDesk,
  getDossierPayments,
  getInbox,
  getMyDossier,
  getMyPayment,
  getOfficerDossier,
  listPaymentGrounds,
  listReconciliations,
  listUnmatched,
  openDraft,
  type OrderId,
  paymentCallback,
  receiveDossier,
  requestPayment,
  requestRefund,
  resolveUnmatched,
  revokePaymentRequest,
  saveDraft,
  setCashDesk,
  startPayment,
  type SubmissionReceipt,
  submitDossier,
  takeCash,
  withdrawDossier,
} from '@mocua/contract';
import { demoUnitId } from '@mocua/server/identity';
import { RunTimers } from '@mocua/server/dossier';
import { workspaceRoot } from '@mocua/server/kernel';
import { ChaseOrders, ReconcileDay } from '@mocua/server/payment';
import { PublishPackage } from '@mocua/server/procedure';
import { type ApiHarness, ok, type Session } from './api-harness';
import { aFiling } from './filing.builder';
import { relayMoney } from './money-relay';
import { OutsideWithMoney } from './outside-with-money';

let outside: OutsideWithMoney;
let api: ApiHarness;
let lam: Session;
let oneStop: Session;
let cashier: Session;
let registrar: Session;

beforeAll(async () => {
  outside = await OutsideWithMoney.start();
  api = outside.api;
  const published = await api.get(PublishPackage).fromFolder(join(workspaceRoot(), 'procedures/2.000635/v2'));
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  lam = await api.citizen('lam');
  oneStop = await api.officer('hue', 'provincial-centre-one-stop');
  cashier = await api.officer('loan', 'provincial-centre-cashier');
  registrar = await api.officer('tuan', 'dong-sen-specialist');
}, 120_000);
afterAll(() => outside.close());

const address = { text: 'Thôn Đông, xã Đồng Sen' };
const answersFor = (copies: number) => ({
  relation: 'self',
  eventKind: 'birth',
  registerKeeper: demoUnitId('dong-sen'),
  copies,
  feeGround: 'none',
  papersInVneid: 'no',
  returnMethod: 'counter',
  returnUnit: demoUnitId('provincial-centre'),
  confirmed: true,
});

/** Files for so many copies at the provincial centre. */
async function file(copies = 1): Promise<SubmissionReceipt> {
  const draft = ok(
    await api.call(openDraft, { as: lam, body: { procedureCode: '2.000635', startNew: true } }),
  );
  const params = { draftId: draft.draftId };
  const answers = { phone: '0900000103', address, ...draft.answers, ...answersFor(copies) };
  const saved = ok(await api.call(saveDraft, { as: lam, params, body: { version: draft.version, answers } }));
  return ok(await api.call(submitDossier, { as: lam, params, body: { version: saved.version } }));
}

/** Changes what was filed for to so many copies. */
async function changeTo(filed: SubmissionReceipt, copies: number): Promise<void> {
  const { version, answers } = ok(await api.call(getMyDossier, ofDossier(filed)));
  const body = { version, answers: { ...answers, copies } };
  ok(await api.call(editDossier, { ...ofDossier(filed), body }));
}

const ofDossier = ({ dossierId }: SubmissionReceipt) => ({ as: lam, params: { dossierId } });
const start = async (filed: SubmissionReceipt) => ok(await api.call(startPayment, ofDossier(filed)));
const look = async (filed: SubmissionReceipt) => ok(await api.call(getMyPayment, ofDossier(filed)));
const receive = async ({ dossierId }: SubmissionReceipt) => {
  const params = { dossierId };
  const { version } = ok(await api.call(getOfficerDossier, { as: oneStop, params }));
  return api.call(receiveDossier, { as: oneStop, params, body: { version } });
};

/** Pays what is due on the page of the platform, until the dossier knows of it. */
async function payOnline(filed: SubmissionReceipt): Promise<void> {
  const { order } = await start(filed);
  await outside.payOnPage(order?.payUrl);
  await outside.callbacksHeard(order?.payUrl);
  await relayMoney(api);
}

describe('a fee that is paid before the reception', () => {
  it('is paid on the page of the platform, settled by its callback alone, and lets the dossier be received', async () => {
    const filed = await file();
    expect(await look(filed)).toMatchObject({
      due: 8_000,
      dueInWords: 'Tám nghìn đồng',
      order: null,
      received: [],
    });
    expect((await receive(filed)).problem.code).toBe('payment.before-reception');

    const { order } = await start(filed);
    expect((await start(filed)).order).toEqual(order);
    await outside.payOnPage(order?.payUrl);
    expect(await outside.settled(filed.dossierId)).toBe(1);
    expect(await look(filed)).toMatchObject({ due: 0, arriving: 8_000 });
    await relayMoney(api);

    const view = await look(filed);
    expect(view).toMatchObject({ due: 0, arriving: 0, received: [{ amount: 8_000, method: 'online' }] });
    const documentId = view.received[0]?.documentId;
    if (!documentId) throw new Error('no receipt');
    const params = { dossierId: filed.dossierId, documentId };
    const { raw } = await api.call(downloadMyDocument, { as: lam, params });
    expect(raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await receive(filed)).status).toBe(200);
    const mine = ok(await api.call(getMyDossier, ofDossier(filed)));
    expect([mine.finance, mine.timeline.map(({ kind }) => kind)]).toEqual([
      'paid',
      expect.arrayContaining(['fee-assessed', 'payment-received', 'dossier-received']),
    ]);
    expect((await api.call(startPayment, ofDossier(filed))).problem.code).toBe('payment.nothing-due');
  });

  it('is found by asking when the callback is lost', async () => {
    const filed = await file();
    const { order } = await start(filed);
    await outside.script('payment-out', [{ mode: 'down', times: null }]);
    await outside.payOnPage(order?.payUrl);
    api.clock.advance({ minutes: 1 });
    await api.get(ChaseOrders).execute();
    await outside.script('payment-out', []);
    await relayMoney(api);
    expect(await look(filed)).toMatchObject({ due: 0, received: [{ amount: 8_000 }] });
  });

  it('tells the person when the platform does not answer, and opens the same order later', async () => {
    const filed = await file();
    await outside.script('payment', [{ mode: 'down', times: null }]);
    expect((await api.call(startPayment, ofDossier(filed))).problem.code).toBe(
      'payment.platform-unavailable',
    );
    await outside.script('payment', []);
    await outside.wellAgain();
    const { order } = await start(filed);
    expect(order?.payUrl).toContain('/payment/tra-tien/MC');
  });

  it('is nothing that a forged message settles', async () => {
    const filed = await file();
    const { order } = await start(filed);
    const MaThamChieu = order?.payUrl?.split('/').at(-1);
    const body = {
      LoaiBanTin: 'NOTIFY',
      PhienBan: '1.0.6',
      MaDoiTac: 'SONGNGAN',
      MaThamChieu,
      MaGiaoDich: 'GD1',
      SoTien: 8_000,
      TrangThai: 'DA_THANH_TOAN',
      ThoiGianTT: '20261116080600',
      MaXacThuc: 'a'.repeat(64),
    };
    expect(ok(await api.call(paymentCallback, { body }))).toMatchObject({ MaLoi: '97' });
    expect(ok(await api.call(paymentCallback, { body: { anything: [1] } }))).toMatchObject({ MaLoi: '97' });
    expect(await look(filed)).toMatchObject({ due: 8_000, arriving: 0 });
  });
});

describe('money that is asked for during the work', () => {
  const ground = 'more-copies';
  const atWork = async ({ dossierId }: SubmissionReceipt) => {
    const { version } = ok(await api.call(getOfficerDossier, { as: registrar, params: { dossierId } }));
    return { as: registrar, params: { dossierId }, version };
  };

  it('has a ground of the package, is told with how it came about, and lets the work go on once it is paid', async () => {
    const filed = await file();
    await payOnline(filed);
    ok(await receive(filed));
    const { version, ...call } = await atWork(filed);
    const { grounds } = ok(await api.call(listPaymentGrounds, call));
    expect(grounds).toMatchObject([
      { code: ground, payer: 'submitter', amount: { kind: 'counted', price: 8_000, most: 20 } },
    ]);
    const reason = 'Bạn gọi điện xin thêm hai bản.';
    const ask = (body: object) =>
      api.call(requestPayment, { ...call, body: { version, ground, amount: 16_000, reason, ...body } });
    const refusals = [await ask({}), await ask({ count: 3 }), await ask({ ground: 'anything' })];
    expect(refusals.map(({ problem }) => problem.code)).toEqual([
      'payment.asked-otherwise',
      'payment.asked-otherwise',
      'payment.ground-closed',
    ]);
    const asked = ok(await ask({ count: 2 }));
    expect(asked).toMatchObject({ state: 'awaiting-payment', finance: 'due', due: { pauses: [] } });
    expect(asked.actions).not.toContain('request-payment');

    const mine = ok(await api.call(getMyDossier, ofDossier(filed)));
    expect(mine.paymentRequests).toMatchObject([
      { amount: 16_000, reason, open: true, lines: [{ amount: 16_000 }], document: null },
    ]);
    expect(mine.paymentRequests[0]?.lines[0]?.explanation.vi).toBe('2 bản × 8.000 đồng = 16.000 đồng.');
    const { payBy } = mine.paymentRequests[0] ?? {};
    expect(await look(filed)).toMatchObject({ due: 16_000, timing: 'during', payBy });
    await payOnline(filed);
    const after = ok(await api.call(getMyDossier, ofDossier(filed)));
    expect([after.state, after.finance, after.paymentRequests[0]?.open]).toEqual([
      'processing',
      'paid',
      false,
    ]);
  });

  /** A dossier that waits for two more copies, with an order for them that is open at the platform. */
  async function waiting() {
    const filed = await file();
    await payOnline(filed);
    ok(await receive(filed));
    const { version, ...call } = await atWork(filed);
    const body = { version, ground, amount: 16_000, count: 2, reason: 'Bạn gọi điện xin thêm hai bản.' };
    const asked = ok(await api.call(requestPayment, { ...call, body }));
    return { filed, call, asked, order: (await start(filed)).order };
  }
  const revoke = (call: object, version: number, key?: string) =>
    api.call(revokePaymentRequest, {
      ...(call as { as: Session; params: { dossierId: SubmissionReceipt['dossierId'] } }),
      ...(key === undefined ? {} : { key }),
      body: { version, reason: 'Tính nhầm số bản.' },
    });

  it('is taken back while nothing is paid: the work goes on, and what comes all the same goes back', async () => {
    const { filed, call, asked, order } = await waiting();
    expect(asked.actions).toContain('revoke-payment-request');
    const key = randomUUID();
    const back = ok(await revoke(call, asked.version, key));
    expect([back.state, back.finance, back.due]).toEqual(['processing', 'paid', asked.due]);
    expect(ok(await revoke(call, asked.version, key)).version).toBe(back.version);
    expect((await revoke(call, back.version)).problem.code).toBe('dossier.wrong-state');

    const mine = ok(await api.call(getMyDossier, ofDossier(filed)));
    expect(mine.paymentRequests).toMatchObject([{ open: false, revoked: { reason: 'Tính nhầm số bản.' } }]);
    expect(mine.timeline.at(-1)).toMatchObject({
      kind: 'payment-request-revoked',
      note: 'Tính nhầm số bản.',
    });
    expect(await look(filed)).toMatchObject({ due: 0, order: null });
    expect((await api.call(startPayment, ofDossier(filed))).problem.code).toBe('payment.nothing-due');

    await outside.payOnPage(order?.payUrl);
    await outside.callbacksHeard(order?.payUrl);
    await relayMoney(api);
    const after = await look(filed);
    expect([after.due, after.arriving, after.received.length]).toEqual([0, 0, 1]);
    expect(await refundedAt(order?.orderId)).toEqual(['nothing-due done']);
    // Asked for again, it is another request, and is paid as any other.
    const { version } = await atWork(filed);
    const body = { version, ground, amount: 8_000, count: 1, reason: 'Xin thêm một bản.' };
    ok(await api.call(requestPayment, { ...call, body }));
    await payOnline(filed);
    const paid = ok(await api.call(getMyDossier, ofDossier(filed)));
    expect([paid.state, paid.finance, paid.paymentRequests.map(({ open }) => open)]).toEqual([
      'processing',
      'paid',
      [false, false],
    ]);
  });

  it('is not taken back when the platform has the money, also before its callback came', async () => {
    const { filed, call, asked, order } = await waiting();
    await outside.script('payment-out', [{ mode: 'down', times: null }]);
    await outside.payOnPage(order?.payUrl);
    expect((await revoke(call, asked.version)).problem.code).toBe('payment.already-paid');
    await outside.script('payment-out', []);
    await relayMoney(api);
    const mine = ok(await api.call(getMyDossier, ofDossier(filed)));
    expect([mine.state, mine.paymentRequests[0]?.revoked]).toEqual(['processing', null]);
  });

  /** Why the money of an order went back, and how far it is. */
  async function refundedAt(orderId: OrderId | undefined): Promise<string[]> {
    const rows = await api.parts.database.query<{ why: string; state: string }>(
      `SELECT r.why, r.state FROM payment.refunds r JOIN payment.transactions t
          ON t.transaction_id = r.transaction_id AND t.kind = 'payment'
        WHERE t.reference = (SELECT reference FROM payment.orders WHERE order_id = $1)`,
      [orderId],
    );
    return rows.map(({ why, state }) => `${why} ${state}`);
  }

  it('is refused where the procedure has no ground for it', async () => {
    const { dossierId } = await aFiling(api, lam).submit();
    const desk = await api.officer('hanh', 'dong-sen-one-stop');
    ok(await api.call(receiveDossier, { as: desk, params: { dossierId }, body: { version: 1 } }));
    const params = { dossierId };
    const { version } = ok(await api.call(getOfficerDossier, { as: registrar, params }));
    expect(ok(await api.call(listPaymentGrounds, { as: registrar, params })).grounds).toEqual([]);
    const body = { version, ground, amount: 8_000, count: 1, reason: 'Xin thêm bản' };
    const refused = await api.call(requestPayment, { as: registrar, params, body });
    expect(refused.problem.code).toBe('payment.no-grounds');
  });
});

describe('money that matches nothing', () => {
  it('of another amount waits for a person, who gives it back', async () => {
    const filed = await file(2);
    const { order } = await start(filed);
    await outside.payOnPage(order?.payUrl, { amount: '9000', again: 'yes' });
    await outside.callbacksHeard(order?.payUrl);
    expect(await look(filed)).toMatchObject({ due: 16_000, received: [] });

    const { items } = ok(await api.call(listUnmatched, { as: cashier }));
    const found = items.find(({ reference }) => order?.payUrl?.endsWith(reference));
    expect(found).toMatchObject({ kind: 'wrong-amount', amount: 9_000, expected: 16_000, mayReturn: true });
    const params = { unmatchedId: found?.unmatchedId ?? '' };
    const body = { resolution: 'return' as const, note: 'Trả thiếu, đã gọi điện' };
    ok(await api.call(resolveUnmatched, { as: cashier, params, body }));
    await relayMoney(api);
    const left = ok(await api.call(listUnmatched, { as: cashier }));
    expect(left.items.some(({ unmatchedId }) => unmatchedId === found?.unmatchedId)).toBe(false);
  });

  it('is none at the end of the day', async () => {
    const result = await api.get(ReconcileDay).execute(outside.today());
    expect([result.differences, result.ourSum]).toEqual([0, result.theirSum]);
    expect(ok(await api.call(listReconciliations, { as: cashier })).items).toEqual([result]);
  });
});

describe('a fee that became less after it was paid', () => {
  const refund = (filed: SubmissionReceipt, orderId: OrderId) => ({
    as: cashier,
    params: { dossierId: filed.dossierId },
    body: { orderId, reason: 'Người nộp xin ít bản hơn' },
  });

  it('leaves a rest that goes back by itself to where it was paid from, once', async () => {
    const filed = await file(3);
    const { order } = await start(filed);
    await outside.payOnPage(order?.payUrl);
    await outside.callbacksHeard(order?.payUrl);
    await relayMoney(api);
    await changeTo(filed, 1);
    expect(await look(filed)).toMatchObject({ due: 0, overpaid: 16_000 });
    await relayMoney(api);
    await relayMoney(api);
    const [payment] = (await look(filed)).received;
    expect(payment).toMatchObject({ amount: 24_000, returned: 16_000, refundedAt: null });
    expect(await look(filed)).toMatchObject({ due: 0, overpaid: 0 });
    expect(ok(await api.call(getMyDossier, ofDossier(filed))).finance).toBe('paid');

    // The same once more, and then the dossier ends: each part goes back once, and no more than was paid.
    await changeTo(filed, 2);
    expect(await look(filed)).toMatchObject({ due: 8_000, overpaid: 0 });
    await changeTo(filed, 1);
    const { version } = ok(await api.call(getMyDossier, ofDossier(filed)));
    ok(await api.call(withdrawDossier, { ...ofDossier(filed), body: { version, reason: 'Không cần nữa' } }));
    const asked = ok(await api.call(requestRefund, refund(filed, payment?.orderId as OrderId)));
    expect(asked.ended).toBe(true);
    await relayMoney(api);
    expect((await look(filed)).received).toMatchObject([{ amount: 24_000, returned: 24_000 }]);
    expect(ok(await api.call(getMyDossier, ofDossier(filed))).finance).toBe('refunded');
  });

  it('is handed out by the cashier when it was paid in cash', async () => {
    const filed = await file(3);
    const { dossierId } = filed;
    const { orderId } = ok(await api.call(takeCash, { as: cashier, body: { dossierId, amount: 24_000 } }));
    await relayMoney(api);
    expect((await api.call(requestRefund, refund(filed, orderId))).problem.code).toBe(
      'payment.not-refundable',
    );
    await changeTo(filed, 2);
    await relayMoney(api);
    const inDrawer = ok(await api.call(getCashDesk, { as: cashier })).expected;
    const seen = ok(await api.call(getDossierPayments, { as: cashier, params: { dossierId } }));
    expect(seen).toMatchObject({ ended: false, returnable: [{ orderId, amount: 8_000 }] });
    ok(await api.call(requestRefund, refund(filed, orderId)));
    ok(await api.call(requestRefund, refund(filed, orderId)));
    await relayMoney(api);
    expect(ok(await api.call(getCashDesk, { as: cashier })).expected).toBe(inDrawer - 8_000);
    expect((await look(filed)).received).toMatchObject([{ returned: 8_000, refundedAt: null }]);
  });

  it('leaves the books equal to those of the platform', async () => {
    const result = await api.get(ReconcileDay).execute(outside.today());
    expect([result.differences, result.ourSum]).toEqual([0, result.theirSum]);
  });
});

describe('where cash is taken', () => {
  it('is the desk of the commune that has one, the one of another unit, or nowhere, and the page says so', async () => {
    const at = async (centre: string) => {
      const { dossierId } = await aFiling(api, lam)
        .with({ returnMethod: 'counter', returnUnit: demoUnitId(centre) })
        .submit();
      return ok(await api.call(getMyPayment, { as: lam, params: { dossierId } })).cashDesk;
    };
    expect([await at('dong-sen-centre'), await at('pu-linh-centre')]).toEqual([
      { unit: expect.stringContaining('Đồng Sen'), onBehalfOf: null },
      null,
    ]);
    expect((await at('ngan-thuong-centre'))?.onBehalfOf).toContain('tỉnh');
  });

  it('is set by the administrator, from a later day on', async () => {
    const admin = await api.officer('viet', 'province-administrator');
    const rule = {
      unitId: demoUnitId('pu-linh-centre'),
      kind: 'on-behalf' as const,
      basis: 'Quyết định mẫu',
    };
    const keeper = demoUnitId('provincial-centre');
    const set = (body: object) => api.call(setCashDesk, { as: admin, body: { ...rule, ...body } as never });
    expect((await set({ from: '2099-01-01' })).problem.code).toBe('payment.desk-rule-refused');
    const { items } = ok(await set({ from: '2099-01-01', keeper }));
    const [centre] = items.filter(({ unit }) => unit.unitId === rule.unitId);
    expect(centre).toMatchObject({ current: null, coming: [{ kind: 'on-behalf', from: '2099-01-01' }] });
    expect(ok(await set({ from: '2099-01-01', keeper })).items).toEqual(items);
    const other = await set({ from: '2099-01-01', kind: 'none' });
    expect(other.problem.code).toBe('payment.desk-rule-refused');
  });
});

describe('the cash desk', () => {
  it('takes exactly what is due, once for each request, with a number of the series', async () => {
    const filed = await file(3);
    const query = { code: filed.transactionCode };
    expect(ok(await api.call(findCashDue, { as: cashier, query })).due).toBe(24_000);
    const { dossierId } = filed;
    const wrong = await api.call(takeCash, { as: cashier, body: { dossierId, amount: 8_000 } });
    expect(wrong.problem.code).toBe('payment.amount-changed');
    const taking = { as: cashier, body: { dossierId, amount: 24_000 }, key: 'the-same-key-twice' };
    const receipt = ok(await api.call(takeCash, taking));
    expect(ok(await api.call(takeCash, taking))).toEqual(receipt);
    expect(receipt.receipt).toMatch(/\/26E-\d{8}$/u);
    await relayMoney(api);
    expect((await receive(filed)).status).toBe(200);
    expect(ok(await api.call(getCashDesk, { as: cashier }))).toMatchObject({
      state: 'open',
      expected: 16_000 + 24_000,
    });
  });

  it('gives cash back for a dossier that was withdrawn, and not for one that goes on', async () => {
    const filed = await file();
    const { dossierId } = filed;
    const { orderId } = ok(await api.call(takeCash, { as: cashier, body: { dossierId, amount: 8_000 } }));
    await relayMoney(api);
    const refund = { as: cashier, params: { dossierId }, body: { orderId, reason: 'Hồ sơ đã rút' } };
    expect((await api.call(requestRefund, refund)).problem.code).toBe('payment.not-refundable');
    const { version } = ok(await api.call(getMyDossier, ofDossier(filed)));
    ok(await api.call(withdrawDossier, { ...ofDossier(filed), body: { version, reason: 'Không cần nữa' } }));
    ok(await api.call(requestRefund, refund));
    ok(await api.call(requestRefund, refund));
    await relayMoney(api);
    expect(ok(await api.call(getMyDossier, ofDossier(filed))).finance).toBe('refunded');
    expect(ok(await api.call(getCashDesk, { as: cashier })).expected).toBe(40_000);
  });

  it('closes its day with what was counted, and takes nothing more', async () => {
    const body = { counted: 39_000, note: 'Thiếu một nghìn' };
    expect(ok(await api.call(closeCashDesk, { as: cashier, body }))).toMatchObject({
      state: 'closed',
      expected: 40_000,
      counted: 39_000,
      difference: -1_000,
    });
    expect((await api.call(closeCashDesk, { as: cashier, body })).problem.code).toBe('payment.day-closed');
    const { dossierId } = await file();
    const late = await api.call(takeCash, { as: cashier, body: { dossierId, amount: 8_000 } });
    expect(late.problem.code).toBe('payment.day-closed');
  });
});

describe('the last day to pay', () => {
  /** Kind, sum and last day of what the person was told since. */
  const toldAbout = async ({ dossierId }: SubmissionReceipt, kinds: readonly string[]) => {
    const rows = await api.parts.database.query<{ payload: Record<string, unknown> }>(
      `SELECT payload FROM kernel.outbox WHERE destination = 'notification' AND lane = $1 AND payload->>'kind' = ANY($2)
        ORDER BY id`,
      [dossierId, kinds],
    );
    return rows.map(({ payload }) => [payload['kind'], payload['amount'], payload['payBy']]);
  };
  /** Moves the clock to a time of day in Vietnam, and lets the timers that are due fire, twice. */
  const at = async (day: string, time: string) => {
    const minutes = (Date.parse(`${day}T${time}:00+07:00`) - Date.parse(api.clock.iso())) / 60_000;
    api.clock.advance({ minutes: Math.ceil(minutes) });
    for (let round = 0; round < 2; round += 1) while ((await api.get(RunTimers).runDue()) > 0);
  };

  it('is reminded of once, closes nothing when it passes, and shows the officer what waits', async () => {
    const filed = await file();
    await payOnline(filed);
    ok(await receive(filed));
    const params = { dossierId: filed.dossierId };
    const { version } = ok(await api.call(getOfficerDossier, { as: registrar, params }));
    const reason = 'Bạn gọi điện xin thêm hai bản.';
    const body = { version, ground: 'more-copies', amount: 16_000, count: 2, reason };
    const asked = ok(await api.call(requestPayment, { as: registrar, params, body }));
    const { payBy = '' } = asked.paymentRequests[0] ?? {};
    const kinds = ['payment-due-soon', 'payment-overdue'];
    const listed = async () =>
      ok(await api.call(getInbox, { as: registrar, query: { queue: 'tasks', limit: 100 } })).items.find(
        ({ dossierId }) => dossierId === filed.dossierId,
      );
    const before = (days: number) =>
      new Date(Date.parse(payBy) - days * 86_400_000).toISOString().slice(0, 10);

    await at(before(3), '07:59');
    expect(await toldAbout(filed, kinds)).toEqual([]);
    await at(before(3), '08:01');
    expect(await toldAbout(filed, kinds)).toEqual([['payment-due-soon', 16_000, payBy]]);
    await at(payBy, '23:59');
    registrar = await api.officer('tuan', 'dong-sen-specialist');
    lam = await api.citizen('lam');
    expect([await listed(), (await look(filed)).payOverdue]).toEqual([undefined, false]);
    await at(before(-1), '00:01');
    expect(await toldAbout(filed, kinds)).toEqual([
      ['payment-due-soon', 16_000, payBy],
      ['payment-overdue', 16_000, payBy],
    ]);
    const late = ok(await api.call(getOfficerDossier, { as: registrar, params }));
    expect([late.state, late.actions, late.paymentRequests[0]?.overdue]).toEqual([
      'awaiting-payment',
      ['revoke-payment-request'],
      true,
    ]);
    expect(await listed()).toMatchObject({ state: 'awaiting-payment', paymentOverdue: true });
    expect(await look(filed)).toMatchObject({ due: 16_000, payBy, payOverdue: true });
    await payOnline(filed);
    expect(await listed()).toMatchObject({ state: 'processing', paymentOverdue: false });
    expect(
      await api.parts.database.query('SELECT 1 FROM dossier.timers WHERE dossier_id = $1', [filed.dossierId]),
    ).toEqual([]);
  });
});
