import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { registerKiosk } from '../src/people/administrator';
import { Citizen, type Tracking } from '../src/people/citizen';
import { whileDocumentsAreDown } from '../src/people/documents-down';
import { Kiosk } from '../src/people/kiosk';
import { Officer } from '../src/people/officer';
import { betterPhoto } from '../src/people/papers';
import { openBrowser, type Visitor } from '../src/people/visitor';

const name = /^Cấp bản sao từ sổ gốc$/u;
let browser: Browser;
let citizen: Citizen;
let kiosk: Kiosk;
let oneStop: Officer;
let specialist: Officer;
let leader: Officer;
let clerk: Officer;
let tracking: Tracking;
let code: string;

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await Citizen.arrive(browser);
  kiosk = await Kiosk.arrive(browser);
  [oneStop, specialist, leader, clerk] = (await Promise.all(
    [1, 2, 3, 4].map(() => Officer.arrive(browser)),
  )) as [Officer, Officer, Officer, Officer];
});
afterAll(() => browser.close());

// Each step needs the one before, as the people in it do.
describe('the road of a copy from the original register', () => {
  it('begins with a search without tones and a page that says what is needed', async () => {
    await citizen.openProcedureBySearch('cap ban sao tu so goc', name);
    const text = await citizen.page.getByRole('main').innerText();
    for (const part of ['Bản chụp giấy tờ tùy thân', 'Không thu phí', 'Căn cứ pháp lý'])
      expect(text).toContain(part);
  });

  it('asks who it is and leads back to the form, filled in from the identity with its source', async () => {
    await citizen.page.getByRole('link', { name: 'Nộp hồ sơ' }).first().click();
    await citizen.logIn('Trần Văn Lâm');
    await citizen.heading('Người yêu cầu');
    expect(await citizen.page.getByRole('group', { name: 'Họ và tên' }).innerText()).toBe('Trần Văn Lâm');
    await citizen.page
      .getByText(/Lấy từ .*VNeID.* lúc .*, đã xác minh/u)
      .first()
      .waitFor();
  });

  it('is filled in on a phone and filed once, however often the button is pressed', async () => {
    await citizen.fillForm('Trần Bảo An');
    const before = await citizen.countMine(); // the draft is among them, and becomes the dossier
    tracking = await citizen.attachAndSubmit();
    expect(tracking.transactionCode).toMatch(/\S{8,}/u);
    expect(tracking.pin).toMatch(/^[0-9A-Z]{4,}$/u);
    await citizen.page.goto('/ho-so');
    await citizen.page.getByText(tracking.transactionCode).waitFor();
    expect(await citizen.countMine()).toBe(before);
  });

  it('is shown by a kiosk that an administrator registered', async () => {
    await kiosk.activate(await registerKiosk(browser, 'Máy sảnh Đồng Sen'));
    expect(await kiosk.track(tracking)).toContain('Hồ sơ đã nộp, đang chờ tiếp nhận');
  });

  it('stops at the one-stop, which asks for a better photo and the number of the paper', async () => {
    await oneStop.logIn('Ngô Thị Hạnh', /Cán bộ một cửa/u);
    await oneStop.open(/Tiếp nhận/u, tracking.transactionCode);
    const form = await oneStop.begin('Yêu cầu bổ sung');
    await form.getByRole('checkbox', { name: /^Bản chụp giấy tờ tùy thân/u }).check();
    await form
      .getByRole('textbox', { name: /^Cần sửa thế nào: Bản chụp giấy tờ tùy thân/u })
      .fill('Chụp lại cả hai mặt, thấy rõ số.');
    await form.getByRole('checkbox', { name: /^Số của giấy tờ/u }).check();
    await form
      .getByRole('textbox', { name: /^Cần sửa thế nào: Số của giấy tờ/u })
      .fill('Ghi số của giấy khai sinh.');
    await form.getByRole('textbox', { name: /^Lý do yêu cầu bổ sung/u }).fill('Ảnh mờ, không đọc được số.');
    await form.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
    await oneStop.sees('Đã gửi yêu cầu bổ sung.');
    expect(await kiosk.track(tracking)).toContain('Hồ sơ cần bổ sung trước khi tiếp nhận');
  });

  it('lets the citizen answer only what was asked', async () => {
    await citizen.openDossier(tracking.transactionCode);
    await citizen.page.getByRole('link', { name: 'Bổ sung ngay' }).click();
    await citizen.heading('Bổ sung hồ sơ');
    const open = citizen.page.getByRole('main').locator('input:not([type=file]), textarea, select');
    await citizen.page.getByRole('textbox', { name: /^Số của giấy tờ/u }).fill('45/1996');
    expect(await open.count()).toBe(1);
    await citizen.upload(/^Bản chụp giấy tờ tùy thân/u, betterPhoto);
    await citizen.page.getByRole('button', { name: 'Gửi phần bổ sung' }).click();
    await citizen.page.getByRole('heading', { name: 'Diễn biến' }).waitFor();
    expect(await kiosk.track(tracking)).toContain('Hồ sơ đã nộp, đang chờ tiếp nhận');
  });

  it('is received with a code and a due date that says how it came about', async () => {
    await oneStop.open(/Tiếp nhận/u, tracking.transactionCode);
    const form = await oneStop.begin('Tiếp nhận hồ sơ');
    await form.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
    const said = await oneStop.sees('Đã tiếp nhận.');
    code = await oneStop.readCode();
    expect(said).toContain(code);
    expect(code).toMatch(/H99\S*-\d{6}-\d{4}$/u);
    const due = oneStop.page.getByRole('region', { name: 'Hẹn trả' });
    await due.getByText('Vì sao là ngày này?').click();
    await due
      .getByRole('listitem')
      .filter({ hasText: /Nghị định|NĐ|Điều/u })
      .first()
      .waitFor();
    expect(await kiosk.track({ ...tracking, transactionCode: code })).toContain('Hồ sơ đang được giải quyết');
  });

  it('is looked up by the specialist, signed by the leader and issued by the clerk', async () => {
    await specialist.logIn('Lương Anh Tuấn');
    await specialist.open(/Cần xử lý/u, code);
    const lookUp = await specialist.begin('Xử lý bước: Tra cứu sổ gốc');
    await lookUp.getByRole('radio', { name: 'Có', exact: true }).check();
    await lookUp.getByRole('textbox', { name: /^Quyển số/u }).fill('02/1996');
    await lookUp.getByRole('textbox', { name: /^Số thứ tự trong sổ/u }).fill('45');
    await lookUp
      .getByRole('textbox', { name: /^Nội dung cần sao/u })
      .fill('Trần Bảo An, sinh ngày 14/05/1996.');
    await lookUp.getByRole('radio', { name: 'Trình lãnh đạo' }).check();
    await lookUp.getByRole('button', { name: 'Hoàn thành bước' }).click();
    await specialist.sees('Đã hoàn thành bước.');
    expect(await kiosk.track({ ...tracking, transactionCode: code })).toContain('Hồ sơ đang được giải quyết');

    await leader.logIn('Cao Hồng Phúc');
    await leader.open(/Cần xử lý/u, code);
    await leader.complete('Xử lý bước: Ký duyệt bản sao', 'Ký duyệt bản sao');

    await clerk.logIn('Trịnh Văn Bảo');
    const reasonSent = await whileDocumentsAreDown(clerk.page);
    await clerk.open(/Cần xử lý/u, code);
    const issue = await clerk.begin('Xử lý bước: Đóng dấu, vào sổ, phát hành');
    await issue.getByRole('textbox', { name: 'Số vào sổ cấp bản sao' }).fill('12/2026/SG');
    await issue.getByRole('radio', { name: 'Phát hành bản sao', exact: true }).check();
    await issue.getByRole('button', { name: 'Hoàn thành bước' }).click();
    const reason = issue.getByRole('textbox', { name: /^Lý do cấp số tại chỗ/u });
    await reason.and(issue.locator('[aria-invalid="true"]')).waitFor();
    await reason.fill('Hệ thống quản lý văn bản ngừng từ sáng.');
    await issue.getByRole('button', { name: 'Hoàn thành bước' }).click();
    await clerk.sees('Đã hoàn thành bước.');
    expect(reasonSent()).toBe('Hệ thống quản lý văn bản ngừng từ sáng.');
    expect(await kiosk.track({ ...tracking, transactionCode: code })).toContain('Hồ sơ đã có kết quả');
  });

  it('is returned by the one-stop and downloaded by the citizen', async () => {
    await oneStop.open(/Trả kết quả/u, code);
    const form = await oneStop.begin('Trả kết quả');
    await form.getByRole('radio', { name: /^Trả bản điện tử/u }).check();
    await form.getByRole('radio', { name: 'Chủ hồ sơ' }).check();
    await form.getByRole('textbox', { name: /^Họ và tên người nhận/u }).fill('Trần Văn Lâm');
    await form.getByRole('button', { name: 'Xác nhận đã trả kết quả' }).click();
    await oneStop.sees('Đã trả kết quả.');
    expect(await kiosk.track({ ...tracking, transactionCode: code })).toContain('Kết quả đã được trả');

    await citizen.openDossier(code);
    const result = await citizen.download('Tải kết quả');
    expect(result.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('leaves no complaint in anybody’s browser', () => {
    const people: Readonly<Record<string, Visitor>> = {
      citizen: citizen.visitor,
      kiosk: kiosk.visitor,
      oneStop: oneStop.visitor,
      specialist: specialist.visitor,
      leader: leader.visitor,
      clerk: clerk.visitor,
    };
    expect(
      Object.entries(people).flatMap(([who, visitor]) =>
        visitor.takeComplaints().map((text) => `${who}: ${text}`),
      ),
    ).toEqual([]);
  });
});
