import { heading, list, press, read, type Screen } from './screen';
import type { State } from './states';
import { withAssistedForm, withDifferences } from './national';
import { withFee, withUnmatched } from './told';
import { onPreparing, withDeadLetters, withReport } from './told-watched';
import { withNumbers, withOutside } from './told-outside';
import {
  withCashDays,
  withDeskReturns,
  withHandOvers,
  withLatePayment,
  withPaymentForm,
  withRequestedPayment,
  withRevocation,
} from './told-money';
import { exchangeOf, onExchange, onPartner, withPartner } from './told-partner';
import type { Watcher, World } from './world';

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

/** Screens of the workspace of officers. */
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
    'ho-so-cho-nop-tien',
    'specialist',
    ({ received }) => `ho-so/${received}`,
    [],
    withRequestedPayment,
  ),
  workspace(
    'ho-so/:dossierId',
    'ho-so-yeu-cau-nop-tien',
    'specialist',
    ({ received }) => `ho-so/${received}`,
    [],
    withPaymentForm,
  ),
  workspace(
    'ho-so/:dossierId',
    'ho-so-qua-han-nop',
    'specialist',
    ({ received }) => `ho-so/${received}`,
    [],
    withLatePayment,
  ),
  workspace(
    'ho-so/:dossierId',
    'ho-so-thu-hoi-nop-tien',
    'specialist',
    ({ received }) => `ho-so/${received}`,
    [],
    withRevocation,
  ),
  workspace(
    'ho-so/:dossierId',
    'ho-so-tra-ket-qua',
    'one-stop',
    ({ done }) => `ho-so/${done}`,
    [],
    press('Trả kết quả'),
  ),
  workspace(
    'ho-so/:dossierId',
    'ho-so-o-noi-khac',
    'one-stop',
    ({ done }) => `ho-so/${done}`,
    [],
    withOutside,
  ),
  workspace(
    'ho-so/:dossierId',
    'ho-so-giao-buu-dien',
    'one-stop',
    ({ done }) => `ho-so/${done}`,
    [],
    press('Giao bưu điện'),
  ),
  workspace('quay-thu', 'quay-thu', 'cashier', () => 'quay-thu', ['loading', 'error']),
  workspace('quay-thu', 'quay-thu-tra-lai', 'cashier', () => 'quay-thu', [], withDeskReturns),
  workspace('quay-thu', 'quay-thu-thu-ho', 'cashier', () => 'quay-thu', [], withHandOvers),
  workspace('doi-soat-thu', 'doi-soat-thu-quay', 'cashier', () => 'doi-soat-thu', [], withCashDays),
  workspace('quay-thu-theo-don-vi', 'quay-thu-theo-don-vi', 'administrator', () => 'quay-thu-theo-don-vi', [
    'loading',
    'error',
  ]),
  workspace(
    'quay-thu-theo-don-vi',
    'quay-thu-theo-don-vi-dat',
    'administrator',
    () => 'quay-thu-theo-don-vi',
    [],
    press('Đặt quầy thu'),
  ),
  workspace('doi-soat-thu', 'doi-soat-thu', 'cashier', () => 'doi-soat-thu', ['loading', 'error']),
  workspace('doi-soat-thu', 'doi-soat-thu-xu-ly', 'cashier', () => 'doi-soat-thu', [], withUnmatched),
  workspace('lich-su-dang-nhap', 'lich-su-dang-nhap', 'one-stop', () => 'lich-su-dang-nhap', list),
  workspace('giay-to-chia-se', 'giay-to-chia-se', 'one-stop', () => 'giay-to-chia-se', list),
  workspace('giay-to-chia-se', 'giay-to-chia-se-khong-quyen', 'cashier', () => 'giay-to-chia-se'),
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
  workspace('nop-ho-so', 'nop-giup', 'one-stop', () => 'nop-ho-so'),
  workspace('nop-ho-so', 'nop-giup-co-loi', 'one-stop', () => 'nop-ho-so', [], press('Mở tờ khai')),
  workspace('nop-ho-so/:draftId', 'nop-giup-to-khai', 'one-stop', () => 'nop-ho-so', [], withAssistedForm),
  workspace('cong-quoc-gia', 'cong-quoc-gia', 'administrator', () => 'cong-quoc-gia', ['loading', 'error']),
  workspace(
    'cong-quoc-gia',
    'cong-quoc-gia-khac-nhau',
    'administrator',
    () => 'cong-quoc-gia',
    [],
    withDifferences,
  ),
  workspace('he-thong-ket-noi', 'he-thong-ket-noi', 'administrator', () => 'he-thong-ket-noi', list),
  workspace(
    'he-thong-ket-noi',
    'he-thong-ket-noi-dang-ky',
    'administrator',
    () => 'he-thong-ket-noi',
    [],
    press('Đăng ký hệ thống mới'),
  ),
  workspace(
    'he-thong-ket-noi/:clientId',
    'he-thong-ket-noi-xem',
    'administrator',
    () => 'he-thong-ket-noi',
    [],
    withPartner,
  ),
  workspace(
    'he-thong-ket-noi/:clientId',
    'he-thong-ket-noi-them-dia-chi',
    'administrator',
    () => 'he-thong-ket-noi',
    [],
    onPartner('Thêm địa chỉ nhận tin'),
  ),
  workspace(
    'he-thong-ket-noi/:clientId',
    'he-thong-ket-noi-cap-khoa',
    'administrator',
    () => 'he-thong-ket-noi',
    [],
    onPartner('Cấp khóa mới'),
  ),
  workspace(
    'he-thong-ket-noi/:clientId',
    'he-thong-ket-noi-doi-khoa-ky',
    'administrator',
    () => 'he-thong-ket-noi',
    [],
    onPartner(exchangeOf),
  ),
  workspace(
    'he-thong-ket-noi/:clientId',
    'he-thong-ket-noi-khoa-ky-moi',
    'administrator',
    () => 'he-thong-ket-noi',
    [],
    onExchange('answered'),
  ),
  workspace(
    'he-thong-ket-noi/:clientId',
    'he-thong-ket-noi-khoa-ky-mat-tra-loi',
    'administrator',
    () => 'he-thong-ket-noi',
    [],
    onExchange('lost'),
  ),
  workspace(
    'he-thong-ket-noi/:clientId',
    'he-thong-ket-noi-khoa-ky-dang-doi',
    'administrator',
    () => 'he-thong-ket-noi',
    [],
    onExchange('refused'),
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
  workspace('quyen-du-lieu', 'quyen-du-lieu', 'data-protection', () => 'quyen-du-lieu', list),
  workspace(
    'quyen-du-lieu/:requestId',
    'quyen-du-lieu-yeu-cau',
    'data-protection',
    ({ request }) => `quyen-du-lieu/${request}`,
    read,
  ),
  workspace('so-vi-pham', 'so-vi-pham', 'data-protection', () => 'so-vi-pham', list),
  workspace(
    'so-vi-pham',
    'so-vi-pham-ghi',
    'data-protection',
    () => 'so-vi-pham',
    [],
    press('Ghi vụ việc mới'),
  ),
  workspace('bao-cao', 'bao-cao', 'administrator', () => 'bao-cao', ['empty', 'error']),
  workspace('bao-cao', 'bao-cao-lap', 'administrator', () => 'bao-cao', [], onPreparing('asked')),
  workspace('bao-cao', 'bao-cao-lap-thieu-ly-do', 'administrator', () => 'bao-cao', [], onPreparing('empty')),
  workspace('bao-cao', 'bao-cao-da-lap', 'administrator', () => 'bao-cao', [], onPreparing('answered')),
  workspace('bao-cao', 'bao-cao-chua-dem-xong', 'administrator', () => 'bao-cao', [], onPreparing('refused')),
  workspace(
    'bao-cao/:month/:version',
    'bao-cao-xem',
    'administrator',
    () => 'bao-cao/2026-10/2',
    [],
    withReport,
  ),
  workspace('thong-tin-gui-di', 'thong-tin-gui-di', 'administrator', () => 'thong-tin-gui-di', ['error']),
  workspace(
    'thong-tin-gui-di',
    'thong-tin-gui-di-bi-loai',
    'administrator',
    () => 'thong-tin-gui-di',
    [],
    withDeadLetters,
  ),
  workspace('so-cap-tai-cho', 'so-cap-tai-cho', 'clerk', () => 'so-cap-tai-cho', [], withNumbers),
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
