import { type Handler, readBody, readJsonObject, RequestError, sendJson, wantsJson } from '../web/exchange';
import { sendPage } from '../web/page';
import { type FaultArea, faultAreas, faultModes, type Faults, type FaultStep } from './faults';

const areaNames: Readonly<Record<FaultArea, string>> = {
  vneid: 'VNeID',
  sso: 'Đăng nhập một lần của cán bộ',
  messages: 'Cổng gửi tin nhắn và thư',
  'card-reader': 'Đầu đọc thẻ của kiosk',
  scanner: 'Máy quét của kiosk',
  printer: 'Máy in của kiosk',
};
const modeNames: Readonly<Record<FaultStep['mode'], string>> = {
  ok: 'bình thường',
  down: 'ngừng (503)',
  slow: 'chậm',
  hang: 'treo',
  cut: 'cắt kết nối',
};

/**
 * `GET /faults` shows, `POST /faults` sets: `{area, steps: [{mode, times?, delayMs?}]}` as JSON, or `area` and `mode`
 * from the page's own form. An empty list of steps means well again.
 */
export function faultRoutes(faults: Faults): Handler {
  return async (request, response, url) => {
    if (url.pathname !== '/faults') throw new RequestError(404, 'there is nothing at this address');
    if (request.method === 'GET') {
      if (wantsJson(request, url)) return sendJson(response, 200, faults.list());
      return sendPage(response, {
        title: 'Giả lập sự cố',
        body: `<p>Chọn cách mỗi hệ thống trả lời từ bây giờ.</p>${switches(faults)}`,
      });
    }
    if (request.method !== 'POST') throw new RequestError(405, 'GET or POST');
    if ((request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) {
      const form = new URLSearchParams(await readBody(request));
      const mode = form.get('mode');
      faults.set(areaOf(form.get('area')), mode === 'ok' ? [] : [stepOf({ mode })]);
      response.writeHead(303, { location: '/faults' }).end();
      return;
    }
    const { area, steps } = await readJsonObject(request);
    if (!Array.isArray(steps)) throw new RequestError(400, 'steps must be a list');
    faults.set(
      areaOf(area),
      steps.map((step) => stepOf((step ?? {}) as Record<string, unknown>)),
    );
    sendJson(response, 200, faults.list());
  };
}

function areaOf(value: unknown): FaultArea {
  const area = faultAreas.find((known) => known === value);
  if (area === undefined) throw new RequestError(400, `area must be one of ${faultAreas.join(', ')}`);
  return area;
}

function stepOf({ mode: wish, times, delayMs }: Readonly<Record<string, unknown>>): FaultStep {
  const mode = ([...faultModes, 'ok'] as const).find((known) => known === wish);
  if (mode === undefined) throw new RequestError(400, `mode must be one of ${faultModes.join(', ')}, ok`);
  return {
    mode,
    times: typeof times === 'number' && Number.isInteger(times) && times > 0 ? times : null,
    delayMs: typeof delayMs === 'number' && delayMs >= 0 && delayMs <= 120_000 ? delayMs : 5_000,
  };
}

function switches(faults: Faults): string {
  const current = faults.list();
  return faultAreas
    .map((area) => {
      const mode = current[area][0]?.mode ?? 'ok';
      const buttons = (['ok', ...faultModes] as const).map(
        (wish) =>
          `<button name="mode" value="${wish}"${wish === mode ? ' aria-pressed="true" class="main"' : ''}>${modeNames[wish]}</button>`,
      );
      return `<section><h2>${areaNames[area]}</h2><form class="row" method="post" action="/faults"><input type="hidden" name="area" value="${area}">${buttons.join('')}</form></section>`;
    })
    .join('');
}
