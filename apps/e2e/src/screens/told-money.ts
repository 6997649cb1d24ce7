import type { Page } from 'playwright-core';
import { told } from './told';

const dossierAddress = /\/api\/v1\/(?:citizen|officer)\/dossiers\/[\w-]+$/u;
const name = { vi: 'Lệ phí trước bạ theo thông báo của cơ quan thuế', en: 'Registration charge' };
const document = { vi: 'Thông báo nộp lệ phí trước bạ', en: 'notice of the registration charge' };
const basis = 'Nghị định 10/2022/NĐ-CP';

/** One request that was taken back, and the one that is waited for. */
const paymentRequests = [
  {
    name,
    amount: 24_500_000,
    lines: [],
    document: null,
    reason: 'Cơ quan thuế đã xác định lệ phí trước bạ.',
    basis,
    payer: 'owner',
    payBy: '2026-12-20',
    requestedAt: '2026-11-20T03:00:00.000Z',
    open: false,
    overdue: false,
    revoked: { at: '2026-11-21T03:00:00.000Z', reason: 'Ghi nhầm số tiền: thừa một chữ số không.' },
  },
  {
    name,
    amount: 2_450_000,
    lines: [
      {
        name,
        amount: 2_450_000,
        explanation: {
          vi: '2.450.000 đồng, theo Thông báo nộp lệ phí trước bạ số 118/TB-CT ngày 20/11/2026.',
          en: '2,450,000 VND, as stated in notice no. 118/TB-CT of 20/11/2026.',
        },
      },
    ],
    document: { name: document, number: '118/TB-CT', date: '2026-11-20' },
    reason: 'Cơ quan thuế đã xác định lệ phí trước bạ của thửa đất này.',
    basis,
    payer: 'owner',
    payBy: '2026-12-23',
    requestedAt: '2026-11-23T03:00:00.000Z',
    open: true,
    overdue: false,
    revoked: null,
  },
];

/** A dossier that waits for money that was asked for during the work, after another request was taken back. */
export async function withRequestedPayment(page: Page): Promise<void> {
  await told(page, dossierAddress, {
    state: 'awaiting-payment',
    finance: 'due',
    paymentRequests,
  });
  await page.getByRole('heading', { name: 'Khoản cơ quan yêu cầu nộp' }).waitFor();
  await page.unroute(dossierAddress);
}

/** The same after the last day to pay. */
export async function withLatePayment(page: Page): Promise<void> {
  const late = paymentRequests.map((request) => ({ ...request, overdue: request.open }));
  const actions = ['revoke-payment-request'];
  await told(page, dossierAddress, {
    state: 'awaiting-payment',
    finance: 'due',
    paymentRequests: late,
    actions,
  });
  await page.getByText('Quá hạn nộp', { exact: true }).waitFor();
  await page.unroute(dossierAddress);
}

/** The form that takes a request for money back. */
export async function withRevocation(page: Page): Promise<void> {
  const actions = ['revoke-payment-request'];
  await told(page, dossierAddress, { state: 'awaiting-payment', finance: 'due', paymentRequests, actions });
  await page.getByRole('button', { name: 'Thu hồi yêu cầu nộp tiền' }).click();
  await page.getByRole('textbox', { name: 'Lý do thu hồi' }).fill('Ghi nhầm số tiền.');
  await page.unroute(dossierAddress);
}

/** The form that asks for money, with grounds of every kind; the procedure of the other screens has none. */
export async function withPaymentForm(page: Page): Promise<void> {
  const groundsAddress = /\/payment-grounds$/u;
  const ground = (code: string, vi: string, amount: object) => ({
    code,
    name: { vi, en: vi },
    payer: 'owner',
    payWithinDays: 30,
    basis,
    amount,
  });
  const line = {
    name: { vi: 'Phí thẩm định', en: 'Appraisal' },
    amount: 1_260_000,
    explanation: { vi: '1.260.000 đồng.', en: '1,260,000 VND.' },
  };
  await page.route(groundsAddress, (route) =>
    route.fulfill({
      json: {
        version: 1,
        grounds: [
          ground('registration', name.vi, { kind: 'asserted', document, least: 1_000, most: 100_000_000 }),
          ground('appraisal', 'Phí thẩm định hồ sơ', {
            kind: 'computed',
            amount: 1_260_000,
            lines: [line],
          }),
          ground('charge', 'Lệ phí cấp Giấy chứng nhận', { kind: 'closed', why: 'asked' }),
        ],
      },
    }),
  );
  await told(page, dossierAddress, { actions: ['request-payment'] });
  await page.getByRole('button', { name: 'Yêu cầu nộp tiền' }).click();
  await page.getByRole('radio', { name: name.vi }).check();
  await page.getByRole('textbox', { name: 'Số tiền' }).fill('2.450.000');
  await page.unroute(dossierAddress);
}

/** Money that is given back at the desk. */
export async function withDeskReturns(page: Page): Promise<void> {
  const address = /\/api\/v1\/officer\/cash-desk\/returns$/u;
  const item = { code: 'T261116-ABCDEFGH', since: '2026-11-16T03:00:00.000Z' };
  await told(page, address, {
    items: [
      { ...item, dossierId: '0199a000-0000-7000-8000-00000000d201', amount: 16_000, why: 'overpaid' },
      { ...item, dossierId: '0199a000-0000-7000-8000-00000000d202', amount: 8_000, why: 'ended' },
    ],
  });
  await page.getByText('nộp thừa tiền mặt').waitFor();
  await page.unroute(address);
}

/** Drawers of two units, one of which collects for the other. */
export async function withCashDays(page: Page): Promise<void> {
  const address = /\/api\/v1\/officer\/payments\/cash-days$/u;
  const drawer = {
    day: '2026-11-16',
    unit: 'Trung tâm Phục vụ hành chính công phường Ngân Thượng',
    onBehalfOf: 'Trung tâm Phục vụ hành chính công tỉnh',
    taken: 48_000,
    returned: 8_000,
    balanced: true,
    expected: 40_000,
    counted: 39_000,
    difference: -1_000,
  };
  const open = { onBehalfOf: null, expected: null, counted: null, difference: null, balanced: false };
  await told(page, address, { items: [drawer, { ...drawer, ...open }] });
  await page.getByText('chưa khóa sổ').waitFor();
  await page.unroute(address);
}

/** Money that was collected for this desk: under way, with a difference that is open, and settled. */
export async function withHandOvers(page: Page): Promise<void> {
  const address = /\/api\/v1\/officer\/cash-desk\/hand-overs$/u;
  const id = (last: string) => `0199a000-0000-7000-8000-00000000e20${last}`;
  const sent = {
    day: '2026-11-16',
    unit: 'Trung tâm Phục vụ hành chính công phường Ngân Thượng',
    keeper: 'Trung tâm Phục vụ hành chính công tỉnh',
    kept: true,
    amount: 39_000,
    handedAt: '2026-11-16T10:00:00.000Z',
    receipt: null,
    resolution: null,
  };
  const by = 'Nguyễn Thị Loan';
  const receipt = {
    counted: 38_000,
    difference: -1_000,
    reason: 'Thiếu một tờ 1.000 đồng.',
    receivedBy: by,
    receivedAt: '2026-11-17T02:00:00.000Z',
  };
  const resolution = {
    kind: 'settled',
    note: 'Đã gửi bù 1.000 đồng.',
    resolvedBy: by,
    resolvedAt: '2026-11-18T02:00:00.000Z',
  };
  await told(page, address, {
    items: [
      { ...sent, handOverId: id('1') },
      { ...sent, handOverId: id('2'), receipt },
      { ...sent, handOverId: id('3'), receipt, resolution },
    ],
  });
  await page.getByRole('button', { name: /^Xử lý chênh lệch/u }).click();
  await page.unroute(address);
}
