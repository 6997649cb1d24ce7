import { demoPeople } from '@mocua/server/identity/demo';
import { escapeHtml } from '../web/page';
import type { RegisterBook } from './register-book';

const shownLookUps = 100;

/** People of the population register to change by hand, and the questions that the registers were asked. */
export function lgspPage(book: RegisterBook): string {
  return `<h2>Câu hỏi đã nhận</h2>${table(book)}<h2>Cơ sở dữ liệu dân cư</h2>${people(book)}`;
}

function table(book: RegisterBook): string {
  const asked = book.list().slice(0, shownLookUps);
  if (asked.length === 0) return '<p>Chưa có câu hỏi nào.</p>';
  const rows = asked.map((one) => {
    const at = new Date(one.at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
    const cells = [at, one.service, one.requestId, one.procedureCode, one.agencyCode, one.requester];
    return `<tr>${[...cells, one.found ? 'có' : 'không'].map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  });
  const heads = ['Lúc', 'Cơ sở dữ liệu', 'Mã yêu cầu', 'Thủ tục', 'Đơn vị', 'Người hỏi', 'Tìm thấy'];
  return `<div class="scroll"><table><caption>${String(asked.length)} câu mới nhất</caption><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function people(book: RegisterBook): string {
  const forms = demoPeople.flatMap(({ personalId, name, address }) => {
    if (personalId === null) return [];
    const change = book.changeOf(personalId);
    const where = `${change?.detail ?? address.detail}, ${address.commune}`;
    const died = change?.diedOn === undefined ? '' : `, mất ngày ${escapeHtml(change.diedOn)}`;
    return `<form class="row" method="post" action="/lgsp/people"><input type="hidden" name="personalId" value="${personalId}"><p><strong>${escapeHtml(name)}</strong> ${personalId}: ${escapeHtml(where)}${died}</p><label>Nơi thường trú mới <input name="detail"></label> <label>Ngày mất <input name="diedOn" type="date"></label> <button>Ghi vào cơ sở dữ liệu</button></form>`;
  });
  return forms.join('');
}
