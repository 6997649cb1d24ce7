import type { IncomingMessage } from 'node:http';
import { type Handler, RequestError, sendJson, wantsJson } from '../web/exchange';
import { escapeHtml, sendPage } from '../web/page';
import { machineOf } from './machines';

interface Printed {
  readonly deviceId: string;
  readonly name: string;
  readonly bytes: number;
  readonly at: string;
}

const largestDocument = 30 * 1024 * 1024;
const remembered = 50;

/**
 * The printers of all kiosks. `POST /printer/devices/:id/prints` takes a PDF; `GET /printer` lists what came out. Only name and
 * size are kept: paper that came out is gone.
 */
export function printerRoutes(): Handler {
  const prints: Printed[] = [];
  return async (request, response, url) => {
    const machine = machineOf(url.pathname);
    if (machine?.action === 'prints' && request.method === 'POST') {
      const name = decodeURIComponent(String(request.headers['x-file-name'] ?? ''));
      const bytes = await sizeOfPdf(request);
      prints.unshift({ deviceId: machine.deviceId, name, bytes, at: new Date().toISOString() });
      prints.length = Math.min(prints.length, remembered);
      return sendJson(response, 201, { printed: true });
    }
    if (url.pathname !== '/printer' || request.method !== 'GET')
      throw new RequestError(404, 'there is nothing at this address');
    if (wantsJson(request, url)) return sendJson(response, 200, { items: prints });
    sendPage(response, { title: 'Máy in (giả lập)', body: page(prints) });
  };
}

async function sizeOfPdf(request: IncomingMessage): Promise<number> {
  let [size, head] = [0, ''];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (head.length < 5) head += chunk.subarray(0, 5).toString('latin1');
    size += chunk.length;
    if (size > largestDocument) throw new RequestError(413, 'the document is too large');
  }
  if (!head.startsWith('%PDF-')) throw new RequestError(415, 'the printer takes PDF only');
  return size;
}

function page(prints: readonly Printed[]): string {
  if (prints.length === 0) return '<p>Chưa in giấy nào.</p>';
  const rows = prints.map(
    ({ name, bytes, at }) =>
      `<tr><td>${escapeHtml(new Date(at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' }))}</td><td>${escapeHtml(name)}</td><td>${bytes}</td></tr>`,
  );
  return `<div class="scroll"><table><caption>Giấy đã in</caption><thead><tr><th scope="col">Lúc</th><th scope="col">Tên</th><th scope="col">Số byte</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
