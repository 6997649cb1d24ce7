import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Citizen } from '../src/people/citizen';
import { FormAnswers } from '../src/people/form-answers';
import { Officer } from '../src/people/officer';
import { openBrowser, origin } from '../src/people/visitor';

let browser: Browser;
let lam: Citizen;
let oneStop: Officer;
let registrar: Officer;
let transactionCode: string;

beforeAll(async () => {
  browser = await openBrowser();
  lam = await Citizen.arrive(browser);
  oneStop = await Officer.arrive(browser);
  registrar = await Officer.arrive(browser);
});
afterAll(() => browser.close());

// Each step needs the one before, as the people in it do.
describe('an extract that is paid for before it is received', () => {
  it('says what it will cost before it is filed', async () => {
    const answers = new FormAnswers(lam.page);
    await lam.page.goto('/nop-ho-so/2.000635');
    await lam.logIn('Trần Văn Lâm');
    await lam.heading('Người yêu cầu');
    await lam.continue();
    await lam.heading('Việc hộ tịch');
    await answers.choose(/^Bạn xin cho ai/u, 'Cho chính tôi');
    await answers.choose(/^Việc đã đăng ký/u, 'Khai sinh');
    await answers.choose(/^Nơi đã đăng ký/u, 'UBND xã Đồng Sen');
    await answers.write(/^Số bản cần cấp/u, '1');
    await answers.choose(/được miễn lệ phí/u, 'Không');
    await answers.choose(/năm giấy tờ/u, 'Không');
    await lam.continue();
    await lam.heading('Nhận kết quả');
    await answers.choose(/^Bạn muốn nhận kết quả/u, 'Bản điện tử');
    await answers.confirm();
    await lam.continue();
    await lam.heading('Giấy tờ kèm theo');
    await lam.continue();
    await lam.heading('Kiểm tra rồi nộp');
    await lam.page.getByText('8.000 đồng').first().waitFor();
    await lam.page.getByRole('button', { name: 'Nộp hồ sơ', exact: true }).click();
    await lam.heading('Đã nộp hồ sơ');
    ({ transactionCode } = await lam.readTracking());
  });

  it('cannot be received before the money is there', async () => {
    await oneStop.logIn('Ngô Thị Hạnh', /Cán bộ một cửa/u);
    await oneStop.open(/Tiếp nhận/u, transactionCode);
    const unpaid = /Chưa nộp\. Nộp xong mới tiếp nhận được/u;
    await oneStop.page.getByText(unpaid).waitFor();
    const form = await oneStop.begin('Tiếp nhận hồ sơ');
    await form.getByText(unpaid).waitFor();
    await form.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
    await oneStop.page.getByText('Hồ sơ này chưa nộp phí, lệ phí.').waitFor();
  });

  it('is paid on the page of the platform, and the portal says so by itself', async () => {
    const { page } = lam;
    await page.getByRole('link', { name: 'Nộp tiền' }).click();
    await lam.heading('Bạn cần nộp');
    await page.getByText('Tám nghìn đồng').waitFor();
    await page.getByRole('button', { name: 'Hiện mã QR để trả bằng điện thoại' }).click();
    await page.getByRole('img', { name: 'Mã QR mở trang thanh toán' }).waitFor();
    await page.getByRole('button', { name: 'Nộp tiền' }).click();
    await page.getByRole('button', { name: 'Thanh toán' }).click();
    await page.waitForURL((url) => url.origin === origin() && url.pathname.endsWith('/nop-tien'));
    await lam.heading('Đã nhận 8.000 đồng');
    const receipt = await lam.download(/^Tải biên lai số/u);
    expect(receipt.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is received then', async () => {
    await oneStop.page.reload();
    await oneStop.page.getByText('Người nộp đã nộp.').waitFor();
    const form = await oneStop.begin('Tiếp nhận hồ sơ');
    await form.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
    await oneStop.sees('Đã tiếp nhận.');
  });

  it('waits for more copies that are asked for during the work, and says why and until when', async () => {
    await registrar.logIn('Lương Anh Tuấn');
    await registrar.open(/Cần xử lý/u, await oneStop.readCode());
    const form = await registrar.begin('Yêu cầu nộp tiền');
    await form.getByRole('radio', { name: 'Bản sao trích lục xin thêm' }).check();
    await form.getByRole('textbox', { name: 'Số lượng (bản)' }).fill('2');
    await form.getByRole('textbox', { name: /^Lý do/u }).fill('Bạn gọi điện xin thêm hai bản.');
    await form.getByRole('button', { name: 'Yêu cầu nộp 16.000 đồng' }).click();
    await registrar.sees('Đã gửi yêu cầu nộp tiền.');

    const { page } = lam;
    await page.getByRole('link', { name: 'Về hồ sơ' }).click();
    const asked = page.getByRole('region', { name: 'Bản sao trích lục xin thêm' });
    await asked.getByText('2 bản × 8.000 đồng = 16.000 đồng.').waitFor();
    await asked.getByText('Bạn gọi điện xin thêm hai bản.').waitFor();
    await asked.getByText('Hồ sơ đang chờ khoản này.').waitFor();
    await page.getByRole('link', { name: 'Nộp tiền' }).click();
    await lam.heading('Bạn cần nộp');
    await page.getByText(/^Hạn nộp: hết ngày/u).waitFor();
    await page.getByRole('button', { name: 'Nộp tiền' }).click();
    await page.getByRole('button', { name: 'Thanh toán' }).click();
    await page.waitForURL((url) => url.origin === origin() && url.pathname.endsWith('/nop-tien'));
    await lam.heading('Đã nhận 16.000 đồng');
    await registrar.page.reload();
    await registrar.page.getByText('Khoản này đã nộp.').waitFor();
    await registrar.page.getByRole('button', { name: /^Xử lý bước/u }).waitFor();
  });

  it('leaves no complaint in anybody’s browser', () => {
    expect([lam, oneStop, registrar].flatMap((person) => person.visitor.takeComplaints())).toEqual([]);
  });
});
