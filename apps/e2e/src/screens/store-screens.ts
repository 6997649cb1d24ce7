import type { Page } from 'playwright-core';
import { heading, list, press, read, type Screen } from './screen';
import type { State } from './states';

function store(
  route: string,
  name: string,
  path: Screen['path'],
  states: readonly State[] = [],
  reach?: Screen['reach'],
): Screen {
  return { app: 'portal', route, name, who: 'citizen', path, states, ...(reach ? { reach } : {}) };
}

const button = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}`, 'u') }).first();

const privacy = '**/api/v1/citizen/privacy';

/** Shows what is asked before the first time, whatever this person did for another screen; `unroute` ends it. */
async function asIfNobodyAgreed(page: Page): Promise<void> {
  await page.route(privacy, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { byChoice: object[] };
    const byChoice = body.byChoice.map((each) => ({ ...each, given: false }));
    await route.fulfill({ response, json: { ...body, byChoice } });
  });
}

/** Screens of the papers that a person keeps. */
export const storeScreens: readonly Screen[] = [
  store('kho', 'kho', () => '/kho', list),
  store(
    'kho',
    'kho-xem',
    () => '/kho',
    [],
    async (page) => {
      await press('Xem')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Đóng lại' }).waitFor();
      await page.getByRole('dialog').locator('img, a').first().waitFor();
    },
  ),
  store(
    'kho',
    'kho-chia-se',
    () => '/kho',
    [],
    async (page) => {
      await button(page, 'Chia sẻ Giấy').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Chia sẻ', exact: true }).click();
      await page.getByRole('dialog').getByRole('alert').first().waitFor();
    },
  ),
  store(
    'kho',
    'kho-chia-se-co-quan',
    () => '/kho',
    [],
    async (page) => {
      await asIfNobodyAgreed(page);
      await button(page, 'Chia sẻ Thẻ').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Một cơ quan nhà nước trong tỉnh').check();
      await dialog.getByLabel('Tìm cơ quan').fill('đồng sen');
      await dialog.getByRole('button', { name: 'Tìm' }).click();
      await dialog.getByLabel('UBND xã Đồng Sen').check();
      await dialog.getByLabel('Việc khác').check();
      await dialog.getByRole('button', { name: 'Tôi đồng ý và chia sẻ' }).click();
      await dialog.getByRole('alert').first().waitFor();
      await page.unroute(privacy);
    },
  ),
  store(
    'kho',
    'kho-xoa',
    () => '/kho',
    [],
    async (page) => {
      await button(page, 'Xóa').click();
      await heading(page, 'Xóa giấy tờ này?');
    },
  ),
  store('kho/them', 'kho-them', () => '/kho/them', ['long']),
  store(
    'kho/them',
    'kho-them-con-thieu',
    () => '/kho/them',
    [],
    async (page) => {
      await press('Lưu vào kho')(page);
      await page.getByRole('alert').first().waitFor();
    },
  ),
  store(
    'kho',
    'kho-sua',
    () => '/kho',
    [],
    async (page) => {
      await button(page, 'Sửa thông tin').click();
      await heading(page, 'Sửa thông tin giấy tờ');
    },
  ),
  store('kho/quoc-gia', 'kho-quoc-gia', () => '/kho/quoc-gia', [...read]),
  store('kho/ho-so', 'kho-ho-so', () => '/kho/ho-so', [...read, 'empty']),
  store(
    'kho/ho-so',
    'kho-ho-so-con-thieu',
    () => '/kho/ho-so',
    [],
    async (page) => {
      await page.getByLabel('Loại thông tin').selectOption({ label: 'Tài khoản nhận trợ cấp' });
      await press('Lưu thông tin')(page);
      await page.getByRole('alert').first().waitFor();
    },
  ),
  store(
    'kho/ho-so',
    'kho-ho-so-chua-dong-y',
    () => '/kho/ho-so',
    [],
    async (page) => {
      await asIfNobodyAgreed(page);
      await page.reload();
      await button(page, 'Tôi đồng ý và lưu').waitFor();
      await page.unroute(privacy);
    },
  ),
  store('kho/chia-se', 'kho-dang-chia-se', () => '/kho/chia-se', [...read, 'empty']),
  store(
    'ban-nhap/:draftId/giay-to',
    'to-khai-chon-tu-kho',
    ({ draft }) => `/ban-nhap/${draft}/giay-to`,
    [],
    async (page) => {
      await press('Chọn từ kho của tôi')(page);
      await button(page, 'Dùng giấy tờ này').waitFor();
    },
  ),
];
