import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Citizen } from '../src/people/citizen';
import { scannedPage } from '../src/people/papers';
import { openBrowser } from '../src/people/visitor';

let browser: Browser;
let van: Citizen;

beforeAll(async () => {
  browser = await openBrowser();
  van = await Citizen.arrive(browser, { viewport: { width: 1366, height: 768 } });
});
afterAll(() => browser.close());

const values: Readonly<Record<string, string>> = {
  requesterRole: 'Bên nhận bảo đảm (ngân hàng, tổ chức tín dụng, người cho vay)',
  securedKind: 'Tổ chức',
  securedName: 'Ngân hàng TMCP Bến Ngân',
  securedTaxCode: '0990000013',
  securedAddress: '60 đường Bờ Sông',
  securedPhone: '0900000113',
  'givers.1.giverKind': 'Cá nhân',
  'givers.1.giverName': 'Quàng Văn Thử',
  'givers.1.giverId': '099088000012',
  'givers.1.giverAddress': '12 đường Mẫu',
  contractNumber: '01/2026/HĐTC',
  contractDate: '18/11/2025',
  notarised: 'Có',
  notary: 'Văn phòng công chứng Mẫu',
  securedAmount: '1.500.000.000',
  landRegistry: 'Chi nhánh Văn phòng đăng ký đất đai khu vực Ngân Thượng',
  objects: 'Quyền sử dụng đất',
  futureAssets: 'Không',
  'collaterals.1.certificateSerial': 'AA 00099001',
  'collaterals.1.certificateDate': '6/5/2019',
  'collaterals.1.parcelNumber': '45',
  'collaterals.1.parcelArea': '120,5',
  'collaterals.1.parcelAddress': '12 đường Mẫu',
  originalsBy: 'Ngân hàng chuyển theo bảng kê',
  returnMethod: 'Gửi qua bưu điện',
  returnAddress: '60 đường Bờ Sông',
  confirmed: 'x',
};

/** The table of the bank: three lines, `changes` by the name of the line. */
function table(changes: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const columns = Object.keys(values);
  const lines = ['HD01', 'HD02', 'HD03'].map((key) =>
    [key, ...columns.map((column) => changes[key]?.[column] ?? values[column])].join(';'),
  );
  const text = [['ma', ...columns].join(';'), '# ghi chú của ngân hàng', ...lines].join('\r\n');
  return { name: 'bang-ke.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

const papers = (...keys: readonly string[]) =>
  keys.flatMap((key) =>
    ['security-contract', 'original-certificate'].map((paper) => ({
      ...scannedPage,
      name: `${key}_${paper}.pdf`,
    })),
  );

// Each step needs the one before, as the person in it does.
describe('a bank that files its mortgages from a table', () => {
  const row = (key: string) =>
    van.page.getByRole('row').filter({ has: van.page.getByRole('rowheader', { name: key }) });

  let mortgagesBefore: number;

  it('gets an empty table with a column for everything that is typed', async () => {
    await van.page.goto('/lam-thay');
    await van.logIn('Đỗ Thanh Vân');
    await van.page.getByRole('radio', { name: /^Ngân hàng TMCP Bến Ngân/u }).check();
    await van.page.getByRole('button', { name: 'Chọn người này' }).click();
    await van.page.getByText('Bạn đang làm thay').waitFor();
    mortgagesBefore = await van.countMine('biện pháp bảo đảm');
    await van.page.goto('/nop-nhieu/1.011441');
    await van.heading('Nộp nhiều hồ sơ một lần');
    await van.page.getByText(/^Người nộp: Ngân hàng TMCP Bến Ngân/u).waitFor();
    const saved = (await van.download('Tải bảng mẫu')).toString('utf8');
    for (const column of Object.keys(values)) expect(saved).toContain(column);
  });

  it('is told what is wrong in which line, and files the others', async () => {
    await van.visitor.settled();
    await van.page
      .getByLabel('Chọn bảng đã điền')
      .setInputFiles(table({ HD02: { contractNumber: '', 'givers.1.giverId': '123' } }));
    await row('HD02').getByText('Cần sửa trong bảng').waitFor();
    expect(await row('HD02').innerText()).toMatch(/Số định danh cá nhân.*12 chữ số/su);
    await van.page.getByLabel('Chọn giấy tờ của các dòng').setInputFiles(papers('HD01'));
    await van.page.getByRole('button', { name: 'Nộp 2 hồ sơ' }).click();
    await row('HD01')
      .getByText(/Đã nộp, mã/u)
      .waitFor();
    await row('HD03')
      .getByText(/Thiếu giấy tờ: .*Hợp đồng bảo đảm/u)
      .waitFor();
  });

  it('corrects the table, adds the papers, and nothing is filed twice', async () => {
    const first = await row('HD01').innerText();
    await van.page.getByLabel('Chọn bảng đã điền').setInputFiles(table({}));
    await van.page.getByLabel('Chọn giấy tờ của các dòng').setInputFiles(papers('HD01', 'HD02', 'HD03'));
    await van.page.getByRole('button', { name: 'Nộp 2 hồ sơ' }).click();
    await van.page.getByText('Đã nộp 3 trên 3 hồ sơ.').waitFor();
    expect(await row('HD01').innerText()).toBe(first);
    expect(await van.countMine('biện pháp bảo đảm')).toBe(mortgagesBefore + 3);
  });

  it('opens the page anew with the same table, and still nothing is filed twice', async () => {
    const first = await row('HD01').innerText();
    await van.page.reload();
    await van.heading('Nộp nhiều hồ sơ một lần');
    await van.visitor.settled();
    await van.page.getByLabel('Chọn bảng đã điền').setInputFiles(table({}));
    await van.page.getByLabel('Chọn giấy tờ của các dòng').setInputFiles(papers('HD01', 'HD02', 'HD03'));
    await van.page.getByRole('button', { name: 'Nộp 3 hồ sơ' }).click();
    await van.page.getByText('Đã nộp 3 trên 3 hồ sơ.').waitFor();
    expect(await row('HD01').innerText()).toBe(first);
    expect(await van.countMine('biện pháp bảo đảm')).toBe(mortgagesBefore + 3);
  });

  it('leaves no complaint in the browser', () => {
    expect(van.visitor.takeComplaints()).toEqual([]);
  });
});
