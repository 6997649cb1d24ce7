import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Citizen } from '../src/people/citizen';
import { openBrowser, Visitor } from '../src/people/visitor';
import { Wire } from '../src/people/wire';
import { overflow } from '../src/screens/checks';

const phone = { viewport: { width: 360, height: 740 } };
let browser: Browser;
let plain: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  plain = await Visitor.arrive(browser, { ...phone, javaScriptEnabled: false });
  page = plain.page;
});
afterAll(() => browser.close());

const heading = (name: string | RegExp, level = 1) => page.getByRole('heading', { name, level }).waitFor();

// One person without script, from the first page to where a dossier is.
describe('a browser without script', () => {
  it('finds a procedure from the home page and reads the answers on its first screen', async () => {
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Bạn cần làm thủ tục gì?' }).fill('ban sao so goc');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await heading('Tìm thủ tục');
    await page.getByRole('main').getByRole('link', { name: 'Cấp bản sao từ sổ gốc' }).click();
    await heading('Cấp bản sao từ sổ gốc');
    for (const question of ['Ai được làm', 'Giấy tờ', 'Phí, lệ phí', 'Thời gian', 'Bạn nhận được'])
      expect(await bottomOf(page.getByRole('term').filter({ hasText: question }).first())).toBeLessThan(740);
    expect(await bottomOf(page.getByRole('link', { name: 'Nộp hồ sơ' }).first())).toBeLessThanOrEqual(740);
  });

  it('follows a dossier with code and PIN, which never stand in the address', async () => {
    const citizen = await Citizen.arrive(browser);
    await citizen.page.goto('/dang-nhap');
    await citizen.logIn('Đỗ Thanh Vân');
    const filed = await (await Wire.of(citizen.visitor.context, 'citizen')).file();
    await page.goto('/');
    await page.getByRole('textbox', { name: 'Mã hồ sơ' }).fill(filed.transactionCode);
    await page.getByRole('main').getByRole('button', { name: 'Tra cứu' }).click();
    await page.getByRole('textbox', { name: 'Mã PIN' }).fill(filed.tracking.pin);
    await page.getByRole('button', { name: 'Xem hồ sơ đang ở đâu' }).click();
    await heading('Hồ sơ đang ở đâu');
    expect(await page.getByRole('main').innerText()).toContain(filed.transactionCode);
    expect(page.url()).not.toContain(filed.transactionCode);
    expect(await page.content()).not.toContain(filed.tracking.pin);

    // the QR of the receipt, in a browser with script: nothing of it stays in the address
    await citizen.page.goto(filed.tracking.url);
    await citizen.heading('Hồ sơ đang ở đâu');
    expect(citizen.page.url()).not.toContain(filed.tracking.pin);
    expect(citizen.visitor.takeComplaints()).toEqual([]);
  });

  it('is told what is wrong in a form, and what it qualifies for', async () => {
    await page.goto('/tra-cuu');
    await page.getByRole('button', { name: 'Xem hồ sơ đang ở đâu' }).click();
    await heading('Có mục cần sửa', 2);
    expect(await page.title()).toMatch(/^Lỗi:/u);
    await page.goto('/ban-lam-duoc-gi');
    await page.getByRole('button', { name: 'Xem kết quả và trả lời tiếp' }).click();
    await page
      .getByText(/Cần thêm câu trả lời|Bạn đủ điều kiện|Bạn chưa đủ điều kiện/u)
      .first()
      .waitFor();
  });

  it('chooses its language and size of text, and comes back to where it was', async () => {
    await page.goto('/thu-tuc/2.000908');
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForURL(/\/thu-tuc\/2\.000908$/u);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: 'Language and display' }).click();
    await page.getByRole('radio', { name: 'Tiếng Việt' }).check();
    await page.locator('input[name=size]').last().check();
    await page.getByRole('main').getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/\/thu-tuc\/2\.000908$/u);
    expect(await page.locator('html').getAttribute('data-text')).toBe('double');
    expect(await overflow(page)).toEqual([]);
    expect(plain.takeComplaints()).toEqual([]);
  });
});

describe('the field that suggests', () => {
  it('keeps still while a Vietnamese word is composed, and is worked by keyboard alone', async () => {
    const visitor = await Visitor.arrive(browser, phone);
    await visitor.page.goto('/');
    const field = visitor.page.getByRole('combobox', { name: 'Bạn cần làm thủ tục gì?' });
    await field.focus();
    const ime = await visitor.context.newCDPSession(visitor.page);
    for (const text of ['k', 'kh', 'khai'])
      await ime.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await visitor.settled();
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await ime.send('Input.insertText', { text: 'khai sinh' });
    await visitor.page.getByRole('option').first().waitFor();
    await visitor.page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBeTruthy();
    await visitor.page.keyboard.press('Escape');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await visitor.page.keyboard.press('ArrowDown');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.waitForURL(/\/thu-tuc\//u);
    expect(visitor.takeComplaints()).toEqual([]);
    await visitor.leave();
  });
});

/** Where an element ends on the screen, in pixels from the top. */
async function bottomOf(locator: ReturnType<Page['getByRole']>): Promise<number> {
  const box = await locator.boundingBox();
  return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
}
