import type { Page } from 'playwright-core';
import type { Screen } from './screen';
import type { State } from './states';

/** A page that the server renders: it has no calls to wait for, and a long text is put into it afterwards. */
function site(
  route: string,
  name: string,
  path: Screen['path'],
  states: readonly State[] = [],
  reach?: Screen['reach'],
): Screen {
  return {
    app: 'portal',
    route,
    name,
    who: 'visitor',
    path,
    states,
    rendered: true,
    ...(reach ? { reach } : {}),
  };
}

const heard = (page: Page, name: string) => page.getByRole('heading', { name }).first().waitFor();
const pressed = (page: Page, name: string) => page.getByRole('button', { name }).first().click();

/** Opens the first page of a list. */
const firstOf = (start: string) => async (page: Page) => {
  await page.locator(`main a[href^="${start}"]`).first().click();
  await page.waitForURL(new RegExp(start, 'u'));
};

/** Every page that the server renders. */
export const publicScreens: readonly Screen[] = [
  site('', 'trang-chu', () => '/', ['long']),
  site(
    '',
    'hien-thi-hop-thoai',
    () => '/',
    [],
    async (page) => {
      await page.getByRole('link', { name: 'Ngôn ngữ và hiển thị' }).click();
      await page.getByRole('dialog').waitFor();
    },
  ),
  site(
    '',
    'goi-y',
    () => '/',
    [],
    async (page) => {
      await page.getByRole('combobox', { name: 'Bạn cần làm thủ tục gì?' }).fill('khai sinh');
      await page.getByRole('option').first().waitFor();
    },
  ),
  site('tim-kiem', 'tim-kiem', () => '/tim-kiem?q=ban%20sao', ['long']),
  site('tim-kiem', 'tim-kiem-loc', () => '/tim-kiem?su-kien=having-a-child'),
  site('tim-kiem', 'tim-kiem-khong-thay', () => '/tim-kiem?q=xyzxyz'),
  site('thu-tuc/:code', 'thu-tuc', () => '/thu-tuc/2.000908', ['long']),
  site('thu-tuc/:code', 'thu-tuc-nhieu-truong-hop', () => '/thu-tuc/1.001193'),
  site('thu-tuc/:code', 'thu-tuc-quoc-gia', () => '/thu-tuc/3.000722', ['long']),
  site('thu-tuc/:code', 'thu-tuc-khong-co', () => '/thu-tuc/9.999999'),
  site('tra-cuu', 'tra-cuu', () => '/tra-cuu', ['long']),
  site(
    'tra-cuu',
    'tra-cuu-ket-qua',
    () => '/tra-cuu',
    [],
    async (page, { tracking }) => {
      await page.getByRole('textbox', { name: 'Mã hồ sơ' }).fill(tracking.transactionCode);
      await page.getByRole('textbox', { name: 'Mã PIN' }).fill(tracking.pin);
      await page.getByRole('button', { name: 'Xem hồ sơ đang ở đâu' }).click();
      await heard(page, 'Hồ sơ đang ở đâu');
    },
  ),
  site(
    'tra-cuu',
    'tra-cuu-loi',
    () => '/tra-cuu',
    [],
    async (page) => {
      await pressed(page, 'Xem hồ sơ đang ở đâu');
      await heard(page, 'Có mục cần sửa');
    },
  ),
  site('kiem-tra-bien-nhan', 'kiem-tra-bien-nhan', () => '/kiem-tra-bien-nhan', ['long']),
  site('ban-lam-duoc-gi', 'ban-lam-duoc-gi', () => '/ban-lam-duoc-gi', ['long']),
  site(
    'ban-lam-duoc-gi',
    'ban-lam-duoc-gi-tiep',
    () => '/ban-lam-duoc-gi',
    [],
    async (page) => {
      await page.getByRole('radio', { name: 'Không', exact: true }).first().check();
      await pressed(page, 'Xem kết quả và trả lời tiếp');
      await page.getByRole('link', { name: 'Làm lại từ đầu' }).waitFor();
    },
  ),
  site('thong-bao', 'thong-bao', () => '/thong-bao', ['long']),
  site('thong-bao/:slug', 'thong-bao-bai', () => '/thong-bao', [], firstOf('/thong-bao/')),
  site(
    'hoi-dap',
    'hoi-dap',
    () => '/hoi-dap',
    ['long'],
    async (page) => {
      await page.locator('main summary').first().click();
    },
  ),
  site('huong-dan', 'huong-dan', () => '/huong-dan'),
  site('huong-dan/:slug', 'huong-dan-bai', () => '/huong-dan', ['long'], firstOf('/huong-dan/')),
  site('hien-thi', 'hien-thi', () => '/hien-thi'),
  site('**', 'khong-tim-thay', () => '/khong-co-trang-nay'),
];
