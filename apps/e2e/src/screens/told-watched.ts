import type { Page } from 'playwright-core';
import { heading } from './screen';

const indicators = [
  ['received', 'Hồ sơ tiếp nhận trong kỳ', 12_346, null],
  ['resolved-late', 'Giải quyết quá hạn ban đầu', 17, null],
  ['online-share', 'Tỷ lệ tiếp nhận trực tuyến', 9_120, 12_346],
  ['reused-share', 'Tỷ lệ hồ sơ tái sử dụng giấy tờ số', 0, 0],
].map(([code, name, numerator, denominator]) => ({
  code,
  name,
  source: 'TT 02/2017/TT-VPCP biểu 06a, 06b, mô tả công khai, chưa đối chiếu văn bản',
  verified: false,
  total: { numerator, denominator },
}));

const report = {
  standing: {
    month: '2026-10',
    version: 2,
    newest: true,
    computedAt: '2026-11-05T01:00:00.000Z',
    reason: 'Thanh toán trực tuyến đến sau ngày báo cáo',
    releasedAt: null,
    answerable: null,
    releasedBy: null,
    delivery: 'kept',
    receipt: null,
  },
  digest: '0'.repeat(64),
  indicators,
  units: [{ code: 'H99.18', name: 'Ủy ban nhân dân xã Đồng Sen' }],
  lines: [],
  differences: [
    {
      unit: null,
      unitName: null,
      procedure: null,
      indicator: 'received',
      before: { numerator: 12_345, denominator: null },
      after: { numerator: 12_346, denominator: null },
    },
    {
      unit: 'H99.18',
      unitName: 'Ủy ban nhân dân xã Đồng Sen',
      procedure: '2.000908',
      indicator: 'online-share',
      before: null,
      after: { numerator: 1, denominator: 1 },
    },
  ],
  moreDifferences: 3,
};

/** A second version that nobody has let go, with the question whether it may go. */
export async function withReport(page: Page): Promise<void> {
  await page.route('**/api/v1/officer/reports/2026-10/2*', (route) => route.fulfill({ json: report }));
  await page.reload();
  await page.getByRole('button', { name: 'Phát hành báo cáo' }).click();
  await heading(page, 'Phát hành báo cáo này?');
}

/** A receiver that refused something, one that is not connected, one that nobody has described. */
export async function withDeadLetters(page: Page): Promise<void> {
  const items = [
    ['post', { vi: 'Bưu chính', en: 'Post' }, true, 2, 1],
    ['document-management', { vi: 'Hệ thống quản lý văn bản', en: 'Documents' }, false, 4, 0],
    ['noi-nao-do', null, false, 0, 1],
  ].map(([destination, name, connected, waiting, dead]) => ({
    ...{ destination, name, connected, waiting, dead },
    lastError: dead === 1 ? 'refused: 422 Địa chỉ nhận không đúng' : null,
    replayable: connected,
  }));
  const letter = {
    deliveryId: '1207',
    lane: '0199a000-0000-7000-8000-00000000d001',
    attempts: 5,
    behind: 2,
    reason: 'refused: 422 Địa chỉ nhận không đúng',
  };
  await page.route('**/api/v1/officer/outbound', (route) => route.fulfill({ json: { items } }));
  await page.route('**/api/v1/officer/outbound/post/dead-letters*', (route) =>
    route.fulfill({ json: { items: [letter], next: null } }),
  );
  await page.reload();
  await page.getByRole('button', { name: 'Xem tin không gửi được Bưu chính' }).click();
  await heading(page, '1207');
}

const notCounted = {
  type: 'urn:mocua:problem:report.not-counted-yet',
  title: 'Hệ thống chưa đếm xong việc của tháng này.',
  detail: 'Hãy chờ vài phút rồi bấm lại.',
  status: 409,
  code: 'report.not-counted-yet',
  params: {},
  fields: [],
  correlationId: '00000000-0000-7000-8000-000000000000',
};

/** A month that has a report is prepared once more: asked for, without a reason, made, or not counted yet. */
export function onPreparing(how: 'asked' | 'empty' | 'answered' | 'refused'): (page: Page) => Promise<void> {
  return async (page) => {
    await page.route('**/api/v1/officer/reports', (route) => {
      const standings = monthsOf(new Date()).map((month) => ({ ...report.standing, month }));
      if (route.request().method() === 'GET') return route.fulfill({ json: { items: standings } });
      return how === 'refused'
        ? route.fulfill({
            status: 409,
            contentType: 'application/problem+json',
            body: JSON.stringify(notCounted),
          })
        : route.fulfill({ json: { isNew: true, standing: { ...report.standing, version: 3 } } });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Lập báo cáo' }).click();
    await heading(page, 'Lập báo cáo');
    if (how === 'asked') return;
    const reason = how === 'empty' ? '' : 'Thanh toán trực tuyến đến sau ngày báo cáo';
    await page.getByRole('textbox', { name: 'Vì sao cần phiên bản mới' }).fill(reason);
    await page.getByRole('button', { name: 'Lập báo cáo tháng này' }).click();
    const told = {
      empty: /^Hãy ghi vì sao cần phiên bản mới/u,
      answered: /^Đã lập báo cáo tháng/u,
      refused: /chưa đếm xong/u,
    };
    await page.getByText(told[how]).first().waitFor();
  };
}

/** The months around an instant, so that the last one that is over is among them. */
function monthsOf(now: Date): string[] {
  return [1, 0, -1].map((step) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - step, 1)).toISOString().slice(0, 7),
  );
}
