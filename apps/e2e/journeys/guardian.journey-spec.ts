import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { Citizen } from '../src/people/citizen';
import { scannedPage } from '../src/people/papers';
import { ScreenReader } from '../src/people/screen-reader';
import { openBrowser } from '../src/people/visitor';

const transcriptFile = fileURLToPath(
  new URL('../../../docs/handbook/nguoi-khiem-thi-nop-ho-so.md', import.meta.url),
);
const introduction = `# Người khiếm thị nộp hồ sơ cho mẹ

Anh Khoa không nhìn thấy, dùng bàn phím và trình đọc màn hình. Anh nộp hồ sơ trợ cấp xã hội (1.001776) cho mẹ mà anh giám hộ.
Dưới đây là những gì trình đọc màn hình đọc lên, viết ra từ cây trợ năng của trình duyệt; phím anh bấm đứng trong ngoặc vuông.
Bản này do \`apps/e2e/journeys/guardian.journey-spec.ts\` tạo ra khi chạy với \`MOCUA_UPDATE=1\`; lần chạy khác so lại từng dòng.
`;

let browser: Browser;
let khoa: Citizen;
let reader: ScreenReader;

beforeAll(async () => {
  browser = await openBrowser();
  khoa = await Citizen.arrive(browser, { viewport: { width: 1280, height: 900 } });
  reader = await ScreenReader.attach(khoa.page);
});
afterAll(() => browser.close());

/** The keyboard takes the person to a button, and Enter presses it. */
async function pressButton(name: string | RegExp): Promise<void> {
  await reader.tabTo('button', name);
  await khoa.page.keyboard.press('Enter');
}

// Each step needs the one before, as the person in it does.
describe('a blind guardian, by keyboard and what is said alone', () => {
  it('signs in and is asked for whom he files', async () => {
    reader.scene('Đăng nhập và chọn nộp cho mẹ');
    await khoa.page.goto('/nop-ho-so/1.001776');
    await reader.hearPage(/Đăng nhập/u);
    await reader.skipToContent();
    await reader.tabTo('link', 'Đăng nhập bằng VNeID');
    await khoa.page.keyboard.press('Enter');
    await khoa.page.getByRole('button', { name: /Vũ Đình Khoa/u }).focus();
    await khoa.page.keyboard.press('Enter');
    await reader.hearPage(/trợ cấp xã hội/u);
    await reader.skipToContent();
    await reader.choose(/^Bạn nộp hồ sơ cho ai/u, /^Hoàng Thị Lành/u);
    await pressButton('Tiếp tục');
  });

  it('hears what is known about him and goes on', async () => {
    reader.scene('Người khai');
    await reader.hearPage('Người khai');
    await pressButton('Tiếp tục');
  });

  it('is told in words what is missing, and is taken there', async () => {
    reader.scene('Đề nghị và người được hưởng: bấm Tiếp tục khi chưa khai');
    await reader.hearPage('Đề nghị và người được hưởng');
    await pressButton('Tiếp tục');
    expect(await reader.hearAlert()).toMatch(/Hãy sửa những mục sau.*Bạn khai cho ai/u);
    await reader.tabTo('link', /Bạn đề nghị việc gì/u);
    await khoa.page.keyboard.press('Enter');
    expect((await reader.hear('[Enter]')).role).toBe('radio');
  });

  it('says what he asks for, and who his mother is', async () => {
    reader.scene('Khai về mẹ');
    await reader.choose(/^Bạn đề nghị việc gì/u, /^Bắt đầu hưởng/u);
    await reader.choose(/^Bạn khai cho ai/u, /^Cho người tôi giám hộ/u);
    await reader.choose(/^Bạn là gì/u, /^Người giám hộ/u);
    await reader.fill(/^Quyết định giám hộ/u, 'Số 12/QĐ-UBND của UBND xã Pù Lĩnh');
    await reader.fill(/^Họ và tên/u, 'Hoàng Thị Lành');
    await reader.fill('Ngày', '18');
    await reader.fill('Tháng', '4');
    await reader.fill('Năm', '1948');
    await reader.choose(/^Người này đã có số/u, 'Có');
    await reader.fill(/^Số định danh cá nhân/u, '099148000108');
    await reader.choose(/^Giới tính/u, 'Nữ');
    await reader.fill(/^Số nhà/u, 'Bản Chiềng');
    await reader.choose(/^Ủy ban nhân dân/u, /xã Pù Lĩnh/u);
    await pressButton('Tiếp tục');
  });

  it('describes her circumstances; her age is calculated and can be heard', async () => {
    reader.scene('Hoàn cảnh');
    await reader.hearPage('Hoàn cảnh');
    await reader.choose(/thuộc trường hợp nào/u, 'Người cao tuổi');
    await reader.choose(/^Hộ của người này/u, 'Hộ nghèo');
    await reader.choose(/phụng dưỡng/u, 'Không');
    await reader.choose(/lương hưu/u, 'Không');
    await reader.choose(/sống một mình/u, 'Có');
    await pressButton('Tiếp tục');
    reader.scene('Nhận tiền trợ cấp');
    await reader.hearPage('Nhận tiền trợ cấp');
    await reader.choose(/nhận tiền/iu, /^Nhận tiền mặt/u);
    await pressButton('Tiếp tục');
    reader.scene('Nhận kết quả và cam đoan');
    await reader.hearPage('Nhận kết quả và cam đoan');
    await reader.choose(/nhận kết quả/u, /^Bản điện tử/u);
    await reader.tabTo('checkbox', /^Tôi cam đoan/u);
    await reader.press('Space');
    await pressButton('Tiếp tục');
  });

  it('adds the decision on guardianship, hears everything read back, and files', async () => {
    reader.scene('Giấy tờ kèm theo');
    await reader.hearPage('Giấy tờ kèm theo');
    await khoa.upload(/^Giấy tờ về giám hộ/u, scannedPage);
    await pressButton('Tiếp tục');
    reader.scene('Kiểm tra rồi nộp');
    await reader.hearPage('Kiểm tra rồi nộp');
    await khoa.visitor.settled(); // the fees are asked for when the page is there
    await reader.readOn();
    await pressButton('Nộp hồ sơ');
    reader.scene('Đã nộp hồ sơ');
    await reader.hearPage('Đã nộp hồ sơ');
    const { transactionCode } = await khoa.readTracking();
    expect(transactionCode).toMatch(/\S{8,}/u);
  });

  it('was told things that read sensibly', () => {
    const transcript = `${introduction}${reader.transcript()}`;
    // Nothing is spoken without a name, and nothing in the language of programs.
    expect(
      transcript.split('\n').filter((line) => /\] (?:nút|liên kết|ô nhập|hộp kiểm)(?:,|$)/u.test(line)),
    ).toEqual([]);
    expect(transcript).not.toMatch(/undefined|null|NaN|\[object/u);
    if (process.env['MOCUA_UPDATE'] === '1') writeFileSync(transcriptFile, transcript);
    expect(transcript).toBe(readFileSync(transcriptFile, 'utf8'));
  });

  it('leaves no complaint in the browser', () => {
    expect(khoa.visitor.takeComplaints()).toEqual([]);
  });
});
