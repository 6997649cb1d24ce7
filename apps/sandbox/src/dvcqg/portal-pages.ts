import { escapeHtml } from '../web/page';
import { handFiled } from './filing-form';
import type { NationalRecords } from './national-records';
import type { Mail } from './province-mail';

/** National status codes in words. */
const statusNames: Readonly<Record<string, string>> = {
  '1': 'Mới đăng ký',
  '2': 'Được tiếp nhận',
  '3': 'Không được tiếp nhận',
  '4': 'Đang xử lý',
  '5': 'Yêu cầu bổ sung giấy tờ',
  '6': 'Yêu cầu thực hiện nghĩa vụ tài chính',
  '7': 'Công dân yêu cầu rút hồ sơ',
  '8': 'Dừng xử lý',
  '9': 'Đã xử lý xong',
  '10': 'Đã trả kết quả',
};
const shownOnPage = 200;

type Known = ReturnType<NationalRecords['list']>[number];

export function statusOf(known: Pick<Known, 'dossier'>): string {
  const code = known.dossier?.['TrangThaiHoSo'];
  return code === undefined ? 'Đã nộp, đang gửi đến tỉnh' : (statusNames[String(code)] ?? String(code));
}

/** First page: file something, and what is known. */
export function homePage(known: readonly Known[]): string {
  const rows = known
    .slice(0, shownOnPage)
    .map(
      (each) =>
        `<tr><td><a href="/dvcqg/ho-so/${encodeURIComponent(each.code)}">${escapeHtml(each.code)}</a></td><td>${escapeHtml(String(each.dossier?.['TenTTHC'] ?? handFiled.name))}</td><td>${escapeHtml(statusOf(each))}</td><td>${when(each.dossier?.['NgayHenTra'])}</td></tr>`,
    );
  const table =
    rows.length === 0
      ? '<p>Chưa có hồ sơ nào.</p>'
      : `<div class="scroll"><table><caption>${known.length} hồ sơ, mới nhất trước</caption><thead><tr><th scope="col">Mã hồ sơ</th><th scope="col">Thủ tục</th><th scope="col">Trạng thái</th><th scope="col">Hẹn trả</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  return `<p>Nơi người dân cả nước nộp hồ sơ. Hồ sơ nộp ở đây được gửi đến hệ thống của tỉnh.</p>
<p><a href="/dvcqg/nop/${handFiled.code}">Nộp hồ sơ: ${handFiled.name}</a></p><h2>Hồ sơ</h2>${table}`;
}

/** One dossier: where it stands, what happened, and what its owner can do. */
export function dossierPage(known: Known, mails: readonly Mail[]): string {
  const { dossier, progress, filed } = known;
  const facts: [string, string][] = [
    ['Trạng thái', statusOf(known)],
    ['Cơ quan giải quyết', String(dossier?.['DonViXuLy'] ?? '')],
    ['Tiếp nhận', when(dossier?.['NgayTiepNhan'])],
    ['Hẹn trả', when(dossier?.['NgayHenTra'])],
    ['Hẹn trả ban đầu', when(String(dossier?.['ThongTinKhac'] ?? '').replace('NgayHenTraBanDau=', ''))],
    ['Xử lý xong', when(dossier?.['NgayKetThucXuLy'])],
    ['Trả kết quả', when(dossier?.['NgayTra'])],
  ];
  const list = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl>${list.join('')}</dl>${progressTable(progress)}${filed ? actions(known) : ''}${mailList(mails)}
<p><a href="/dvcqg">Về trang đầu</a></p>`;
}

function progressTable(rows: Known['progress']): string {
  if (rows.length === 0) return '';
  const lines = rows.map(
    (row) =>
      `<tr><td>${when(row['ThoiDiemXuLy'])}</td><td>${escapeHtml(String(row['NoiDungXuLy']))}</td><td>${escapeHtml(statusNames[String(row['TrangThai'])] ?? '')}</td><td>${escapeHtml([row['NguoiXuLy'], row['PhongBanXuLy']].filter(Boolean).join(', '))}</td></tr>`,
  );
  return `<h2>Tiến độ</h2><div class="scroll"><table><thead><tr><th scope="col">Lúc</th><th scope="col">Nội dung</th><th scope="col">Trạng thái</th><th scope="col">Người xử lý</th></tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

/** The province decides whether it still takes what is asked; its answer shows below. */
function actions({ code, dossier }: Known): string {
  const path = `/dvcqg/ho-so/${encodeURIComponent(code)}`;
  const supplement =
    String(dossier?.['TrangThaiHoSo']) === '5'
      ? `<form method="post" action="${path}/bo-sung"><h2>Bổ sung hồ sơ</h2><p>Bản chụp giấy tờ tùy thân mới được đính kèm sẵn.</p><button class="main">Gửi bổ sung</button></form>`
      : '';
  return `${supplement}<form method="post" action="${path}/sua"><h2>Sửa hồ sơ</h2><p class="field"><label for="copies">Số bản sao</label><input id="copies" name="copies" type="number" min="1" max="20" required></p><button>Gửi nội dung sửa</button></form>
<form method="post" action="${path}/rut"><h2>Rút hồ sơ</h2><p class="field"><label for="reason">Lý do</label><input id="reason" name="reason" type="text" minlength="5" required></p><button>Rút hồ sơ</button></form>`;
}

function mailList(mails: readonly Mail[]): string {
  if (mails.length === 0) return '';
  const names = {
    NopHoSo: 'Nộp hồ sơ',
    BoSungHoSo: 'Bổ sung',
    SuaHoSo: 'Sửa',
    RutHoSo: 'Rút',
    TrangThaiHoSo: 'Trạng thái',
  };
  const rows = mails.map(
    ({ message, answer, attempts }) =>
      `<tr><td>${names[message.LoaiThongDiep]}</td><td>${attempts}</td><td>${answer === null ? 'đang gửi' : escapeHtml(answer)}</td></tr>`,
  );
  return `<h2>Đã gửi đến tỉnh</h2><div class="scroll"><table><thead><tr><th scope="col">Việc</th><th scope="col">Số lần gửi</th><th scope="col">Tỉnh trả lời</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** `yyyyMMddHHmmss` as people write it. */
function when(time: unknown): string {
  const [, year, month, day, hour, minute] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/u.exec(String(time ?? '')) ?? [];
  return year === undefined ? '' : `${hour}:${minute} ngày ${day}/${month}/${year}`;
}
