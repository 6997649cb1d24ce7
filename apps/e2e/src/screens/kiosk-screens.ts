import type { Page } from 'playwright-core';
import { outside } from '../people/visitor';
import { heading, press, type Screen } from './screen';
import type { Watcher, World } from './world';

function kiosk(route: string, name: string, reach?: Screen['reach'], who: Watcher = 'kiosk'): Screen {
  return { app: 'kiosk', route, name, who, path: () => '/kiosk/', states: [], ...(reach ? { reach } : {}) };
}

const byCode = press('Tra cứu bằng mã hồ sơ');

/** Puts something on a device that the outside world plays. */
async function play(area: string, form: Readonly<Record<string, string>>): Promise<void> {
  await fetch(`${outside()}/${area}`, { method: 'POST', body: new URLSearchParams(form).toString() });
}

async function openedProcedure(page: Page): Promise<void> {
  await press('Làm thủ tục')(page);
  await page.getByRole('searchbox').fill('so goc');
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Cấp bản sao từ sổ gốc/u })
    .click();
  await heading(page, /^Cấp bản sao từ sổ gốc/u);
}

async function signedIn(page: Page): Promise<void> {
  await press('Dùng thẻ căn cước')(page);
  await play('card-reader', { card: 'van', holder: 'matched' });
}

async function askedForWhom(page: Page): Promise<void> {
  await openedProcedure(page);
  await press('Nộp hồ sơ tại máy')(page);
  await signedIn(page);
  await page.getByRole('group', { name: 'Ông/bà làm cho ai?' }).waitFor();
}

async function begunForm(page: Page): Promise<void> {
  await askedForWhom(page);
  await press('Tiếp tục')(page);
  await heading(page, 'Người yêu cầu');
}

async function filledForm(page: Page): Promise<void> {
  await begunForm(page);
  // the draft is taken up again with what was typed into it for the screen of a wrong number
  await page.getByRole('textbox', { name: /^Số điện thoại/u }).fill('0900000106');
  await press('Tiếp tục')(page);
  await heading(page, 'Giấy tờ cần sao');
  await page.getByRole('radio', { name: /^Người được cấp bản chính/u }).check();
  await page.getByRole('radio', { name: 'Giấy khai sinh' }).check();
  await page.getByRole('radio', { name: /^UBND xã Đồng Sen/u }).check();
  await page.getByRole('textbox', { name: 'Số bản sao cần cấp' }).fill('2');
  await press('Tiếp tục')(page);
  await heading(page, 'Nhận kết quả');
  await page.getByRole('radio', { name: /^Bản điện tử/u }).check();
  await page.getByRole('checkbox', { name: /^Tôi cam đoan/u }).check();
  await press('Tiếp tục')(page);
  await heading(page, 'Giấy tờ kèm theo');
}

async function lookedUp(page: Page, { tracking }: World): Promise<void> {
  await byCode(page);
  await page.getByRole('textbox', { name: 'Mã hồ sơ' }).fill(tracking.transactionCode);
  await page.getByRole('textbox', { name: 'Số PIN' }).fill(tracking.pin);
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
  await heading(page, 'Hồ sơ của ông/bà');
}

/** Screens of the kiosk, and the page the person's own phone opens from it. */
export const kioskScreens: readonly Screen[] = [
  kiosk('', 'kich-hoat', undefined, 'new-kiosk'),
  kiosk('', 'chao'),
  kiosk('', 'goi-can-bo', press('Gọi cán bộ')),
  kiosk('', 'mat-ket-noi', async (page) => {
    await page.route('**/api/v1/kiosk/**', (route) => route.abort());
    await page.reload();
    await heading(page, 'Máy đang mất kết nối');
    await page.unroute('**/api/v1/kiosk/**');
  }),
  kiosk('', 'ha-thap', press('Hạ thấp')),
  kiosk('tim-kiem', 'tim-kiem', async (page) => {
    await press('Làm thủ tục')(page);
    await page.getByRole('searchbox').click();
  }),
  kiosk('tim-kiem', 'ban-phim-telex', async (page) => {
    await press('Làm thủ tục')(page);
    await page.getByRole('searchbox').click();
    await press('Telex')(page);
  }),
  kiosk('tim-kiem', 'tim-kiem-khong-thay', async (page) => {
    await press('Làm thủ tục')(page);
    await page.getByRole('searchbox').fill('qwxzqwxz');
    await page.getByText('Chưa tìm thấy.').waitFor();
  }),
  kiosk('thu-tuc', 'thu-tuc', openedProcedure),
  kiosk('dang-nhap', 'dang-nhap', press('Nhận kết quả')),
  kiosk('dang-nhap', 'dang-nhap-dien-thoai', async (page) => {
    await press('Nhận kết quả')(page);
    await press('Dùng điện thoại')(page);
    await page.getByText('Đang chờ ông/bà đồng ý').waitFor();
  }),
  kiosk('dang-nhap', 'dang-nhap-the-khong-khop', async (page) => {
    await press('Nhận kết quả')(page);
    await press('Dùng thẻ căn cước')(page);
    await play('card-reader', { card: 'van', holder: 'other' });
    await page.getByText('Khuôn mặt chưa khớp').waitFor();
  }),
  kiosk('dang-nhap', 'dang-nhap-dau-doc-hong', async (page) => {
    await press('Nhận kết quả')(page);
    const down = JSON.stringify({ area: 'card-reader', steps: [{ mode: 'down', times: 1 }] });
    await fetch(`${outside()}/faults`, { method: 'POST', body: down });
    await press('Dùng thẻ căn cước')(page);
    await page.getByText('Đầu đọc thẻ đang không hoạt động.').waitFor();
  }),
  kiosk('nop-ho-so', 'nop-ho-so-cho-ai', askedForWhom),
  kiosk('nop-ho-so', 'nop-ho-so', begunForm),
  kiosk('nop-ho-so', 'nop-ho-so-ban-phim-so', async (page) => {
    await begunForm(page);
    await page.getByRole('textbox', { name: /^Số điện thoại/u }).click();
  }),
  kiosk('nop-ho-so', 'nop-ho-so-co-loi', async (page) => {
    await begunForm(page);
    await page.getByRole('textbox', { name: /^Số điện thoại/u }).fill('12');
    await press('Tiếp tục')(page);
    await heading(page, 'Hãy sửa những mục sau');
  }),
  kiosk('nop-ho-so', 'nop-ho-so-giay-to', async (page) => {
    await filledForm(page);
    await press('Quét giấy này')(page);
    await page.getByText('Chưa có giấy trong máy quét.').waitFor();
  }),
  kiosk('nop-ho-so', 'nop-ho-so-xem-lai', async (page) => {
    await filledForm(page);
    await press('Tiếp tục')(page);
    await heading(page, 'Xem lại trước khi nộp');
  }),
  kiosk('nop-ho-so', 'nop-ho-so-chuyen-tiep', async (page) => {
    await begunForm(page);
    await press('Làm tiếp trên điện thoại')(page);
    await heading(page, 'Tại quầy');
  }),
  kiosk('bien-nhan', 'bien-nhan', async (page) => {
    await filledForm(page);
    await play('scanner', { paper: 'the-can-cuoc' });
    await press('Quét giấy này')(page);
    await page.getByText('Đã quét, trang').first().waitFor();
    await press('Tiếp tục')(page);
    await heading(page, 'Xem lại trước khi nộp');
    await page.getByRole('button', { name: 'Nộp hồ sơ', exact: true }).click();
    await heading(page, 'Đã nộp hồ sơ');
    await press('In ra giấy')(page);
    await press('Không thấy giấy')(page);
  }),
  kiosk('ket-qua-cua-toi', 'ket-qua-cua-toi', async (page) => {
    await press('Nhận kết quả')(page);
    await signedIn(page);
    await heading(page, 'Kết quả của ông/bà');
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Cấp bản sao/u })
      .first()
      .click();
    await press('In tại máy')(page);
    await page.getByText('Đã gửi sang máy in.').waitFor();
  }),
  kiosk('lay-so', 'lay-so', async (page) => {
    await press('Lấy số thứ tự')(page);
    await heading(page, 'Số thứ tự của ông/bà');
  }),
  {
    app: 'kiosk',
    route: '',
    name: 'dien-thoai',
    who: 'citizen',
    path: () => `/kiosk/dien-thoai#d=${'x'.repeat(43)}`,
    states: [],
  },
  kiosk('ma-ho-so', 'ma-ho-so', byCode),
  kiosk('ma-ho-so', 'ma-ho-so-khong-thay', async (page) => {
    await byCode(page);
    await page.getByRole('textbox', { name: 'Mã hồ sơ' }).fill('H99-0000');
    await page.getByRole('textbox', { name: 'Số PIN' }).fill('00000000');
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await page.getByRole('alert').first().waitFor();
  }),
  kiosk('ma-qr', 'ma-qr', press('Tra cứu bằng mã QR')),
  kiosk('ket-qua', 'ket-qua', lookedUp),
  kiosk('ket-qua', 'ket-qua-khong-thay-giay', async (page, world) => {
    await lookedUp(page, world);
    await press('In ra giấy')(page);
    await press('Không thấy giấy')(page);
    await page.getByText('Hãy chép mã hồ sơ').waitFor();
  }),
  kiosk('ket-qua', 'con-dung-may-khong', async (page) => {
    await page.route('**/api/v1/kiosk/device', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        json: { ...((await response.json()) as object), idleSeconds: 1, warningSeconds: 60 },
      });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Tương phản cao' }).click();
    await heading(page, 'Ông/bà còn đang dùng máy không?');
    await page.unroute('**/api/v1/kiosk/device');
  }),
];
