import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Citizen, type Tracking } from '../src/people/citizen';
import { Officer } from '../src/people/officer';
import { scannedPage } from '../src/people/papers';
import { openBrowser } from '../src/people/visitor';

let browser: Browser;
let quan: Citizen;
let oneStop: Officer;
let specialist: Officer;
let taxOffice: Officer;
let tracking: Tracking;
let code: string;

beforeAll(async () => {
  browser = await openBrowser();
  quan = await Citizen.arrive(browser);
  [oneStop, specialist, taxOffice] = (await Promise.all([1, 2, 3].map(() => Officer.arrive(browser)))) as [
    Officer,
    Officer,
    Officer,
  ];
});
afterAll(() => browser.close());

// Each step needs the one before, as the people in it do.
describe('a director whose company registers a household business for somebody', () => {
  it('files in the capacity of his company, on a phone', async () => {
    const { page } = quan;
    await page.goto('/nop-ho-so/1.001612');
    await quan.logIn('Phạm Minh Quân');
    await quan.heading(/hộ kinh doanh/u);
    const company = page.getByRole('radio', { name: /^Công ty TNHH Thương mại Quân Phát/u });
    await quan.beginAnewBefore(company);
    await company.check();
    await quan.continue();
    await quan.heading('Người nộp hồ sơ');
    await quan.continue();
    await quan.heading('Chủ hộ kinh doanh');
    await page.getByRole('radio', { name: /^Tổ chức được chủ hộ ủy quyền/u }).check();
    await page.getByRole('textbox', { name: 'Tên tổ chức' }).fill('Công ty TNHH Thương mại Quân Phát');
    await page.getByRole('textbox', { name: 'Mã số thuế của tổ chức' }).fill('0990000012');
    await page.getByRole('textbox', { name: /^Văn bản ủy quyền/u }).fill('Giấy ủy quyền ngày 01/11/2026');
    const owner = page.getByRole('region', { name: 'Chủ hộ kinh doanh' });
    await owner.getByRole('textbox', { name: 'Họ và tên chủ hộ' }).fill('Lê Thị Mẫu');
    await owner.getByRole('textbox', { name: 'Ngày', exact: true }).fill('2');
    await owner.getByRole('textbox', { name: 'Tháng' }).fill('3');
    await owner.getByRole('textbox', { name: 'Năm' }).fill('1988');
    await owner.getByRole('textbox', { name: 'Số định danh cá nhân' }).fill('099188000055');
    await owner.getByRole('textbox', { name: 'Số điện thoại' }).fill('0900000155');
    await owner.getByRole('textbox', { name: /^Số nhà/u }).fill('5 đường Mái Chèo');
    await page.getByRole('radio', { name: 'Một cá nhân' }).check();
    await page
      .getByRole('group', { name: /hộ kinh doanh khác/u })
      .getByRole('radio', { name: 'Không' })
      .check();
    await quan.continue();
  });

  it('says what the business does; the full name is put together', async () => {
    const { page } = quan;
    await quan.heading('Hộ kinh doanh');
    await page.getByRole('textbox', { name: /^Tên riêng/u }).fill('Bến Sông');
    await page.getByText('Hộ kinh doanh Bến Sông').waitFor();
    await page.getByRole('textbox', { name: /^Số nhà/u }).fill('5 đường Mái Chèo');
    await page.getByRole('radio', { name: /^UBND phường Ngân Thượng/u }).check();
    await page.getByRole('radio', { name: /^Nhà của chủ hộ/u }).check();
    await page.getByRole('textbox', { name: /^Bán gì/u }).fill('Bán lẻ thực phẩm');
    await page
      .getByRole('group', { name: /ngành chính/u })
      .getByRole('radio', { name: 'Có' })
      .check();
    await page
      .getByRole('group', { name: /có điều kiện không/u })
      .getByRole('radio', { name: 'Không' })
      .check();
    await page.getByRole('textbox', { name: 'Vốn kinh doanh (đồng)' }).fill('50.000.000');
    await page.getByRole('textbox', { name: 'Số lao động dự kiến' }).fill('2');
    const start = page.getByRole('group', { name: /^Ngày bắt đầu/u });
    await start.getByRole('textbox', { name: 'Ngày' }).fill('1');
    await start.getByRole('textbox', { name: 'Tháng' }).fill('12');
    await start.getByRole('textbox', { name: 'Năm' }).fill(String(new Date().getFullYear() + 1));
    await quan.continue();
    await quan.heading('Đăng ký thuế');
    await page
      .getByRole('group', { name: /^Nhận thông báo thuế/u })
      .getByRole('radio', { name: 'Có' })
      .check();
    await page.getByRole('textbox', { name: /^Doanh thu/u }).fill('300000000');
    await page.getByRole('checkbox', { name: 'Tại cửa hàng' }).check();
    await page
      .getByRole('group', { name: /máy tính tiền/u })
      .getByRole('radio', { name: 'Không' })
      .check();
    await quan.continue();
    await quan.heading('Nhận kết quả và cam đoan');
    await page.getByRole('radio', { name: /^Bản điện tử/u }).check();
    await page.getByRole('checkbox', { name: /^Tôi cam đoan/u }).check();
    await quan.continue();
  });

  it('adds the authorisation, reads money as money, and files', async () => {
    const { page } = quan;
    await quan.heading('Giấy tờ kèm theo');
    await quan.upload(/^Văn bản ủy quyền/u, scannedPage);
    await quan.continue();
    await quan.heading('Kiểm tra rồi nộp');
    await page.getByText('50.000.000 đồng').waitFor();
    await page.getByRole('button', { name: 'Nộp hồ sơ', exact: true }).click();
    await quan.heading('Đã nộp hồ sơ');
    tracking = await quan.readTracking();
  });

  it('is received and found valid; then draft and tax office stand side by side', async () => {
    await oneStop.logIn('Mai Thùy Dung');
    await oneStop.open(/Tiếp nhận/u, tracking.transactionCode);
    const reception = await oneStop.begin('Tiếp nhận hồ sơ');
    await reception.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
    await oneStop.sees('Đã tiếp nhận.');
    code = await oneStop.readCode();

    await specialist.logIn('Hồ Ngọc Sơn');
    await specialist.open(/Cần xử lý/u, code);
    const check = await specialist.begin('Xử lý bước: Kiểm tra hồ sơ, tên');
    for (const question of [/^Tên không trùng/u, /^Chủ hộ chưa/u, /^Hồ sơ hợp lệ/u])
      await check.getByRole('group', { name: question }).getByRole('radio', { name: 'Có' }).check();
    await check.getByRole('radio', { name: 'Chuyển bước sau' }).check();
    await check.getByRole('button', { name: 'Hoàn thành bước' }).click();
    await specialist.sees('Đã hoàn thành bước.');
    await specialist.page.getByRole('button', { name: /Dự thảo giấy chứng nhận/u }).waitFor();
    expect(await specialist.page.getByRole('button', { name: /Thuế cấp mã số/u }).count()).toBe(0);
  });

  it('gets its number from the tax office, which sees its own step', async () => {
    await taxOffice.logIn('Phùng Quang Tín');
    await taxOffice.open(/Cần xử lý/u, code);
    const step = await taxOffice.begin('Xử lý bước: Thuế cấp mã số');
    await step
      .getByRole('group', { name: /^Đã cấp mã số/u })
      .getByRole('radio', { name: 'Có' })
      .check();
    await step.getByRole('textbox', { name: /^Mã số hộ kinh doanh/u }).fill('0990000155');
    const given = step.getByRole('group', { name: /^Ngày cơ quan thuế/u });
    await given.getByRole('textbox', { name: 'Ngày' }).fill('1');
    await given.getByRole('textbox', { name: 'Tháng' }).fill('9');
    await given.getByRole('textbox', { name: 'Năm' }).fill('2026');
    await step.getByRole('textbox', { name: 'Cơ quan thuế quản lý' }).fill('Thuế tỉnh Sông Ngân');
    await step.getByRole('radio', { name: 'Đã có kết quả' }).check();
    await step.getByRole('button', { name: 'Hoàn thành bước' }).click();
    await taxOffice.sees('Đã hoàn thành bước.');
  });

  it('leaves no complaint in anybody’s browser', () => {
    expect(
      [quan, oneStop, specialist, taxOffice].flatMap((person) => person.visitor.takeComplaints()),
    ).toEqual([]);
  });
});
