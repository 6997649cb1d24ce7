import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { registerKiosk } from '../src/people/administrator';
import { Citizen, type Tracking } from '../src/people/citizen';
import { Kiosk } from '../src/people/kiosk';
import { Officer } from '../src/people/officer';
import { openBrowser, type Visitor } from '../src/people/visitor';

let browser: Browser;
let citizen: Citizen;
let kiosk: Kiosk;
let oneStop: Officer;
const officers: Officer[] = [];
let tracking: Tracking;

beforeAll(async () => {
  browser = await openBrowser();
  [citizen, kiosk, oneStop] = await Promise.all([
    Citizen.arrive(browser),
    Kiosk.arrive(browser),
    Officer.arrive(browser),
  ]);
});
afterAll(() => browser.close());

async function officerAt(name: string, code: string): Promise<Officer> {
  const officer = await Officer.arrive(browser);
  officers.push(officer);
  await officer.logIn(name);
  await officer.open(/Cần xử lý/u, code);
  return officer;
}

// Each step needs the one before, as the people in it do.
describe('the road when the register holds nothing', () => {
  it('begins with a dossier that the one-stop receives at once', async () => {
    await citizen.page.goto('/nop-ho-so/2.000908');
    await citizen.logIn('Lê Thị Thu Hà');
    await citizen.fillForm('Lê Thị Mận');
    const { transactionCode, pin } = await citizen.attachAndSubmit();
    await oneStop.logIn('Ngô Thị Hạnh', /Cán bộ một cửa/u);
    await oneStop.open(/Tiếp nhận/u, transactionCode);
    const form = await oneStop.begin('Tiếp nhận hồ sơ');
    await form.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
    await oneStop.sees('Đã tiếp nhận.');
    tracking = { transactionCode: await oneStop.readCode(), pin };
    await kiosk.activate(await registerKiosk(browser, 'Máy thứ hai'));
    expect(await kiosk.track(tracking)).toContain('Hồ sơ đang được giải quyết');
  });

  it('leads over a vain search and a signed refusal to a negative result', async () => {
    const { transactionCode: code } = tracking;
    const specialist = await officerAt('Lương Anh Tuấn', code);
    const lookUp = await specialist.begin('Xử lý bước: Tra cứu sổ gốc');
    await lookUp.getByRole('radio', { name: 'Không tìm thấy' }).check();
    await lookUp.getByRole('textbox', { name: /^Lý do/u }).fill('Sổ năm 1998 không có tên này.');
    await lookUp.getByRole('textbox', { name: /^Đã tra cứu những sổ nào/u }).fill('Sổ khai sinh 1997–1999');
    await lookUp.getByRole('radio', { name: 'Trình lãnh đạo' }).check();
    await lookUp.getByRole('button', { name: 'Hoàn thành bước' }).click();
    await specialist.sees('Đã hoàn thành bước.');
    await (
      await officerAt('Cao Hồng Phúc', code)
    ).complete('Xử lý bước: Ký văn bản từ chối', 'Ký văn bản từ chối');
    const clerk = await officerAt('Trịnh Văn Bảo', code);
    await clerk.complete('Xử lý bước: Phát hành văn bản từ chối', 'Phát hành văn bản từ chối', {
      'Số văn bản': '03/TB',
    });
    expect(await kiosk.track(tracking)).toContain('Hồ sơ đã có văn bản trả lời: không giải quyết được');
  });

  it('ends with the written refusal in the hands of the citizen', async () => {
    const { transactionCode: code } = tracking;
    await oneStop.open(/Trả kết quả/u, code);
    const form = await oneStop.begin('Trả kết quả');
    await form.getByRole('radio', { name: /^Trả tại quầy/u }).check();
    await form.getByRole('radio', { name: 'Chủ hồ sơ' }).check();
    await form.getByRole('textbox', { name: /^Họ và tên người nhận/u }).fill('Lê Thị Thu Hà');
    await form.getByRole('button', { name: 'Xác nhận đã trả kết quả' }).click();
    await oneStop.sees('Đã trả kết quả.');
    expect(await kiosk.track(tracking)).toContain('Kết quả đã được trả');
    await citizen.openDossier(code);
    const refusal = await citizen.download(/từ chối/iu);
    expect(refusal.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('leaves no complaint in anybody’s browser', () => {
    const visitors: Visitor[] = [citizen, kiosk, oneStop, ...officers].map((person) => person.visitor);
    expect(visitors.flatMap((visitor) => visitor.takeComplaints())).toEqual([]);
  });
});
