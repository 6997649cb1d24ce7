import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { registerKiosk } from '../src/people/administrator';
import { Citizen } from '../src/people/citizen';
import { Kiosk } from '../src/people/kiosk';
import { Officer } from '../src/people/officer';
import { openBrowser } from '../src/people/visitor';

const copies = /^Cấp bản sao từ sổ gốc/u;
let browser: Browser;
let kiosk: Kiosk;

beforeAll(async () => {
  browser = await openBrowser();
  kiosk = await Kiosk.arrive(browser);
  await kiosk.activate(await registerKiosk(browser, 'Máy sảnh lớn'));
});
afterAll(() => browser.close());

describe('a person at a kiosk', () => {
  it('finds a procedure by the keys of the screen, and sees what to bring', async () => {
    const { page } = kiosk;
    await kiosk.press('Làm thủ tục');
    const box = page.getByRole('searchbox');
    await box.click();
    await page.getByRole('button', { name: 'Telex' }).click();
    await kiosk.type('sao tuwf soor goocs');
    expect(await box.inputValue()).toBe('sao từ sổ gốc');
    await page.getByRole('button', { name: 'Xong', exact: true }).click();
    await page.getByRole('main').getByRole('button', { name: copies }).first().click();
    await kiosk.heading(copies);
    await page.getByText('Bản chụp giấy tờ tùy thân').waitFor();
  });

  it('signs in by the phone, files, and has a way out when no paper comes', async () => {
    const { page } = kiosk;
    await kiosk.press('Nộp hồ sơ tại máy');
    await kiosk.heading('Cho biết ông/bà là ai');
    const phone = await Citizen.arrive(browser);
    await kiosk.signInByPhone(phone, 'Trần Văn Lâm', 'Người yêu cầu');
    await phone.visitor.leave();

    const box = page.getByRole('textbox', { name: /^Thư điện tử/u });
    await box.fill('');
    await box.click();
    await kiosk.type('lam@vidu.example');
    expect(await box.inputValue()).toBe('lam@vidu.example');
    await kiosk.press('Tiếp tục');
    await kiosk.heading('Giấy tờ cần sao');
    await page.getByRole('radio', { name: /^Người được cấp bản chính/u }).check();
    await page.getByRole('radio', { name: 'Giấy khai sinh' }).check();
    await page.getByRole('radio', { name: /^UBND xã Đồng Sen/u }).check();
    const count = page.getByRole('textbox', { name: 'Số bản sao cần cấp' });
    await count.click();
    await page.getByRole('group', { name: 'Bàn phím màn hình' }).getByRole('button', { name: '2' }).click();
    expect(await count.inputValue()).toBe('2');
    await kiosk.press('Tiếp tục');
    await kiosk.heading('Nhận kết quả');
    await page.getByRole('radio', { name: /^Bản điện tử/u }).check();
    await page.getByRole('checkbox', { name: /^Tôi cam đoan/u }).check();
    await kiosk.press('Tiếp tục');
    await kiosk.heading('Giấy tờ kèm theo');
    await kiosk.press(/^Quét giấy này/u);
    await page.getByText('Chưa có giấy trong máy quét.').waitFor();
    await kiosk.scan(/^Bản chụp giấy tờ tùy thân/u);
    await kiosk.press('Tiếp tục');
    await kiosk.heading('Xem lại trước khi nộp');
    await page.getByRole('main').getByRole('button', { name: 'Nộp hồ sơ', exact: true }).click();
    await kiosk.heading('Đã nộp hồ sơ');
    await kiosk.press('In ra giấy');
    await kiosk.press('Không thấy giấy');
    await page.getByText('Hãy quét mã QR bằng điện thoại').first().waitFor();
    await kiosk.end();
  });

  it('goes on at the phone with a form begun here, and the counter reads it by its code', async () => {
    const { page } = kiosk;
    await kiosk.openProcedure('so goc', copies);
    await kiosk.press('Nộp hồ sơ tại máy');
    await kiosk.signInByCard('van', 'Nộp hồ sơ');
    // she works for a bank too
    await page.getByRole('radio', { name: 'Cho tôi (Đỗ Thanh Vân)' }).check();
    await kiosk.press('Tiếp tục');
    await kiosk.heading('Người yêu cầu');
    const answer = page.waitForResponse((response) => response.url().endsWith('/handovers'));
    await kiosk.press('Làm tiếp trên điện thoại hoặc tại quầy');
    const { url, counterCode } = (await (await answer).json()) as { url: string; counterCode: string };
    await page.getByText(counterCode).waitFor();

    const phone = await Citizen.arrive(browser);
    await phone.page.goto(url);
    await phone.page.getByRole('button', { name: 'Đăng nhập bằng VNeID' }).click();
    await phone.page.getByRole('button', { name: 'Đỗ Thanh Vân' }).click();
    await phone.page.waitForURL(/\/ban-nhap\//u);
    await phone.visitor.leave();

    const officer = await Officer.arrive(browser);
    await officer.logIn('Ngô Thị Hạnh', /Cán bộ một cửa/u);
    await officer.page.getByRole('link', { name: 'Tờ khai từ kiosk' }).click();
    await officer.page.getByRole('textbox', { name: 'Mã người dân đọc' }).fill(counterCode);
    await officer.page.getByRole('button', { name: 'Mở tờ khai' }).click();
    await officer.page.getByText('Của: Đỗ Thanh Vân').waitFor();
    await officer.visitor.leave();
    await kiosk.end();
  });

  it('calls an officer, who sees it wherever in the workspace and says that somebody comes', async () => {
    const officer = await Officer.arrive(browser);
    await officer.logIn('Ngô Thị Hạnh', /Cán bộ một cửa/u);
    await kiosk.press('Gọi cán bộ');
    await kiosk.page.getByText('Xin chờ tại đây').waitFor();
    const call = officer.page.getByRole('status').filter({ hasText: 'Có người gọi tại' });
    // the officer looks every ten seconds
    await call.getByRole('button', { name: /^Tôi đến ngay/u }).click();
    await call.getByText('Đã có cán bộ nhận').waitFor();
    await kiosk.page.getByText('Cán bộ đã thấy và đang đến.').waitFor();
    await kiosk.press('Không cần nữa');
    await kiosk.page.getByRole('heading', { name: 'Xin chào! Ông/bà cần gì?' }).waitFor();
    await officer.visitor.leave();
  });

  it('takes a number that stands on the screen with or without paper', async () => {
    await kiosk.press('Lấy số thứ tự');
    await kiosk.heading('Số thứ tự của ông/bà');
    // the screen stands before the number has come; the hidden countdown of the idle warning is a number too
    await kiosk.page
      .getByRole('main')
      .getByText(/^[1-9]\d*$/u)
      .waitFor();
    await kiosk.end();
  });

  it('left no complaint in the browser', () => {
    expect(kiosk.visitor.takeComplaints()).toEqual([]);
  });
});
