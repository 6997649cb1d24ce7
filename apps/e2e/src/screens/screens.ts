import type { Page } from 'playwright-core';
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

export const portalScreens: readonly Screen[] = [
  portal('', 'trang-chu', 'visitor', () => '/', list),
  portal('', 'hien-thi', 'visitor', () => '/', [], press('Ngôn ngữ và hiển thị')),
  portal('tim-kiem', 'tim-kiem', 'visitor', () => '/tim-kiem?q=ban%20sao', list),
  portal('thu-tuc/:code', 'thu-tuc', 'visitor', () => '/thu-tuc/2.000908', read),
  portal('tra-cuu', 'tra-cuu', 'visitor', () => '/tra-cuu'),
  portal(
    'tra-cuu',
    'tra-cuu-ket-qua',
    'visitor',
    () => '/tra-cuu',
    [],
    async (page, { tracking }) => {
      await page.getByRole('textbox', { name: 'Mã hồ sơ' }).fill(tracking.transactionCode);
      await page.getByRole('textbox', { name: 'Mã PIN' }).fill(tracking.pin);
      await page.getByRole('button', { name: 'Xem hồ sơ đang ở đâu' }).click();
      await heading(page, 'Hồ sơ đang ở đâu');
    },
  ),
  portal('tra-cuu', 'tra-cuu-loi', 'visitor', () => '/tra-cuu', [], press('Xem hồ sơ đang ở đâu')),
  portal('kiem-tra-bien-nhan', 'kiem-tra-bien-nhan', 'visitor', () => '/kiem-tra-bien-nhan'),
  portal('dang-nhap', 'dang-nhap', 'visitor', () => '/dang-nhap'),
  portal('dang-nhap/xong', 'dang-nhap-xong', 'visitor', () => '/dang-nhap/xong'),
  portal('thu-vien-giao-dien', 'thu-vien-giao-dien', 'visitor', () => '/thu-vien-giao-dien'),
  portal('**', 'khong-tim-thay', 'visitor', () => '/khong-co-trang-nay'),
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
  portal('ho-so/:dossierId', 'ho-so', 'citizen', ({ submitted }) => `/ho-so/${submitted}`, read),
  portal(
    'ho-so/:dossierId',
    'ho-so-rut',
    'citizen',
    ({ submitted }) => `/ho-so/${submitted}`,
    [],
    press('Rút hồ sơ'),
  ),
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
  portal('tai-khoan', 'tai-khoan', 'citizen', () => '/tai-khoan', list),
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
  workspace('**', 'khong-co-trang', 'one-stop', () => 'khong-co-trang-nay'),
];

function kiosk(route: string, name: string, reach?: Screen['reach'], who: Watcher = 'kiosk'): Screen {
  return { app: 'kiosk', route, name, who, path: () => '/kiosk/', states: [], ...(reach ? { reach } : {}) };
}

const byCode = press('Tra cứu bằng mã hồ sơ');

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
