import { escapeHtml } from '../web/page';
import type { KeptReport, ReportBook, Wire } from './report-book';

const shownRecords = 50;

/** Reports with every version, and records of the store of the province, as they came. */
export function reportingPage(book: ReportBook): string {
  const reports = [...book.reports].reverse().map(reportTable).join('');
  const records = book.records();
  return `<h2>Báo cáo đã nhận</h2>${reports || '<p>Chưa có báo cáo nào.</p>'}<h2>Kho dữ liệu dùng chung của tỉnh</h2><p>${String(records.length)} bản ghi. Không bản ghi nào có thông tin của người dân.</p>${recordTable(records.slice(-shownRecords).reverse())}`;
}

/** Only lines of the whole province; the others are many. */
function reportTable({ month, version, receipt, reason, lines }: KeptReport): string {
  const why = reason === null ? '' : ` Điều chỉnh vì: ${escapeHtml(reason)}`;
  const rows = lines
    .filter((line) => line['MaDonVi'] === null)
    .map((line) => row([line['ChiTieu'], line['TuSo'], line['MauSo']]));
  return `<h3>${escapeHtml(month)}, phiên bản ${String(version)}</h3><p>Mã tiếp nhận ${escapeHtml(receipt)}, ${String(lines.length)} dòng.${why}</p>${table(['Chỉ tiêu', 'Số', 'Trên tổng'], rows)}`;
}

function recordTable(records: readonly Wire[]): string {
  const names = Object.keys(records[0] ?? {});
  return names.length === 0
    ? ''
    : table(
        names,
        records.map((record) => row(names.map((name) => record[name]))),
      );
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return `<div class="scroll"><table><thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function row(cells: readonly unknown[]): string {
  const shown = cells.map((cell) =>
    typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '–',
  );
  return `<tr>${shown.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
}
