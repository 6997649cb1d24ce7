import { publicScreens } from './public-screens';
import { heading, list, press, read, type Screen } from './screen';
import type { State } from './states';
import { storeScreens } from './store-screens';
import { asGuardian, withFee, withMirror, withOrder, withReceipt } from './told';
import { withRequestedPayment } from './told-money';
import { withMyOutside } from './told-outside';
import type { Watcher } from './world';

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

/** Screens of the portal: the pages the server renders, and those of a signed-in person. */
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
  portal(
    'ho-so/:dossierId',
    'ho-so-cho-nop-tien',
    'citizen',
    ({ done }) => `/ho-so/${done}`,
    [],
    withRequestedPayment,
  ),
  portal('ho-so/:dossierId', 'ho-so-co-phi', 'citizen', ({ done }) => `/ho-so/${done}`, [], withFee),
  portal('ho-so/:dossierId', 'ho-so-co-ket-qua', 'citizen', ({ done }) => `/ho-so/${done}`),
  portal(
    'ho-so/:dossierId',
    'ho-so-o-noi-khac',
    'citizen',
    ({ done }) => `/ho-so/${done}`,
    [],
    withMyOutside,
  ),
  portal(
    'ho-so/:dossierId/bien-nhan',
    'bien-nhan',
    'citizen',
    ({ submitted }) => `/ho-so/${submitted}/bien-nhan`,
    read,
  ),
  portal(
    'ho-so/:dossierId/nop-tien',
    'nop-tien-khong-co',
    'citizen',
    ({ submitted }) => `/ho-so/${submitted}/nop-tien`,
    ['loading', 'error'],
  ),
  portal(
    'ho-so/:dossierId/nop-tien',
    'nop-tien',
    'citizen',
    ({ asked }) => `/ho-so/${asked}/nop-tien`,
    [],
    withOrder,
  ),
  portal(
    'ho-so/:dossierId/nop-tien',
    'nop-tien-da-nhan',
    'citizen',
    ({ received }) => `/ho-so/${received}/nop-tien`,
    [],
    withReceipt,
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
  portal('du-lieu-ca-nhan', 'du-lieu-ca-nhan', 'citizen', () => '/du-lieu-ca-nhan', read),
  portal('ai-da-xem', 'ai-da-xem', 'citizen', () => '/ai-da-xem', list),
  portal('tin-nhan', 'tin-nhan', 'citizen', () => '/tin-nhan', list),
  portal('ket-qua', 'ket-qua', 'citizen', () => '/ket-qua', list),
  ...storeScreens,
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
