import type { Page } from 'playwright-core';

const clientId = 'cq_manhinh0001';

const client = {
  clientId,
  name: 'Phần mềm quản lý lao động',
  agency: 'Sở Nội vụ tỉnh Sông Ngân',
  scopes: ['dossiers:read', 'dossiers:submit', 'webhooks'],
  procedureCodes: ['2.000908'],
  state: 'active',
  registeredAt: '2026-11-16T01:05:00.000Z',
  lastUsedAt: '2026-11-23T03:00:00.000Z',
  formerSecretUntil: '2026-11-24T03:00:00.000Z',
};

const subscription = {
  subscriptionId: '0199a000-0000-7000-8000-00000000e001',
  url: 'https://lao-dong.songngan.example/tin-bao/mo-cua',
  eventTypes: ['vn.mocua.dossier.received', 'vn.mocua.dossier.completed'],
  state: 'active',
  endReason: null,
  createdAt: '2026-11-16T01:05:00.000Z',
  formerSecretUntil: null,
};

const delivery = {
  deliveryId: '0199a000-0000-7000-8000-00000000e101',
  subscriptionId: subscription.subscriptionId,
  eventId: '0199a000-0000-5000-8000-00000000e201',
  eventType: 'vn.mocua.dossier.received',
  subject: 'H99.18-261116-0001',
  state: 'delivered',
  tries: 1,
  lastStatus: 204,
  lastError: null,
  lastTriedAt: '2026-11-23T03:00:00.000Z',
  nextTryAt: null,
  createdAt: '2026-11-23T03:00:00.000Z',
};

const deliveries = [
  delivery,
  {
    ...delivery,
    deliveryId: '0199a000-0000-7000-8000-00000000e102',
    state: 'pending',
    tries: 3,
    lastStatus: null,
    lastError: 'timeout',
    nextTryAt: '2026-11-23T05:00:00.000Z',
  },
  {
    ...delivery,
    deliveryId: '0199a000-0000-7000-8000-00000000e103',
    eventType: 'vn.mocua.dossier.completed',
    state: 'failed',
    tries: 10,
    lastStatus: 503,
  },
];

/** Goes to a connected system with an address and a log. */
export async function withPartner(page: Page): Promise<void> {
  await page.route(`**/api/v1/officer/agency-clients/${clientId}`, (route) =>
    route.fulfill({ json: { client, subscriptions: [subscription] } }),
  );
  await page.route(`**/api/v1/officer/agency-clients/${clientId}/webhook-deliveries*`, (route) =>
    route.fulfill({ json: { items: deliveries, next: null } }),
  );
  await page.goto(`/can-bo/he-thong-ket-noi/${clientId}`);
  await page.getByRole('heading', { name: client.name }).waitFor();
  await page.getByRole('row', { name: /Không gửi được/u }).waitFor();
}

/** The same with one of its buttons pressed. */
export function onPartner(button: string): (page: Page) => Promise<void> {
  return async (page) => {
    await withPartner(page);
    await page.getByRole('button', { name: button, exact: true }).click();
  };
}

/** Name of the button that opens the exchange of the signing secret. */
export const exchangeOf = `Đổi khóa ký ${subscription.url}`;

const exchanges = {
  answered: {
    json: {
      subscription: { ...subscription, formerSecretUntil: '2026-11-24T03:00:00.000Z' },
      signingSecret: 'whsec_a2hvYS1reS1raG9uZy1kdW5nLXRoYXQtY2hpLWRlLXhlbQ==',
    },
  },
  refused: {
    status: 409,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      type: 'urn:mocua:problem:agency.rotation-running',
      title: 'Khóa ký của địa chỉ này vừa được đổi và khóa cũ còn đang dùng.',
      detail: 'Hãy chờ khóa cũ hết hạn, hoặc đổi và ngừng khóa cũ ngay.',
      status: 409,
      code: 'agency.rotation-running',
      params: {},
      fields: [],
      correlationId: '00000000-0000-7000-8000-000000000000',
    }),
  },
} as const;

/** Exchanges the signing secret of a system, and goes as far as the server lets it. */
export function onExchange(answer: 'lost' | keyof typeof exchanges): (page: Page) => Promise<void> {
  return async (page) => {
    await page.route('**/webhook-subscriptions/*/secret-rotation', (route) =>
      answer === 'lost' ? route.abort() : route.fulfill(exchanges[answer]),
    );
    await onPartner(exchangeOf)(page);
    const dialog = page.getByRole('dialog', { name: 'Đổi khóa ký tin' });
    await dialog.getByRole('button', { name: 'Đổi, khóa cũ dùng thêm 24 giờ' }).click();
    if (answer === 'answered') return page.getByText(/^whsec_/u).waitFor();
    const told = answer === 'lost' ? /Chưa rõ khóa đã đổi/u : /vừa được đổi/u;
    await dialog.getByText(told).waitFor();
  };
}
