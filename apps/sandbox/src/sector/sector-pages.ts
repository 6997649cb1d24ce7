import { escapeHtml } from '../web/page';
import { type NewsKind, newsKinds, type SectorCase } from './sector-book';

const kindNames: Readonly<Record<NewsKind, string>> = {
  TIEP_NHAN: 'Đã tiếp nhận',
  DANG_XU_LY: 'Đang xử lý',
  YEU_CAU_BO_SUNG: 'Yêu cầu bổ sung',
  KET_QUA: 'Trả kết quả',
  TU_CHOI: 'Từ chối',
};

export function listPage(cases: readonly SectorCase[]): string {
  const rows = cases.map(
    ({ handed, system, news, takenBack }) =>
      `<tr><td><a href="/sector/ho-so/${escapeHtml(handed.MaChuyen)}">${escapeHtml(handed.MaHoSo)}</a></td>
<td>${escapeHtml(system)}</td><td>${escapeHtml(words(handed['BuocXuLy']))}</td><td>${escapeHtml(standing(news.at(-1)?.Loai, takenBack))}</td></tr>`,
  );
  return `<p>Hồ sơ mà tỉnh đã chuyển sang hệ thống của ngành. Mở một hồ sơ để xử lý bằng tay.</p><div class="scroll"><table>
<tr><th>Hồ sơ</th><th>Hệ thống</th><th>Bước</th><th>Đang ở</th></tr>${rows.join('')}</table></div>`;
}

export function casePage({ handed, files, news, receipt, takenBack }: SectorCase): string {
  const data = Object.entries((handed['DuLieu'] ?? {}) as Readonly<Record<string, unknown>>).map(
    ([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(words(value))}</td></tr>`,
  );
  const told = news.map(
    (each) =>
      `<tr><td>${escapeHtml(words(each['ThoiDiem']))}</td><td>${kindNames[each.Loai]}</td><td>${escapeHtml(words(each['NoiDung']))} ${escapeHtml(words(each['SoKetQua']))}</td></tr>`,
  );
  const options = newsKinds.map((kind) => `<option value="${kind}">${kindNames[kind]}</option>`);
  return `<p>Mã tiếp nhận: <strong>${escapeHtml(receipt)}</strong>. ${escapeHtml(words(handed['TenThuTuc']))}.
Mục đích: ${escapeHtml(words(handed['MucDich']))}. Căn cứ: ${escapeHtml(words(handed['CanCu']))}. Số tệp kèm theo: ${files.size}.</p>
${takenBack ? '<p><strong>Tỉnh đã rút lại hồ sơ này.</strong></p>' : ''}
<div class="scroll"><table><caption>Dữ liệu được chuyển</caption>${data.join('')}</table></div>
<h2>Xử lý</h2><form method="post"><p class="row"><label>Báo cho tỉnh <select name="kind">${options.join('')}</select></label></p>
<p class="row"><label>Nội dung <input name="text" size="40" maxlength="2000"></label></p>
<p class="row"><label>Số kết quả <input name="number" maxlength="60"></label>
<label>Ngày <input name="issuedOn" type="date" value="${today()}"></label>
<label>Cơ quan <input name="agency" value="Thuế tỉnh Sông Ngân" maxlength="200"></label></p>
<p><button class="main">Gửi cho tỉnh</button></p></form>
<div class="scroll"><table><caption>Đã báo cho tỉnh</caption><tr><th>Lúc</th><th>Việc</th><th>Nội dung</th></tr>${told.join('')}</table></div>
<p><a href="/sector">Về danh sách</a></p>`;
}

/** In Vietnam. */
export function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}

function standing(kind: NewsKind | undefined, takenBack: boolean): string {
  if (takenBack) return 'Tỉnh đã rút lại';
  return kind === undefined ? 'Mới chuyển' : kindNames[kind];
}

function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
