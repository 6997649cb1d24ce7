import { type Handler, readBody, RequestError } from '../web/exchange';
import { onePage } from '../web/one-page';
import { escapeHtml, sendPage } from '../web/page';
import { machineOf, Waiting } from './machines';

/** Demo papers by key: file name and the line printed on the page. */
const papers: Readonly<Record<string, readonly [fileName: string, title: string, line: string]>> = {
  'the-can-cuoc': ['the-can-cuoc.pdf', 'Thẻ căn cước', 'THE CAN CUOC (MAU)'],
  'giay-khai-sinh': ['giay-khai-sinh.pdf', 'Giấy khai sinh', 'GIAY KHAI SINH (MAU)'],
  'giay-uy-quyen': ['giay-uy-quyen.pdf', 'Giấy ủy quyền', 'GIAY UY QUYEN (MAU)'],
};

/**
 * The scanners of all kiosks. `GET /scanner` is a page on which a demo paper is put on the glass;
 * `POST /scanner/devices/:id/scan` gives it once as a PDF, and 204 while the glass is empty.
 */
export function scannerRoutes(): Handler {
  const glass = new Waiting<string>();
  return async (request, response, url) => {
    const machine = machineOf(url.pathname);
    if (machine?.action === 'scan' && request.method === 'POST') {
      const [fileName, , line] = papers[glass.take(machine.deviceId) ?? ''] ?? [];
      if (fileName === undefined) {
        response.writeHead(204).end();
        return;
      }
      response
        .writeHead(200, { 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent(fileName) })
        .end(onePage(line ?? ''));
      return;
    }
    if (url.pathname !== '/scanner') throw new RequestError(404, 'there is nothing at this address');
    if (request.method === 'POST') {
      const form = new URLSearchParams(await readBody(request));
      const key = form.get('paper') ?? '';
      if (papers[key] === undefined) throw new RequestError(400, 'unknown paper');
      glass.put(form.get('device') ?? '', key);
    }
    sendPage(response, { title: 'Máy quét (giả lập)', body: page(glass.count) });
  };
}

function page(waiting: number): string {
  const buttons = Object.entries(papers).map(
    ([key, [, title]]) =>
      `<li><form method="post" action="/scanner"><button name="paper" value="${key}"><strong>${escapeHtml(title)}</strong><span>Đặt lên mặt kính</span></button></form></li>`,
  );
  return `<p>Bấm một tờ giấy mẫu để đặt lên mặt kính. Máy nào quét trước thì nhận được. Đang có ${waiting} tờ chờ quét.</p><ul class="people">${buttons.join('')}</ul>`;
}
