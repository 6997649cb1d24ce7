import type { Page, Route } from 'playwright-core';

/** What the interface answers while a screen is looked at. */
export type State = 'usual' | 'empty' | 'loading' | 'error' | 'long';

/** Without these no screen stands at all; they stay as they are. */
const frame = /\/api\/v1\/(?:session|public\/province|kiosk\/(?:device|heartbeat))(?:\?|$)/u;

/** Has the reading calls of a page answered as the state says. Answers how to end it. */
export async function arrange(page: Page, state: State): Promise<() => Promise<void>> {
  if (state === 'usual') return () => Promise.resolve();
  const held: Route[] = [];
  const answer = async (route: Route): Promise<void> => {
    const request = route.request();
    if (request.method() !== 'GET' || frame.test(request.url())) return route.continue();
    if (state === 'loading') return void held.push(route);
    if (state === 'error') return route.fulfill(failure);
    const response = await route.fetch();
    if (!(response.headers()['content-type'] ?? '').includes('application/json'))
      return route.fulfill({ response });
    const body: unknown = await response.json();
    return route.fulfill({ response, json: state === 'empty' ? emptied(body) : lengthened(body) });
  };
  await page.route('**/api/v1/**', answer);
  return async () => {
    await page.unroute('**/api/v1/**', answer);
    await Promise.all(held.map((route) => route.abort().catch(() => undefined))); // the page may have gone on
  };
}

/** Makes every text of a page that is there many times as long. */
export async function lengthenPage(page: Page): Promise<void> {
  await page.evaluate((more) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    for (const text of texts)
      if (/\p{L} \p{L}/u.test(text.data) && !text.parentElement?.closest('.mc-nowrap')) text.data += more;
  }, tail);
}

const failure = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'urn:mocua:problem:system.unavailable',
    title: 'Hệ thống đang bận.',
    detail: 'Hãy thử lại sau ít phút.',
    status: 503,
    code: 'system.unavailable',
    params: {},
    fields: [],
    correlationId: '00000000-0000-7000-8000-000000000000',
  }),
};

function emptied(body: unknown): unknown {
  return body !== null && typeof body === 'object' && 'items' in body
    ? { ...body, items: [], next: null }
    : body;
}

const tail =
  ' và những người cùng đứng tên trong sổ gốc được lập trước khi sáp nhập đơn vị hành chính Nghiêngnghiêngkhúckhuỷuchuyệnchồngchất';

/** Names and sentences many times as long, one word of them too long for a narrow screen; codes and dates as they are. */
function lengthened(value: unknown): unknown {
  if (typeof value === 'string')
    return /\p{L} \p{L}/u.test(value) && !/[=<>"]/u.test(value) ? value + tail : value;
  if (Array.isArray(value)) return value.map(lengthened);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, lengthened(inner)]));
}
