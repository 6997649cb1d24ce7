import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { scaled } from '@mocua/testing';
import type { Browser, BrowserContext } from 'playwright-core';
import { breakOuts, watchForEscape } from '../src/kiosk/break-outs';
import { killBrowserOf, memoryOf, residueIn, storageOf } from '../src/kiosk/residue';
import { registerKiosk } from '../src/people/administrator';
import { Kiosk } from '../src/people/kiosk';
import { openBrowser, origin } from '../src/people/visitor';
import { launchWithProfile, unpackChromium } from '../src/system/browser';

const copies = /^Cấp bản sao từ sổ gốc/u;
const machine = { viewport: { width: 1080, height: 1920 }, hasTouch: true, locale: 'vi-VN' };
/** What is known of the person beforehand; what they type and what they are given comes to it. */
const known = ['Phạm Minh Quân', '0900000105', '17 đường Chợ Lớn'];
/** So many words are searched for; five more go into the form, and one into an address. */
const searched = scaled(6, 46);
const typedMarkers = Array.from(
  { length: searched + 6 },
  (_, index) => `dauvet${String(index).padStart(2, '0')}qzx`,
);

let browser: Browser;
let executable: string;
let profile: string;
let context: BrowserContext;
let kiosk: Kiosk;
let given: string[];

beforeAll(async () => {
  browser = await openBrowser();
  executable = await unpackChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'mocua-kiosk-'));
  given = [];
  await open();
  await kiosk.activate(await registerKiosk(browser, 'Máy thử dấu vết'));
});
afterEach(async () => {
  await context.close();
  await rm(profile, { recursive: true, force: true });
});

async function open(): Promise<void> {
  context = await launchWithProfile(executable, profile, { ...machine, baseURL: origin() });
  kiosk = await Kiosk.inside(context);
}

/** Somebody signs in, searches for many things and fills in a form; whatever they type or are shown is a marker. */
async function plant(): Promise<void> {
  const { page } = kiosk;
  page.on('response', (response) => {
    if (!/\/api\/v1\/(?:citizen|kiosk)\//u.test(response.url())) return;
    // an answer to a page that is gone has no body any more
    void response.text().then(
      (text) => given.push(...identifiersIn(text)),
      () => undefined,
    );
  });
  await kiosk.press('Làm thủ tục');
  const box = page.getByRole('searchbox');
  for (const marker of typedMarkers.slice(0, searched)) await box.fill(marker);
  await box.fill('so goc');
  await page.getByRole('main').getByRole('button', { name: copies }).first().click();
  await kiosk.press('Nộp hồ sơ tại máy');
  await kiosk.signInByCard('quan', 'Nộp hồ sơ');
  await kiosk.press('Tiếp tục');
  await kiosk.heading('Người yêu cầu');
  // the chip knows no phone, so it is asked for
  await page.getByRole('textbox', { name: /^Số điện thoại/u }).fill('0900000105');
  await page.getByRole('textbox', { name: /^Thư điện tử/u }).fill(`${typedMarkers[searched]}@vidu.example`);
  await kiosk.press('Tiếp tục');
  await kiosk.heading('Giấy tờ cần sao');
  await page.getByRole('radio', { name: 'Người đại diện hoặc người giám hộ' }).check();
  const boxes = page.getByRole('main').getByRole('textbox');
  const count = await boxes.count();
  for (let index = 0; index < Math.min(count, 5); index += 1)
    await boxes.nth(index).fill(typedMarkers[searched + 1 + index] ?? '');
  // the answers are on the server before anything else happens
  await page.waitForResponse((response) => response.url().endsWith('/answers') && response.status() === 200);
}

/** The rest of the form, both papers, and the last look. */
async function fileWhatWasPlanted(): Promise<void> {
  const { page } = kiosk;
  // a marker is no date
  for (const part of await page
    .getByRole('group', { name: /^Ngày cấp/u })
    .getByRole('textbox')
    .all())
    await part.fill('');
  await page.getByRole('radio', { name: 'Giấy khai sinh' }).check();
  await page.getByRole('radio', { name: /^UBND xã Đồng Sen/u }).check();
  await page.getByRole('textbox', { name: 'Số bản sao cần cấp' }).fill('2');
  await kiosk.press('Tiếp tục');
  await kiosk.heading('Nhận kết quả');
  await page.getByRole('radio', { name: /^Bản điện tử/u }).check();
  await page.getByRole('checkbox', { name: /^Tôi cam đoan/u }).check();
  await kiosk.press('Tiếp tục');
  await kiosk.heading('Giấy tờ kèm theo');
  await kiosk.scan(/^Bản chụp giấy tờ tùy thân/u);
  await kiosk.scan(/^Giấy tờ chứng minh quan hệ/u);
  await kiosk.press('Tiếp tục');
  await kiosk.heading('Xem lại trước khi nộp');
  await page.getByRole('main').getByRole('button', { name: 'Nộp hồ sơ', exact: true }).click();
  await kiosk.heading('Đã nộp hồ sơ');
}

function identifiersIn(text: string): string[] {
  return [
    ...text.matchAll(/"(?:draftId|dossierId|partyId|transactionCode|pin|signInId)":"([^"]{6,})"/gu),
  ].map(([, value]) => value ?? '');
}

/** Everything of the person, wherever it could stand; the device itself may be known, its visitor may not. */
async function traces(page = kiosk.page): Promise<string[]> {
  const markers = [...new Set([...known, ...typedMarkers, ...given])];
  expect(markers.length).toBeGreaterThanOrEqual(scaled(15, 50));
  // a browser killed soon after the activation may not have written the machine's own cookie yet
  await page.getByRole('heading', { name: /^(?:Xin chào! Ông\/bà cần gì\?|Kích hoạt máy)$/u }).waitFor();
  const storage = await storageOf(page);
  const cookies = (await context.cookies())
    .map((cookie) => cookie.name)
    .filter((name) => name !== 'mocua_kiosk');
  const inMemory = await memoryOf(page, markers);
  await page.goBack({ waitUntil: 'commit', timeout: 2_000 }).catch(() => null); // there may be nowhere to go
  const back = await page.content();
  await context.close();
  return [
    ...cookies.map((name) => `cookie ${name}`),
    ...markers.filter((marker) => storage.includes(marker)).map((marker) => `${marker} in storage`),
    ...markers.filter((marker) => back.includes(marker)).map((marker) => `${marker} behind the back button`),
    ...inMemory.map((marker) => `${marker} in memory`),
    ...(await residueIn(profile, [...markers, '/api/v1/citizen/'])),
  ];
}

async function finish(): Promise<void> {
  await plant();
  await kiosk.end();
}

async function printReceipts(): Promise<void> {
  await plant();
  await fileWhatWasPlanted();
  const receipt = await kiosk.readReceipt();
  await kiosk.print();
  await kiosk.done();
  await kiosk.lookUp(receipt);
  await kiosk.print();
  await kiosk.end();
  given.push(receipt.transactionCode, receipt.pin);
}

async function walkAway(): Promise<void> {
  const { page } = kiosk;
  let idleSeconds = 300;
  await page.route(/\/api\/v1\/kiosk\/(?:device|heartbeat)$/u, async (route) => {
    const response = await route.fetch();
    const settings = { ...((await response.json()) as object), idleSeconds, warningSeconds: 3 };
    await route.fulfill({ response, json: settings });
  });
  await page.reload();
  await plant();
  const loaded = page.waitForEvent('load', { timeout: 60_000 });
  idleSeconds = 1;
  await page.evaluate(() => window.dispatchEvent(new Event('online'))); // asks for the settings at once
  await page.getByRole('heading', { name: 'Ông/bà còn đang dùng máy không?' }).waitFor();
  await loaded;
}

async function killBrowser(): Promise<string[]> {
  await plant();
  killBrowserOf(profile);
  await context.close().catch(() => undefined); // it is dead already
  const left = await residueIn(profile, [...known, ...typedMarkers, ...given]);
  await open();
  await kiosk.page.goto('/kiosk/');
  return left;
}

async function printNumber(): Promise<void> {
  await plant();
  await kiosk.press('Làm tiếp trên điện thoại hoặc tại quầy');
  await kiosk.done();
  await kiosk.press('Lấy số thứ tự');
  await kiosk.press('In ra giấy');
  await kiosk.press('Đã có giấy');
  await kiosk.end();
}

/** What ends a visit; each answers what it found on the way. `npm test` takes the first two. */
const ends: readonly (readonly [string, () => Promise<string[] | void>])[] = [
  ['a visit that was finished', finish],
  ['receipts were printed, of the dossier that was filed and when it was looked up', printReceipts],
  ['a visit that was abandoned', walkAway],
  ['the browser was killed in the middle of it', killBrowser],
  ['a number of the queue was printed', printNumber],
];

describe('nothing of a person stays on the machine', () => {
  it.each(ends.slice(0, scaled(2, ends.length)))('after %s', async (_, end) => {
    const left = (await end()) ?? [];
    expect([...left, ...(await traces())]).toEqual([]);
  });
});

describe('nobody gets out of the page', () => {
  // every third one takes some of each kind
  const tried = breakOuts.filter((_, index) => index % scaled(3, 1) === 0);

  it(`by any of ${tried.length} ways`, async () => {
    expect(breakOuts.length).toBeGreaterThanOrEqual(100);
    const { page } = kiosk;
    await kiosk.press('Làm thủ tục');
    await kiosk.heading('Ông/bà muốn làm thủ tục gì?');
    const escapes = await watchForEscape(page);
    const out: string[] = [];
    for (const { name, attempt } of tried) {
      await attempt(page).catch((error: unknown) =>
        out.push(`${name}: could not be tried: ${String(error)}`),
      );
      out.push(...(await escapes()).map((escape) => `${name}: ${escape}`));
    }
    expect(out).toEqual([]);
    await kiosk.heading('Ông/bà muốn làm thủ tục gì?');
  });
});
