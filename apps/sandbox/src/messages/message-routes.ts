import { type Handler, readJsonObject, RequestError, sendJson, wantsJson } from '../web/exchange';
import { escapeHtml, sendPage } from '../web/page';
import type { Message, MessageKind, MessageLog } from './message-log';
import type { Receipts } from './receipts';

const kinds: Readonly<Record<string, MessageKind>> = { '/messages/sms': 'sms', '/messages/email': 'email' };
const kindNames: Readonly<Record<MessageKind, string>> = {
  sms: 'Tin nhắn',
  email: 'Thư điện tử',
  zalo: 'Zalo',
};
const shownOnPage = 200;

/**
 * `POST /messages/sms` and `/messages/email` take `{messageId, to, text, subject?}` and answer 201 for a new message, 200
 * for one that came before. `GET /messages[?to=]` lists them as a page, or as JSON for programs.
 * Each new message gets a signed receipt. `POST /messages/dead` with `{to, dead}` has nothing arrive at an address.
 */
export function messageRoutes(log: MessageLog, receipts: Receipts): Handler {
  return async (request, response, url) => {
    if (request.method === 'GET' && url.pathname === '/messages') {
      const to = url.searchParams.get('to');
      const items = log.list().filter((message) => to === null || message.to === to);
      if (wantsJson(request, url)) return sendJson(response, 200, { items });
      return sendPage(response, {
        title: 'Tin nhắn và thư đã gửi',
        body: table(items.slice(0, shownOnPage)),
      });
    }
    if (request.method === 'POST' && url.pathname === '/messages/dead') {
      const { to, dead } = await readJsonObject(request);
      receipts.setDead(String(to), dead === true);
      return sendJson(response, 200, { to, dead: dead === true });
    }
    const kind = kinds[url.pathname];
    if (kind === undefined || request.method !== 'POST')
      throw new RequestError(404, 'there is nothing at this address');
    const body = await readJsonObject(request);
    const text = (name: string, limit: number): string => {
      const value = body[name];
      if (typeof value !== 'string' || value === '' || value.length > limit)
        throw new RequestError(400, `${name} must be a text`);
      return value;
    };
    const message: Message = {
      messageId: text('messageId', 200),
      kind,
      to: text('to', 200),
      subject: kind === 'email' ? text('subject', 500) : null,
      text: text('text', 50_000),
      receivedAt: new Date().toISOString(),
    };
    const isNew = await log.add(message);
    if (isNew) receipts.tell(message);
    sendJson(response, isNew ? 201 : 200, { messageId: message.messageId, duplicate: !isNew });
  };
}

function table(messages: readonly Message[]): string {
  if (messages.length === 0) return '<p>Chưa có tin nhắn nào.</p>';
  const rows = messages.map(
    ({ kind, to, subject, text, receivedAt }) =>
      `<tr><td>${escapeHtml(new Date(receivedAt).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' }))}</td><td>${kindNames[kind]}</td><td>${escapeHtml(to)}</td><td>${subject === null ? '' : `<strong>${escapeHtml(subject)}</strong>`}<pre>${escapeHtml(text)}</pre></td></tr>`,
  );
  return `<div class="scroll"><table><caption>${messages.length} tin mới nhất</caption><thead><tr><th scope="col">Lúc</th><th scope="col">Loại</th><th scope="col">Gửi đến</th><th scope="col">Nội dung</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
