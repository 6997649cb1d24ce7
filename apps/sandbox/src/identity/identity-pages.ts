import { escapeHtml } from '../web/page';
import type { AccountDirectory } from './accounts';

interface PageText {
  readonly title: string;
  readonly body: string;
}

/** Everybody one can sign in as; one button each, so that it works with a keyboard and without script. */
export function choicePage({ title, accounts }: AccountDirectory, action: string): PageText {
  const people = accounts.map(
    ({ key, name, description }) =>
      `<li><form method="post" action="${escapeHtml(action)}"><button name="account" value="${escapeHtml(key)}"><strong>${escapeHtml(name)}</strong><span>${escapeHtml(description)}</span></button></form></li>`,
  );
  return {
    title: 'Chọn người dùng thử',
    body: `<p>Đây là trang ${escapeHtml(title)}. Bản thật hỏi mật khẩu hoặc quét mã; ở đây chỉ cần bấm vào một người.</p>
<ul class="people">${people.join('')}</ul>
<h2>Không muốn đăng nhập?</h2>
<form method="post" action="${escapeHtml(action)}"><button name="account" value="">Quay lại, không đăng nhập</button></form>`,
  };
}

/** Asks once before ending the provider's session; `form` comes from the provider and carries its own token. */
export function logoutPage({ title }: AccountDirectory, form: string): PageText {
  return {
    title: 'Đăng xuất',
    body: `<p>Bạn đã đăng xuất khỏi cổng. Đăng xuất luôn khỏi ${escapeHtml(title)}?</p>${form}
<p><button class="main" form="op.logoutForm" name="logout" value="yes" autofocus>Đăng xuất</button>
<button form="op.logoutForm">Giữ đăng nhập</button></p>`,
  };
}

export function loggedOutPage({ title }: AccountDirectory): PageText {
  return {
    title: 'Đã đăng xuất',
    body: `<p>Bạn đã đăng xuất khỏi ${escapeHtml(title)}. Có thể đóng trang này.</p>`,
  };
}
