import { escapeHtml } from '../web/page';
import { type ParcelBook, type ParcelOrder, stateNames } from './parcel-book';

/** Every parcel with where it is, and what a tester can have happen to it. */
export function postPage(book: ParcelBook): string {
  const rows = book.list().map((order) => row(book, order));
  return `<p>Mọi bưu gửi mà tỉnh đã đặt. Bấm để bưu gửi đi tiếp, đến nơi, hoặc quay về.</p><div class="scroll"><table>
<tr><th>Mã bưu gửi</th><th>Người nhận</th><th>Hành trình</th><th>Cho đi tiếp</th></tr>${rows.join('')}</table></div>`;
}

function row(book: ParcelBook, order: ParcelOrder): string {
  const { reference, itemCode, description, receiver } = order;
  const way = book.movementsOf(reference).map(({ code, place }) => {
    const where = place === '' ? '' : `, ${escapeHtml(place)}`;
    return `${stateNames[code]}${where}`;
  });
  if (book.isCancelled(reference)) way.push('Đã hủy yêu cầu');
  const buttons = book
    .nextOf(reference)
    .map((code) => `<button name="code" value="${code}">${stateNames[code]}</button>`);
  return `<tr><td>${escapeHtml(itemCode)}<br>${escapeHtml(description)}</td>
<td>${escapeHtml(receiver.name)}<br>${escapeHtml(receiver.phone)}<br>${escapeHtml(receiver.address)}</td><td>${way.join('<br>')}</td>
<td><form class="row" method="post" action="/post/buu-gui/${encodeURIComponent(reference)}">
<label>Nơi <input name="place" maxlength="100" value="Bưu cục trung tâm"></label>${buttons.join('')}</form></td></tr>`;
}
