import { escapeHtml } from '../web/page';
import type { Movement, PaymentBooks, PaymentOrder } from './payment-books';

function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(?:\d{3})+$)/gu, '.')} đồng`;
}

/** The page on which a person pays; there is no bank, and nothing of a card is asked. */
export function payPage(order: PaymentOrder, paid: readonly Movement[]): string {
  const head = `<p>${escapeHtml(order.text)}</p><p>Số tiền: <strong>${dong(order.amount)}</strong></p>`;
  if (paid.length > 0)
    return `${head}<p>Khoản này đã thanh toán.</p><p><a href="${escapeHtml(order.returnUrl)}">Về cổng dịch vụ công</a></p>`;
  return `${head}<form class="row" method="post"><button class="main">Thanh toán</button></form>
<p><a href="${escapeHtml(order.returnUrl)}">Không thanh toán, về cổng dịch vụ công</a></p>`;
}

export function listPage(books: PaymentBooks): string {
  const rows = books.list().map((order) => {
    const paid = books.paymentsOf(order.reference).map(({ amount }) => dong(amount));
    return `<tr><td>${escapeHtml(order.reference)}</td><td>${escapeHtml(order.dossierCode)}</td><td>${dong(order.amount)}</td>
<td>${paid.join('<br>')}</td><td><form class="row" method="post" action="/payment/tra-tien/${escapeHtml(order.reference)}">
<input type="hidden" name="again" value="yes"><label>Số tiền <input name="amount" inputmode="numeric" value="${order.amount}"></label>
<button>Trả</button></form></td></tr>`;
  });
  return `<p>Mọi khoản mà tỉnh đã tạo. Ở đây có thể trả thừa, trả thiếu hoặc trả hai lần.</p><div class="scroll"><table>
<tr><th>Mã tham chiếu</th><th>Hồ sơ</th><th>Phải trả</th><th>Đã trả</th><th>Trả số khác</th></tr>${rows.join('')}</table></div>`;
}
