import type { Page } from 'playwright-core';

const dossierAddress = /\/api\/v1\/(?:citizen|officer)\/dossiers\/[\w-]+$/u;
const mirrorsAddress = /\/api\/v1\/citizen\/mirrors$/u;

/** Reads the page anew with some of what an address answers changed. */
export async function told(
  page: Page,
  address: RegExp,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), ...change } });
  });
  await page.reload();
}

/** An assessed fee of which a part was waived. */
const assessedFee = {
  finance: 'due',
  fee: {
    amount: 16_000,
    timing: 'after',
    assessedAt: '2026-11-23T03:00:00.000Z',
    lines: [
      {
        name: { vi: 'Lệ phí cấp bản sao', en: 'Charge for copies' },
        amount: 16_000,
        explanation: { vi: '2 bản sao × 8.000 đồng = 16.000 đồng.', en: '2 × 8,000 VND = 16,000 VND.' },
      },
      {
        name: { vi: 'Phí khai thác, sử dụng thông tin trong sổ gốc', en: 'Fee for the register' },
        amount: 0,
        explanation: { vi: 'Được miễn 50.000 đồng: Người có công với cách mạng.', en: 'Waived 50,000 VND.' },
      },
    ],
  },
};

/** A dossier whose fee was assessed; the procedure of the dossiers of the other screens costs nothing. */
export async function withFee(page: Page): Promise<void> {
  await told(page, dossierAddress, assessedFee);
  await page.getByRole('heading', { name: 'Phí, lệ phí' }).waitFor();
  await page.unroute(dossierAddress);
}

const paymentAddress = /\/api\/v1\/citizen\/dossiers\/[\w-]+\/payment$/u;

/** A fee that can be paid now, on the page of the platform. */
export async function withOrder(page: Page): Promise<void> {
  await told(page, paymentAddress, {
    due: 16_000,
    dueInWords: 'Mười sáu nghìn đồng',
    timing: 'before',
    order: {
      orderId: '0199a000-0000-7000-8000-00000000d101',
      amount: 16_000,
      payUrl: 'https://thanhtoan.example/MC0123456789ABCDEF',
      expiresAt: '2026-11-24T03:00:00.000Z',
    },
  });
  // stays arranged: the page asks again by itself until the money is there
  await page.getByRole('button', { name: 'Nộp tiền' }).waitFor();
}

/** A fee that was paid, with its receipt. */
export async function withReceipt(page: Page): Promise<void> {
  await told(page, paymentAddress, {
    overpaid: 8_000,
    received: [
      {
        orderId: '0199a000-0000-7000-8000-00000000d101',
        amount: 16_000,
        method: 'online',
        paidAt: '2026-11-23T03:00:00.000Z',
        receipt: '000.00.32.H99/26E-00000042',
        documentId: '0199a000-0000-7000-8000-00000000d102',
        refundedAt: null,
        returned: 0,
      },
    ],
  });
  await page.getByRole('heading', { name: 'Đã nhận 16.000 đồng' }).waitFor();
  await page.unroute(paymentAddress);
}

/** Money that matches nothing. */
export async function withUnmatched(page: Page): Promise<void> {
  const address = /\/api\/v1\/officer\/payments\/unmatched$/u;
  await told(page, address, {
    items: [
      {
        unmatchedId: '0199a000-0000-7000-8000-00000000d103',
        kind: 'wrong-amount',
        transactionId: 'GD1',
        reference: 'MC0123456789ABCDEF',
        dossierCode: 'T261116-ABCDEFGH',
        amount: 9_000,
        expected: 16_000,
        foundAt: '2026-11-23T03:00:00.000Z',
        mayReturn: true,
      },
    ],
  });
  await page.getByRole('button', { name: 'Xử lý khoản 9.000 đồng' }).click();
  await page.getByRole('button', { name: 'Hoàn lại cho người trả' }).waitFor();
  await page.unroute(address);
}

/** A dossier of a linked group that the national system resolves, in the middle of its way. */
const mirrored = {
  sourceSystem: 'national',
  externalCode: 'G22.99.00-261119-0042',
  procedure: {
    code: '3.000722',
    name: {
      vi: 'Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
      en: 'Linked birth',
    },
  },
  status: 'processing',
  legs: [
    ['birth', 'Đăng ký khai sinh', 'Ủy ban nhân dân cấp xã', 'done', null],
    ['residence', 'Đăng ký thường trú', 'Công an cấp xã', 'processing', '2026-11-25T10:00:00.000Z'],
    ['insurance', 'Cấp thẻ bảo hiểm y tế', 'Bảo hiểm xã hội', 'awaiting-supplement', null],
    ['identity-card', 'Cấp thẻ căn cước', 'Công an cấp tỉnh', null, null],
  ].map(([code, name, agency, status, dueAt]) => ({
    code,
    name: { vi: name, en: name },
    agency: { vi: agency, en: agency },
    duration: { vi: 'Không quá 5 ngày làm việc', en: 'At most 5 working days' },
    status,
    since: status === null ? null : '2026-11-20T00:30:00.000Z',
    dueAt,
  })),
  lastAt: '2026-11-20T00:30:00.000Z',
};

/** The list of dossiers with one that another system resolves; in the tests no other system tells anything. */
export async function withMirror(page: Page): Promise<void> {
  await told(page, mirrorsAddress, { items: [mirrored] });
  await page.getByRole('heading', { name: 'Hồ sơ do nơi khác giải quyết' }).waitFor();
  await page.unroute(mirrorsAddress);
}

/** The session as it is for somebody who is the guardian of a child. */
export async function asGuardian(page: Page): Promise<void> {
  await page.route('**/api/v1/session?*', async (route) => {
    const response = await route.fetch();
    const session = (await response.json()) as { person: { actingFor: object[] } };
    session.person.actingFor.push({
      partyId: '0199a000-0000-7000-8000-00000000c001',
      displayName: 'Đỗ Minh Khôi',
      kind: 'guardian',
      ground: 'Quyết định cử người giám hộ số 12/QĐ-UBND',
      validTo: '2030-12-31',
    });
    await route.fulfill({ response, json: session });
  });
  await page.reload();
  await page.getByRole('radio', { name: /Đỗ Minh Khôi/u }).waitFor();
  await page.unroute('**/api/v1/session?*');
}
