import { escapeHtml } from '../web/page';
import type { SigningBook, SigningStatus, SigningTransaction } from './signing-book';

const statusNames: Readonly<Record<SigningStatus, string>> = {
  WAITING: 'đang chờ người ký',
  SUCCESS: 'đã ký',
  REJECTED: 'người ký từ chối',
  EXPIRED: 'quá hạn',
};

/** The phones of all signers on one page. */
export function signingPage(book: SigningBook, holderOf: (credentialId: string) => string): string {
  const lines = book.list().slice(0, 100);
  const intro = `<p>Trang này thay cho điện thoại của người ký. Người ký xem việc đang chờ rồi xác nhận hoặc từ chối.</p>`;
  if (lines.length === 0) return `${intro}<p>Chưa có yêu cầu ký nào.</p>`;
  return intro + lines.map((each) => section(each, book, holderOf)).join('');
}

function section(
  { transactionId, credentialId, title, askedAt }: SigningTransaction,
  book: SigningBook,
  holderOf: (credentialId: string) => string,
): string {
  const status = book.statusOf(transactionId) ?? 'EXPIRED';
  const time = new Date(askedAt).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  const id = escapeHtml(transactionId);
  const button = (answer: string, label: string, kind = ''): string =>
    `<form method="post" action="/signing/answer"><input type="hidden" name="transaction" value="${id}"><button${kind} name="answer" value="${answer}">${label}</button></form>`;
  const choices =
    status === 'WAITING'
      ? `<div class="row">${button('confirm', 'Xác nhận ký', ' class="main"')}${button('refuse', 'Từ chối ký')}${button('expire', 'Để quá hạn')}</div>`
      : '';
  return `<section><h2>${escapeHtml(title)}</h2><p>Người ký: <strong>${escapeHtml(holderOf(credentialId))}</strong> (${escapeHtml(credentialId)}), lúc ${escapeHtml(time)}: <strong>${statusNames[status]}</strong></p>${choices}</section>`;
}
