import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Citizen } from '../src/people/citizen';
import { FormAnswers } from '../src/people/form-answers';
import { Officer } from '../src/people/officer';
import { photo } from '../src/people/papers';
import { openBrowser, type Visitor } from '../src/people/visitor';

let browser: Browser;
let citizen: Citizen;
let answers: FormAnswers;
const visitors: Visitor[] = [];
let transactionCode: string;
let code: string;

beforeAll(async () => {
  browser = await openBrowser();
  citizen = await Citizen.arrive(browser);
  answers = new FormAnswers(citizen.page);
  visitors.push(citizen.visitor);
});
afterAll(() => browser.close());

async function officer(name: string, role?: RegExp): Promise<Officer> {
  const arrived = await Officer.arrive(browser);
  visitors.push(arrived.visitor);
  await arrived.logIn(name, role);
  return arrived;
}

/** The child was born three days ago, whatever day it is. */
const born = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
const child = 'Trần Minh Khôi';

async function receive(filed: string): Promise<string> {
  const oneStop = await officer('Ngô Thị Hạnh', /Cán bộ một cửa/u);
  await oneStop.open(/Tiếp nhận/u, filed);
  const form = await oneStop.begin('Tiếp nhận hồ sơ');
  await form.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
  await oneStop.sees('Đã tiếp nhận.');
  return oneStop.readCode();
}

async function fileWithPapers(papers: readonly RegExp[]): Promise<string> {
  await citizen.heading('Giấy tờ kèm theo');
  for (const paper of papers) await citizen.upload(paper, photo);
  await citizen.continue();
  await citizen.heading('Kiểm tra rồi nộp');
  await citizen.page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await citizen.heading('Đã nộp hồ sơ');
  return (await citizen.readTracking()).transactionCode;
}

// Each step needs the one before, as the people in it do.
describe('a birth registered from a phone', () => {
  it('begins with who the mother is', async () => {
    await citizen.page.goto('/nop-ho-so/1.001193');
    await citizen.logIn('Lê Thị Thu Hà');
    await citizen.heading('Người yêu cầu');
    await answers.choose(/^Bạn là gì của trẻ/u, 'Mẹ');
    await citizen.continue();
  });

  it('asks about the child, and for no reason when the child is three days old', async () => {
    await citizen.heading('Trẻ được khai sinh');
    await answers.write(/^Họ, chữ đệm, tên của trẻ/u, child);
    await answers.choose(/^Giới tính/u, 'Nam');
    await answers.date(/^Ngày sinh/u, born);
    expect(await citizen.page.getByRole('textbox', { name: /^Vì sao đến nay/u }).count()).toBe(0);
    await answers.choose(/^Trẻ sinh ở đâu/u, 'Bệnh viện, trạm y tế');
    await answers.write(/^Nơi sinh/u, 'Trạm Y tế xã Đồng Sen, tỉnh Sông Ngân');
    await answers.write(/^Dân tộc/u, 'Kinh');
    await answers.write(/^Quốc tịch/u, 'Việt Nam');
    await answers.write(/^Quê quán/u, 'Xã Đồng Sen, tỉnh Sông Ngân');
    await answers.choose(/^Bạn có giấy chứng sinh không/u, 'Có');
    await citizen.continue();
  });

  it('asks about both parents and where to register', async () => {
    await citizen.heading('Cha và mẹ');
    await answers.choose(/^Có khai người mẹ không/u, 'Có');
    await answers.choose(/^Có khai người cha không/u, 'Có');
    await answers.choose(/^Cha mẹ đã đăng ký kết hôn chưa/u, 'Có');
    for (const [parent, name, year] of [
      ['mẹ', 'Lê Thị Thu Hà', '1998'],
      ['cha', 'Trần Văn Lâm', '1996'],
    ] as const) {
      await answers.write(new RegExp(`^Họ và tên người ${parent}`, 'u'), name);
      await answers.write(new RegExp(`^Năm sinh của ${parent}`, 'u'), year);
      await answers.write(new RegExp(`^Dân tộc của ${parent}`, 'u'), 'Kinh');
      await answers.write(new RegExp(`^Quốc tịch của ${parent}`, 'u'), 'Việt Nam');
      await answers.address(new RegExp(`^Nơi cư trú của ${parent}`, 'u'), 'Thôn Đông, xã Đồng Sen');
    }
    await citizen.continue();
    await citizen.heading('Nơi đăng ký');
    await answers.choose(/^Đăng ký tại/u, 'UBND xã Đồng Sen');
    await citizen.continue();
    await citizen.heading('Nhận kết quả');
    await answers.choose(/^Bạn muốn nhận kết quả/u, 'Bản điện tử');
    await answers.confirm();
    await citizen.continue();
    transactionCode = await fileWithPapers([/^Giấy chứng sinh/u]);
  });

  it('is entered by the registrar, signed by the leader and issued by the clerk', async () => {
    code = await receive(transactionCode);
    const registrar = await officer('Lương Anh Tuấn');
    await registrar.open(/Cần xử lý/u, code);
    const check = await registrar.begin('Xử lý bước: Kiểm tra, ghi sổ khai sinh');
    await check.getByRole('radio', { name: 'Đủ điều kiện', exact: true }).check();
    await check.getByRole('textbox', { name: /^Quyển số/u }).fill('02/2026');
    await check.getByRole('textbox', { name: /^Số trong sổ khai sinh/u }).fill('84');
    await check.getByRole('textbox', { name: /^Số định danh cấp cho trẻ/u }).fill('099226000084');
    await check.getByRole('radio', { name: /^Đủ điều kiện, trình ký/u }).check();
    await check.getByRole('button', { name: 'Hoàn thành bước' }).click();
    await registrar.sees('Đã hoàn thành bước.');

    const leader = await officer('Cao Hồng Phúc');
    await leader.open(/Cần xử lý/u, code);
    await leader.complete('Xử lý bước: Ký Giấy khai sinh', 'Ký Giấy khai sinh');
    const clerk = await officer('Trịnh Văn Bảo');
    await clerk.open(/Cần xử lý/u, code);
    await clerk.complete('Xử lý bước: Đóng dấu, phát hành Giấy khai sinh', 'Phát hành Giấy khai sinh', {
      Số: '84/2026',
    });
  });

  it('gives the mother the certificate of the child', async () => {
    await citizen.openDossier(code);
    const certificate = await citizen.download('Tải kết quả');
    expect(certificate.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is followed by an extract for a parent, filed and paid by the same hand', async () => {
    await citizen.page.goto('/nop-ho-so/2.000635');
    await citizen.heading('Người yêu cầu');
    await citizen.continue();
    await citizen.heading('Việc hộ tịch');
    await answers.choose(/^Bạn xin cho ai/u, 'Cho cha, mẹ, con');
    await answers.choose(/^Người đó là gì của bạn/u, 'Con');
    await answers.write(/^Họ và tên người trong sổ/u, child);
    await answers.choose(/^Việc đã đăng ký/u, 'Khai sinh');
    await answers.choose(/^Nơi đã đăng ký/u, 'UBND xã Đồng Sen');
    await answers.write(/^Số bản cần cấp/u, '3');
    await answers.choose(/^Bạn có thuộc diện được miễn/u, 'Không');
    await answers.choose(/^Bạn đã tích hợp đủ năm giấy tờ/u, 'Không');
    await citizen.continue();
    await citizen.heading('Nhận kết quả');
    await answers.choose(/^Bạn muốn nhận kết quả/u, 'Bản điện tử');
    await answers.confirm();
    await citizen.continue();
    const filed = await fileWithPapers([]);
    await citizen.payFee();
    expect(await receive(filed)).toMatch(/H99\S*-\d{6}-\d{4}$/u);
  });

  it('leaves no complaint in anybody’s browser', () => {
    expect(visitors.flatMap((visitor) => visitor.takeComplaints())).toEqual([]);
  });
});
