import type { Page } from 'playwright-core';
import { publicScreens } from './public-screens';
import { outside } from '../people/visitor';
import { withFee, withMirror } from './told';
import type { State } from './states';
import type { Watcher, World } from './world';

/** One screen of a front end, in the states it can be in. */
export interface Screen {
  readonly app: 'portal' | 'workspace' | 'kiosk';
  /** Entry in the route table it comes from. */
  readonly route: string;
  /** Name of its pictures. */
  readonly name: string;
  readonly who: Watcher;
  readonly path: (world: World) => string;
  /** States besides the usual one. */
  readonly states: readonly State[];
  /** Rendered on the server: its states are states of the page, not of calls. */
  readonly rendered?: boolean;
  /** What a person does on the page until the screen is there. */
  readonly reach?: (page: Page, world: World) => Promise<unknown>;
}

const read: readonly State[] = ['loading', 'error', 'long'];
const list: readonly State[] = ['empty', ...read];

function portal(
  route: string,
  name: string,
  who: Watcher,
  path: Screen['path'],
  states: readonly State[] = [],
  reach?: Screen['reach'],
): Screen {
  return { app: 'portal', route, name, who, path, states, ...(reach ? { reach } : {}) };
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
const press = (name: string) => (page: Page) =>
  page
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .first()
    .click();

/** The session as it is for somebody who is the guardian of a child. */
async function asGuardian(page: Page): Promise<void> {
  await page.route('**/api/v1/session?*', async (route) => {
    const response = await route.fetch();
    const session = (await response.json()) as { person: { actingFor: object[] } };
    session.person.actingFor.push({
      partyId: '0199a000-0000-7000-8000-00000000c001',
      displayName: 'Đỗ Minh Khôi',
      kind: 'guardian',
      ground: 'Quyết định cử người giám hộ số 12/QĐ-UBND',
      validTo: '2030-12-31',
    });
    await route.fulfill({ response, json: session });
  });
  await page.reload();
  await page.getByRole('radio', { name: /Đỗ Minh Khôi/u }).waitFor();
  await page.unroute('**/api/v1/session?*');
}

export const portalScreens: readonly Screen[] = [
  ...publicScreens,
  portal('dang-nhap', 'dang-nhap', 'visitor', () => '/dang-nhap'),
  portal('dang-nhap/xong', 'dang-nhap-xong', 'visitor', () => '/dang-nhap/xong'),
  portal('thu-vien-giao-dien', 'thu-vien-giao-dien', 'visitor', () => '/thu-vien-giao-dien'),
  portal('nop-ho-so/:code', 'mo-to-khai', 'citizen', () => '/nop-ho-so/2.000908', [
    'loading',
    'error',
    'long',
  ]),
  portal(
    'ban-nhap/:draftId',
    'to-khai-nguoi-yeu-cau',
    'citizen',
    ({ draft }) => `/ban-nhap/${draft}/applicant`,
    read,
  ),
  portal(
    'ban-nhap/:draftId/:page',
    'to-khai-giay-to',
    'citizen',
    ({ draft }) => `/ban-nhap/${draft}/original`,
    ['long'],
  ),
  portal(
    'ban-nhap/:draftId/:page',
    'to-khai-co-loi',
    'citizen',
    ({ draft }) => `/ban-nhap/${draft}/original`,
    [],
    async (page) => {
      await page.getByRole('textbox', { name: 'Số bản sao cần cấp' }).fill('không');
      await press('Tiếp tục')(page);
      await heading(page, 'Hãy sửa những mục sau');
    },
  ),
  portal(
    'ban-nhap/:draftId/giay-to',
    'to-khai-tai-len',
    'citizen',
    ({ draft }) => `/ban-nhap/${draft}/giay-to`,
    ['long'],
  ),
  portal(
    'ban-nhap/:draftId/kiem-tra',
    'to-khai-kiem-tra',
    'citizen',
    ({ draft }) => `/ban-nhap/${draft}/kiem-tra`,
    ['long'],
  ),
  portal('ho-so', 'ho-so-cua-toi', 'citizen', () => '/ho-so', list),
  portal('ho-so', 'ho-so-noi-khac-giai-quyet', 'citizen', () => '/ho-so', [], withMirror),
  portal('ho-so/:dossierId', 'ho-so', 'citizen', ({ submitted }) => `/ho-so/${submitted}`, read),
  portal(
    'ho-so/:dossierId',
    'ho-so-rut',
    'citizen',
    ({ submitted }) => `/ho-so/${submitted}`,
    [],
    press('Rút hồ sơ'),
  ),
  portal('ho-so/:dossierId', 'ho-so-co-phi', 'citizen', ({ done }) => `/ho-so/${done}`, [], withFee),
  portal('ho-so/:dossierId', 'ho-so-co-ket-qua', 'citizen', ({ done }) => `/ho-so/${done}`),
  portal(
    'ho-so/:dossierId/bien-nhan',
    'bien-nhan',
    'citizen',
    ({ submitted }) => `/ho-so/${submitted}/bien-nhan`,
    read,
  ),
  portal('ho-so/:dossierId/bo-sung', 'bo-sung', 'citizen', ({ asked }) => `/ho-so/${asked}/bo-sung`, read),
  portal(
    'ho-so/:dossierId/sua',
    'sua-to-khai',
    'citizen',
    ({ submitted }) => `/ho-so/${submitted}/sua`,
    read,
  ),
  portal('nop-nhieu/:code', 'nop-nhieu', 'citizen', () => '/nop-nhieu/1.011441', read),
  portal('tai-khoan', 'tai-khoan', 'citizen', () => '/tai-khoan', list),
  portal('tin-nhan', 'tin-nhan', 'citizen', () => '/tin-nhan', list),
  portal('ket-qua', 'ket-qua', 'citizen', () => '/ket-qua', list),
  portal('lam-thay', 'lam-thay', 'citizen', () => '/lam-thay'),
  portal('lam-thay', 'lam-thay-chon', 'citizen', () => '/lam-thay', [], asGuardian),
  portal(
    'ho-so',
    'dang-lam-thay',
    'citizen',
    () => '/lam-thay',
    [],
    async (page) => {
      await page.getByRole('radio', { name: /Ngân hàng TMCP Bến Ngân/u }).check();
      await page.getByRole('button', { name: 'Chọn người này' }).click();
      await page.getByText('Bạn đang làm thay').waitFor();
      await page.evaluate(() => sessionStorage.clear()); // the other screens are the person's own
    },
  ),
  portal('cai-dat', 'cai-dat', 'citizen', () => '/cai-dat', read),
  portal(
    'cai-dat',
    'cai-dat-tung-loai',
    'citizen',
    () => '/cai-dat',
    [],
    (page) => page.getByText('Chọn từng loại tin').first().click(),
  ),
];

function workspace(
  route: string,
  name: string,
  who: Watcher,
  path: Screen['path'],
  states: readonly State[] = [],
  reach?: Screen['reach'],
): Screen {
  return {
    app: 'workspace',
    route,
    name,
    who,
    path: (world) => `/can-bo/${path(world)}`,
    states,
    ...(reach ? { reach } : {}),
  };
}

const submittedDossier = ({ submitted }: World) => `ho-so/${submitted}`;

export const workspaceScreens: readonly Screen[] = [
  workspace('dang-nhap', 'dang-nhap', 'visitor', () => 'dang-nhap'),
  workspace(
    '',
    'chon-vai-tro',
    'newcomer',
    () => '',
    [],
    async (page) => {
      await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản công vụ' }).click();
      await page.getByRole('button', { name: 'Ngô Thị Hạnh' }).click();
      await heading(page, 'Chọn đơn vị và vai trò');
    },
  ),
  workspace('viec/:queue', 'tiep-nhan', 'one-stop', () => 'viec/tiep-nhan', list),
  workspace('viec/:queue', 'can-xu-ly', 'specialist', () => 'viec/can-xu-ly'),
  workspace('ho-so/:dossierId', 'ho-so', 'one-stop', submittedDossier, read),
  workspace(
    'ho-so/:dossierId',
    'ho-so-tiep-nhan',
    'one-stop',
    submittedDossier,
    [],
    press('Tiếp nhận hồ sơ'),
  ),
  workspace(
    'ho-so/:dossierId',
    'ho-so-tu-choi',
    'one-stop',
    submittedDossier,
    [],
    press('Từ chối tiếp nhận'),
  ),
  workspace(
    'ho-so/:dossierId',
    'ho-so-yeu-cau-bo-sung',
    'one-stop',
    submittedDossier,
    [],
    press('Yêu cầu bổ sung'),
  ),
  workspace(
    'ho-so/:dossierId',
    'ho-so-xu-ly',
    'specialist',
    ({ received }) => `ho-so/${received}`,
    ['long'],
    press('Xử lý bước: Tra cứu sổ gốc'),
  ),
  workspace('ho-so/:dossierId', 'ho-so-co-phi', 'one-stop', ({ done }) => `ho-so/${done}`, [], withFee),
  workspace(
    'ho-so/:dossierId',
    'ho-so-tra-ket-qua',
    'one-stop',
    ({ done }) => `ho-so/${done}`,
    [],
    press('Trả kết quả'),
  ),
  workspace('lich-su-dang-nhap', 'lich-su-dang-nhap', 'one-stop', () => 'lich-su-dang-nhap', list),
  workspace('thiet-bi', 'thiet-bi', 'administrator', () => 'thiet-bi', list),
  workspace('thiet-bi', 'thiet-bi-dang-ky', 'administrator', () => 'thiet-bi', [], press('Đăng ký máy mới')),
  workspace(
    'viec/:queue',
    'tiep-nhan-nhac',
    'one-stop',
    () => 'viec/tiep-nhan',
    [],
    async (page) => {
      await page.route('**/api/v1/officer/reception-alerts', (route) =>
        route.fulfill({
          json: {
            items: [
              {
                dossierId: '0199a000-0000-7000-8000-00000000d001',
                transactionCode: 'GD-7K2M-9QXT',
                procedureCode: '2.000908',
                alertedAt: '2026-11-23T03:00:00Z',
                answerBy: '2026-11-23T10:00:00Z',
              },
            ],
          },
        }),
      );
      await page.reload();
      // stays arranged: the list is read anew while it is looked at
      await heading(page, 'hồ sơ chờ tiếp nhận quá lâu');
    },
  ),
  workspace('danh-muc', 'danh-muc', 'administrator', () => 'danh-muc', list),
  workspace('danh-muc/:code', 'danh-muc-xem-xet', 'administrator', () => 'danh-muc/9.990002', read),
  workspace(
    'danh-muc/:code',
    'danh-muc-duyet',
    'administrator',
    () => 'danh-muc/9.990002',
    [],
    press('Duyệt và công bố'),
  ),
  workspace(
    'danh-muc/:code',
    'danh-muc-tu-choi',
    'administrator',
    () => 'danh-muc/9.990002',
    [],
    press('Từ chối'),
  ),
  workspace('noi-dung', 'noi-dung', 'administrator', () => 'noi-dung', list),
  workspace('noi-dung/moi/:kind', 'noi-dung-moi', 'administrator', () => 'noi-dung/moi/faq'),
  workspace(
    'noi-dung/moi/:kind',
    'noi-dung-co-loi',
    'administrator',
    () => 'noi-dung/moi/faq',
    [],
    async (page) => {
      await press('Lưu nháp')(page);
      await heading(page, 'Có mục cần sửa');
    },
  ),
  workspace(
    'noi-dung/:contentId',
    'noi-dung-sua',
    'administrator',
    () => 'noi-dung',
    [],
    async (page) => {
      await page.getByRole('link', { name: 'Nộp hồ sơ trên cổng, từng bước một' }).click();
      await heading(page, 'Lịch sử thay đổi');
    },
  ),
  workspace(
    'noi-dung/:contentId',
    'noi-dung-go',
    'administrator',
    () => 'noi-dung',
    [],
    async (page) => {
      await page.getByRole('link', { name: 'Nộp hồ sơ trên cổng, từng bước một' }).click();
      await press('Gỡ khỏi cổng')(page);
      await heading(page, 'Gỡ trang này');
    },
  ),
  workspace('thiet-bi', 'thiet-bi-cai-dat', 'administrator', () => 'thiet-bi', [], press('Cài đặt')),
  workspace('to-khai-tu-kiosk', 'to-khai-tu-kiosk', 'one-stop', () => 'to-khai-tu-kiosk'),
  workspace('**', 'khong-co-trang', 'one-stop', () => 'khong-co-trang-nay'),
];

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
    await page.getByText('Đã quét, trang').waitFor();
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
  kiosk('ket-qua', 'ket-qua', async (page, { tracking }) => {
    await byCode(page);
    await page.getByRole('textbox', { name: 'Mã hồ sơ' }).fill(tracking.transactionCode);
    await page.getByRole('textbox', { name: 'Số PIN' }).fill(tracking.pin);
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await heading(page, 'Hồ sơ của ông/bà');
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
