import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskReturn, DraftView, PaymentView, SubmissionReceipt, UnitOption } from '@mocua/contract';
import type { Browser } from 'playwright-core';
import { Citizen } from '../src/people/citizen';
import { FormAnswers } from '../src/people/form-answers';
import { Officer } from '../src/people/officer';
import { Wire } from '../src/people/wire';
import { openBrowser, origin } from '../src/people/visitor';

let browser: Browser;
let lam: Citizen;
let oneStop: Officer;
let registrar: Officer;
let cashier: Officer;
let transactionCode: string;

beforeAll(async () => {
  browser = await openBrowser();
  lam = await Citizen.arrive(browser);
  oneStop = await Officer.arrive(browser);
  registrar = await Officer.arrive(browser);
  cashier = await Officer.arrive(browser);
});
afterAll(() => browser.close());

// Each step needs the one before, as the people in it do.
/** Files for three copies of one's own extract, past the pages. */
async function fileForThree(): Promise<SubmissionReceipt> {
  const wire = await Wire.of(lam.visitor.context, 'citizen');
  const draft = await wire.send<DraftView>('POST', '/citizen/drafts', {
    procedureCode: '2.000635',
    startNew: true,
  });
  const units = await wire.get<{ items: UnitOption[] }>('/public/units?filter=register-keeper');
  const answers = {
    phone: '0900000103',
    address: { text: 'Thôn Đông, xã Đồng Sen, tỉnh Sông Ngân' },
    ...draft.answers,
    relation: 'self',
    eventKind: 'birth',
    registerKeeper: units.items.find(({ name }) => name === 'UBND xã Đồng Sen')?.unitId,
    copies: 3,
    feeGround: 'none',
    papersInVneid: 'no',
    returnMethod: 'electronic',
    confirmed: true,
  };
  const path = `/citizen/drafts/${draft.draftId}`;
  const saved = await wire.send<DraftView>('PUT', `${path}/answers`, { version: draft.version, answers });
  return wire.send('POST', `${path}/submission`, { version: saved.version });
}

/** Asks again, as a person reloads a page, until what the worker has to tell was told. */
async function told<T>(wire: Wire, path: string, holds: (answer: T) => boolean): Promise<void> {
  for (let asked = 0; asked < 100; asked += 1) {
    if (holds(await wire.get<T>(path))) return;
    await lam.page.waitForTimeout(100);
  }
  throw new Error(`${path} was never told`);
}

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
    // Asked for too many: taken back with a reason, which the person reads.
    const wrong = await registrar.begin('Yêu cầu nộp tiền');
    await wrong.getByRole('radio', { name: 'Bản sao trích lục xin thêm' }).check();
    await wrong.getByRole('textbox', { name: 'Số lượng (bản)' }).fill('3');
    await wrong.getByRole('textbox', { name: /^Lý do/u }).fill('Bạn gọi điện xin thêm bản.');
    await wrong.getByRole('button', { name: 'Yêu cầu nộp 24.000 đồng' }).click();
    await registrar.sees('Đã gửi yêu cầu nộp tiền.');
    const back = await registrar.begin('Thu hồi yêu cầu nộp tiền');
    await back.getByRole('textbox', { name: 'Lý do thu hồi' }).fill('Ghi nhầm số bản.');
    await back.getByRole('button', { name: 'Thu hồi yêu cầu' }).click();
    await registrar.sees('Đã thu hồi yêu cầu nộp tiền.');

    const form = await registrar.begin('Yêu cầu nộp tiền');
    await form.getByRole('radio', { name: 'Bản sao trích lục xin thêm' }).check();
    await form.getByRole('textbox', { name: 'Số lượng (bản)' }).fill('2');
    await form.getByRole('textbox', { name: /^Lý do/u }).fill('Bạn gọi điện xin thêm hai bản.');
    await form.getByRole('button', { name: 'Yêu cầu nộp 16.000 đồng' }).click();
    await registrar.sees('Đã gửi yêu cầu nộp tiền.');

    const { page } = lam;
    await page.getByRole('link', { name: 'Về hồ sơ' }).click();
    const requests = page.getByRole('region', { name: 'Bản sao trích lục xin thêm' });
    await requests.filter({ hasText: 'Ghi nhầm số bản.' }).getByText('Không phải nộp.').waitFor();
    const asked = requests.first();
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

  it('is paid in cash at the desk of the commune, and a part is given back there once it costs less', async () => {
    const filed = await fileForThree();
    const { page } = cashier;
    await cashier.logIn('Kiều Thanh Thủy');
    await page.getByRole('link', { name: 'Quầy thu', exact: true }).click();
    await page.getByRole('textbox', { name: 'Mã hồ sơ hoặc mã giao dịch' }).fill(filed.transactionCode);
    await page.getByRole('button', { name: 'Tìm khoản phải thu' }).click();
    await page.getByRole('button', { name: 'Đã nhận đủ 24.000 đồng' }).click();
    await page.getByText(/Đã thu 24\.000 đồng của hồ sơ/u).waitFor();
    const mine = await Wire.of(lam.visitor.context, 'citizen');
    const paid = `/citizen/dossiers/${filed.dossierId}/payment`;
    await told<PaymentView>(mine, paid, ({ received }) => received.length === 1);

    await lam.page.goto(`/ho-so/${filed.dossierId}/sua`);
    await new FormAnswers(lam.page).write(/^Số bản cần cấp/u, '1');
    await lam.page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await lam.page.waitForURL((url) => url.pathname.endsWith(filed.dossierId));
    const desk = await Wire.of(cashier.visitor.context, 'officer');
    await told<{ items: DeskReturn[] }>(desk, '/officer/cash-desk/returns', ({ items }) =>
      items.some(({ code }) => code === filed.transactionCode),
    );
    await page.reload();
    await page.getByRole('heading', { name: 'Cần trả lại tiền' }).waitFor();
    await page.getByRole('link', { name: filed.transactionCode }).click();
    await page.getByRole('textbox', { name: 'Lý do hoàn tiền' }).fill('Người nộp xin ít bản hơn');
    await page.getByRole('button', { name: 'Hoàn 16.000 đồng' }).click();
    await page.getByText('Đã ghi hoàn 16.000 đồng. Hãy trả tiền mặt cho người nộp.').waitFor();
    await page.getByRole('link', { name: 'Quầy thu', exact: true }).click();
    await page.getByRole('heading', { name: 'Cần trả lại tiền' }).waitFor();
    await page.getByRole('link', { name: filed.transactionCode }).waitFor({ state: 'detached' });
    await told<PaymentView>(mine, paid, ({ received }) =>
      received.some(({ returned }) => returned === 16_000),
    );
    await lam.page.goto(`/ho-so/${filed.dossierId}/nop-tien`);
    await lam.page.getByText('16.000 đồng đã được hoàn lại cho bạn.').waitFor();
  });

  it('leaves no complaint in anybody’s browser', () => {
    expect([lam, oneStop, registrar, cashier].flatMap((person) => person.visitor.takeComplaints())).toEqual(
      [],
    );
  });
});
