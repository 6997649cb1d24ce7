import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { SubmissionReceipt } from '@mocua/contract';
import { registerKiosk } from '../src/people/administrator';
import { Citizen } from '../src/people/citizen';
import { Keyboard } from '../src/people/keyboard';
import { Kiosk } from '../src/people/kiosk';
import { Officer } from '../src/people/officer';
import { openBrowser, Visitor } from '../src/people/visitor';
import { Wire } from '../src/people/wire';

const desk = { viewport: { width: 1280, height: 900 } };
const copies = /^Cấp bản sao từ sổ gốc/u;
const question = 'Bạn cần làm thủ tục gì?';
/** Milliseconds between two keys of somebody who types; a kiosk takes faster ones for those of a QR reader. */
const pace = 60;

let browser: Browser;
let citizen: Citizen;
let mine: Wire;
let filed: SubmissionReceipt;
let officer: Officer;
let kiosk: Kiosk;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await Citizen.arrive(browser, desk);
  visitors.push(citizen.visitor);
  await citizen.page.goto('/dang-nhap');
  await citizen.logIn('Đỗ Thanh Vân');
  mine = await Wire.of(citizen.visitor.context, 'citizen');
  filed = await mine.file();
});
afterEach(() => {
  expect(visitors.flatMap((visitor) => visitor.takeComplaints())).toEqual([]);
});
afterAll(() => browser.close());

/** Somebody nobody knows, at a keyboard, on this page. */
async function visit(path: string): Promise<{ page: Page; keys: Keyboard }> {
  const visitor = await Visitor.arrive(browser, desk);
  visitors.push(visitor);
  await visitor.page.goto(path);
  return { page: visitor.page, keys: await Keyboard.attach(visitor.page) };
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
/** Waits until a live region says this. */
const announced = (page: Page, role: 'status' | 'alert', said: string | RegExp) =>
  page.getByRole(role).filter({ hasText: said }).first().waitFor();

/** The worker writes messages a moment after what they are about. */
async function hasMessages(count: number): Promise<void> {
  const { page } = citizen;
  for (let rounds = 0; rounds < 100; rounds += 1) {
    const { items } = await mine.get<{ items: unknown[] }>('/citizen/messages');
    if (items.length >= count) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`not ${count} messages`);
}

describe('by keyboard alone', () => {
  it('a procedure is found without tones, read, and begun up to the signing in', async () => {
    const { page, keys } = await visit('/');
    await keys.skipToContent();
    expect((await keys.focus()).role).toBe('main');
    await keys.tabTo('combobox', question);
    await keys.type('cap ban sao so goc');
    await page.keyboard.press('Enter');
    await heading(page, 'Tìm thủ tục');
    expect(await page.title()).toContain('Tìm thủ tục');
    await keys.skipToContent();
    await keys.enter('link', copies);
    await heading(page, copies);
    await keys.skipToContent();
    await keys.enter('link', 'Nộp hồ sơ');
    await heading(page, /Đăng nhập/u);
    await keys.skipToContent();
    await keys.tabTo('link', 'Đăng nhập bằng VNeID');
  });

  it('a suggestion is chosen by the arrow keys, while the focus stays in the field', async () => {
    const { page, keys } = await visit('/');
    await keys.skipToContent();
    await keys.tabTo('combobox', question);
    await keys.type('khai sinh');
    await announced(page, 'status', /^Thấy \d+ thủ tục\. Dùng phím mũi tên để chọn\.$/u);
    expect(await keys.focus()).toMatchObject({ role: 'combobox', expanded: true, active: '' });
    const first = await keys.press('ArrowDown');
    const chosen = page.getByRole('option', { selected: true });
    expect(first).toMatchObject({ role: 'combobox', active: await chosen.getAttribute('id') });
    expect((await keys.press('ArrowUp')).active).toBe('');
    expect((await keys.press('Escape')).expanded).toBe(false);
    await keys.press('ArrowDown');
    expect((await keys.focus()).expanded).toBe(true);
    const name = (await chosen.locator('span').first().innerText()).trim();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/thu-tuc\//u);
    await heading(page, name);
  });

  it('a dossier is followed by code and PIN, after being told what is missing', async () => {
    const { page, keys } = await visit('/tra-cuu');
    await keys.skipToContent();
    await keys.enter('button', 'Xem hồ sơ đang ở đâu');
    await announced(page, 'alert', 'Có mục cần sửa');
    expect(await page.title()).toMatch(/^Lỗi:/u);
    expect((await keys.focus()).role).toBe('alert');
    const error = await keys.press('Tab');
    expect(error.role).toBe('link');
    const code = await keys.press('Enter');
    expect(code).toMatchObject({ role: 'textbox', name: 'Mã hồ sơ', invalid: true });
    expect(code.description).toContain(error.name);
    await keys.type(filed.transactionCode);
    expect(await keys.tabTo('textbox', 'Mã PIN')).toMatchObject({ invalid: true });
    await keys.type(filed.tracking.pin);
    await page.keyboard.press('Enter');
    await heading(page, 'Hồ sơ đang ở đâu');
    expect(await page.getByRole('main').innerText()).toContain(filed.transactionCode);
  });

  it('questions on eligibility lead to an answer with its reasons', async () => {
    const { page, keys } = await visit('/ban-lam-duoc-gi');
    await keys.skipToContent();
    const asked = await keys.tabTo('radio', /./u);
    expect(asked.group).toMatch(/\?$/u);
    expect(await keys.press('Space')).toMatchObject({ name: asked.name, checked: true });
    await keys.enter('button', 'Xem kết quả và trả lời tiếp');
    await page.getByRole('link', { name: 'Làm lại từ đầu' }).waitFor();
    await keys.skipToContent();
    expect((await keys.tabTo('DisclosureTriangle', /^Bạn chưa đủ điều kiện/u)).expanded).toBe(false);
    expect((await keys.press('Enter')).expanded).toBe(true);
    const { role, name } = await keys.press('Tab');
    expect(role).toBe('link');
    const answer = page.getByRole('article').filter({ has: page.getByRole('link', { name, exact: true }) });
    expect(await answer.getByRole('listitem').first().innerText()).not.toBe('');
  });

  it('size of text, contrast and language are set in a dialog, and hold on the next page', async () => {
    const { page, keys } = await visit('/');
    await keys.enter('link', 'Ngôn ngữ và hiển thị');
    await page.getByRole('dialog', { name: 'Ngôn ngữ và hiển thị' }).waitFor();
    expect((await keys.press('Escape')).name).toBe('Ngôn ngữ và hiển thị'); // back where it was opened
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keys.choose(/^Ngôn ngữ$/u, 'English');
    await keys.choose(/^Cỡ chữ$/u, 'Gấp đôi');
    await keys.choose(/^Độ tương phản$/u, /^Cao/u);
    await keys.enter('button', 'Lưu lựa chọn');
    await page.locator('html[lang=en]').waitFor();
    await keys.enter('link', 'Skip to main content');
    await keys.enter('link', /^Which procedures can I use\?/u);
    await page.waitForURL(/\/ban-lam-duoc-gi$/u);
    const root = page.locator('html');
    const held = await Promise.all(
      ['lang', 'data-text', 'data-contrast'].map((name) => root.getAttribute(name)),
    );
    expect(held).toEqual(['en', 'double', 'high']);
  });

  it('a message is opened, which marks it as read, and so are all others', async () => {
    const { page } = citizen;
    await mine.file();
    await hasMessages(2);
    await page.goto('/tin-nhan');
    await heading(page, 'Tin nhắn');
    const keys = await Keyboard.attach(page);
    await keys.skipToContent();
    await keys.tabTo('button', 'Đánh dấu đã đọc hết');
    const message = await keys.press('Tab');
    expect(message.role).toBe('link');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Diễn biến' }).waitFor();
    // the heading takes the focus over when it has been read, and tells the code with it
    const opened = await keys.focus();
    expect(opened).toMatchObject({ role: 'heading', name: copies });
    expect(opened.description).toMatch(/\S{8,}/u);
    await citizen.visitor.settled();
    await keys.enter('link', 'Hồ sơ của tôi');
    await page.waitForURL(/\/ho-so$/u);
    await keys.enter('link', /^Tin nhắn/u);
    await heading(page, 'Tin nhắn');
    await page.getByText('Đã đọc', { exact: true }).first().waitFor();
    await keys.enter('button', 'Đánh dấu đã đọc hết');
    await page.getByText('Chưa đọc', { exact: true }).first().waitFor({ state: 'detached' });
    await announced(page, 'status', 'Bạn đã đọc hết tin nhắn ở đây.');
    expect(await keys.focus()).toMatchObject({ role: 'heading', name: 'Tin nhắn' });
  });

  it('text messages are turned off, which is said and kept', async () => {
    const { page } = citizen;
    await page.goto('/cai-dat');
    await heading(page, 'Cài đặt');
    const keys = await Keyboard.attach(page);
    await keys.skipToContent();
    const box = await keys.tabTo('checkbox', /tất cả/iu);
    expect(box).toMatchObject({ checked: true });
    expect(box.group).toMatch(/tin nhắn/iu);
    expect((await keys.press('Space')).checked).toBe(false);
    await keys.enter('button', /^Lưu/u);
    await announced(page, 'status', /^Đã lưu/u);
    expect((await keys.focus()).role).toBe('button');
    await page.reload();
    await keys.skipToContent();
    expect((await keys.tabTo('checkbox', /tất cả/iu)).checked).toBe(false);
  });

  it('an officer opens a dossier from the work-list and receives it', async () => {
    officer = await Officer.arrive(browser);
    visitors.push(officer.visitor);
    const { page } = officer;
    await officer.logIn('Ngô Thị Hạnh', /Cán bộ một cửa/u);
    await page.getByRole('link', { name: filed.transactionCode }).waitFor();
    const keys = await Keyboard.attach(page);
    await keys.enter('link', filed.transactionCode);
    await heading(page, new RegExp(filed.transactionCode, 'u'));
    const opened = await keys.focus();
    expect(opened.role).toBe('heading');
    expect(opened.name).toContain(filed.transactionCode);
    await keys.enter('button', 'Tiếp nhận hồ sơ');
    await page.getByRole('form', { name: 'Tiếp nhận hồ sơ' }).waitFor();
    expect(await keys.focus()).toMatchObject({ role: 'heading', name: 'Tiếp nhận hồ sơ' });
    await keys.enter('button', 'Tiếp nhận hồ sơ');
    await announced(page, 'status', 'Đã tiếp nhận.');
    expect(await keys.focus()).toMatchObject({ role: 'heading', name: 'Việc cần làm' });
  });

  it('a kiosk is activated, and a dossier looked up on it, with the keys of a real keyboard', async () => {
    const name = await registerKiosk(browser, 'Máy có bàn phím');
    kiosk = await Kiosk.arrive(browser);
    visitors.push(kiosk.visitor);
    const { page } = kiosk;
    await page.goto('/kiosk/');
    await heading(page, 'Kích hoạt máy');
    const keys = await Keyboard.attach(page);
    await keys.tabTo('textbox', 'Mã kích hoạt');
    await page.keyboard.press('Enter');
    await announced(page, 'alert', 'Mã kích hoạt có ít nhất 6 ký tự.');
    expect(await keys.focus()).toMatchObject({
      invalid: true,
      description: 'Mã kích hoạt có ít nhất 6 ký tự.',
    });
    await keys.type(name, pace);
    await page.keyboard.press('Enter');
    await heading(page, 'Xin chào! Ông/bà cần gì?');
    expect(await keys.focus()).toMatchObject({ role: 'heading', name: 'Xin chào! Ông/bà cần gì?' });
    await keys.enter('button', /^Tra cứu bằng mã hồ sơ/u);
    await heading(page, 'Gõ mã hồ sơ và số PIN');
    await keys.tabTo('textbox', 'Mã hồ sơ');
    await keys.type(filed.transactionCode, pace);
    expect(await keys.press('Enter')).toMatchObject({ role: 'textbox', name: 'Số PIN' });
    await keys.type(filed.tracking.pin, pace);
    await page.keyboard.press('Enter');
    await heading(page, 'Hồ sơ của ông/bà');
    await page.getByRole('heading', { level: 2, name: /^Hồ sơ (?:đã nộp|đang được)/u }).waitFor();
    await keys.tabTo('button', 'Kết thúc');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await heading(page, 'Xin chào! Ông/bà cần gì?');
  });
});
