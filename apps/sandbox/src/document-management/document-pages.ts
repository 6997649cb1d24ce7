import { escapeHtml } from '../web/page';
import { type NewsKind, type OutgoingDocument } from './document-book';
import { type IssuedSignature, issuedSignatures } from './issuing-desk';

const kindNames: Readonly<Record<NewsKind, string>> = {
  DA_NHAN: 'Đã nhận dự thảo',
  DA_KY: 'Đã ký',
  DA_CAP_SO: 'Đã cấp số',
  DA_PHAT_HANH: 'Đã phát hành',
  TRA_LAI: 'Trả lại',
};
const signatureNames: Readonly<Record<IssuedSignature, string>> = {
  holds: 'Đúng',
  none: 'Không ký số',
  foreign: 'Của nơi cấp chứng thư không ai biết',
  broken: 'Hỏng: tệp bị sửa sau khi ký',
};
const doNames: Readonly<Record<NewsKind, string>> = {
  DA_NHAN: 'Nhận dự thảo',
  DA_KY: 'Ký',
  DA_CAP_SO: 'Cấp số',
  DA_PHAT_HANH: 'Phát hành',
  TRA_LAI: 'Trả lại',
};

/** What may be done with a document now: what was signed is numbered, what was numbered is issued, in this order. */
export function nextOf({ handed, takenBack, news, number }: OutgoingDocument): readonly NewsKind[] {
  const last = news.findLast(({ LanTrinh }) => LanTrinh === handed.LanTrinh)?.TrangThai;
  if (last === 'DA_PHAT_HANH' || last === 'TRA_LAI') return [];
  if (number) return ['DA_PHAT_HANH'];
  if (takenBack) return [];
  return last === 'DA_KY' ? ['DA_CAP_SO', 'TRA_LAI'] : ['DA_KY', 'TRA_LAI'];
}

export function trayPage(documents: readonly OutgoingDocument[]): string {
  const rows = documents.map(
    ({ handed, news, takenBack, number }) =>
      `<tr><td><a href="/qlvb/van-ban/${escapeHtml(handed.MaTrinh)}">${escapeHtml(words(handed['TrichYeu']))}</a></td>
<td>${escapeHtml(handed.MaHoSo)}</td><td>${escapeHtml(handed.DonViBanHanh.Ten)}</td>
<td>${number ? `${number.number}/${escapeHtml(handed.KyHieu)}` : ''}</td><td>${escapeHtml(standing(news.at(-1)?.TrangThai, takenBack))}</td></tr>`,
  );
  return `<p>Dự thảo mà hệ thống một cửa trình sang. Mở một văn bản để ký, cấp số, phát hành hoặc trả lại.</p><div class="scroll"><table>
<tr><th>Trích yếu</th><th>Hồ sơ</th><th>Đơn vị ban hành</th><th>Số, ký hiệu</th><th>Đang ở</th></tr>${rows.join('')}</table></div>`;
}

export function documentPage(document: OutgoingDocument): string {
  const { handed, code, files, news, takenBack, number } = document;
  const signer = (handed['NguoiKyDuKien'] ?? {}) as Readonly<Record<string, unknown>>;
  const told = news.map(
    (each) =>
      `<tr><td>${escapeHtml(words(each['ThoiDiem']))}</td><td>${kindNames[each.TrangThai]}</td><td>${escapeHtml(words(each['NguoiThucHien']))}</td><td>${escapeHtml(words(each['SoKyHieu']))} ${escapeHtml(words(each['NoiDung']))}</td></tr>`,
  );
  const choices = nextOf(document).map(
    (kind) =>
      `<button name="kind" value="${kind}"${kind === 'TRA_LAI' ? '' : ' class="main"'}>${doNames[kind]}</button>`,
  );
  const signatures = issuedSignatures.map(
    (each) => `<option value="${each}">${signatureNames[each]}</option>`,
  );
  const form = `<h2>Xử lý</h2><form method="post"><p class="row"><label>Ngày văn bản <input name="on" type="date" value="${today()}"></label></p>
<p class="row"><label>Lý do trả lại <input name="text" size="40" maxlength="2000"></label></p>
<p class="row"><label>Chữ ký trong tệp phát hành <select name="signature">${signatures.join('')}</select></label></p><p class="row">${choices.join('')}</p></form>`;
  return `<p>Mã văn bản: <strong>${escapeHtml(code)}</strong>${number ? `, số <strong>${number.number}/${escapeHtml(handed.KyHieu)}</strong> ngày ${escapeHtml(number.on)}` : ''}.
Loại: ${escapeHtml(words(handed['LoaiVanBan']))}. Trích yếu: ${escapeHtml(words(handed['TrichYeu']))}. Đơn vị ban hành: ${escapeHtml(handed.DonViBanHanh.Ten)}.
Người ký dự kiến: ${escapeHtml(words(signer['QuyenHan']))} ${escapeHtml(words(signer['ChucVu']))} ${escapeHtml(words(signer['HoTen']))}. Số bản dự thảo đã nhận: ${files.size}.</p>
${takenBack ? '<p><strong>Hệ thống một cửa đã rút lại văn bản này.</strong></p>' : ''}${choices.length > 0 ? form : ''}
<div class="scroll"><table><caption>Đã báo cho tỉnh</caption><tr><th>Lúc</th><th>Việc</th><th>Người làm</th><th>Nội dung</th></tr>${told.join('')}</table></div>
<p><a href="/qlvb">Về danh sách</a></p>`;
}

/** In Vietnam. */
export function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}

function standing(kind: NewsKind | undefined, takenBack: boolean): string {
  if (takenBack) return 'Đã rút lại';
  return kind === undefined ? 'Mới trình' : kindNames[kind];
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
