import { type Handler, readBody, readJsonObject, RequestError, sendJson, wantsJson } from '../web/exchange';
import { sendPage } from '../web/page';
import {
  type Effect,
  type FaultArea,
  faultAreas,
  faultModeNames,
  faultModes,
  type FaultStep,
} from './fault-modes';
import type { Faults } from './faults';

const areaNames: Readonly<Record<FaultArea, string>> = {
  vneid: 'VNeID',
  sso: 'Đăng nhập một lần của cán bộ',
  messages: 'Cổng gửi tin nhắn và thư',
  'messages-out': 'Cổng tin nhắn báo lại',
  zalo: 'Zalo',
  'zalo-out': 'Zalo báo lại',
  'card-reader': 'Đầu đọc thẻ của kiosk',
  scanner: 'Máy quét của kiosk',
  printer: 'Máy in của kiosk',
  dvcqg: 'Cổng Dịch vụ công quốc gia',
  'dvcqg-out': 'Cổng Dịch vụ công quốc gia gửi sang tỉnh',
  lgsp: 'Trục LGSP và các cơ sở dữ liệu',
  'lgsp-out': 'Trục LGSP gửi sang tỉnh',
  payment: 'Nền tảng thanh toán',
  'payment-out': 'Nền tảng thanh toán báo kết quả',
  post: 'Bưu chính',
  'post-out': 'Bưu chính báo hành trình',
  signing: 'Ký số từ xa',
  'signing-out': 'Ký số từ xa báo kết quả',
  sector: 'hệ thống chuyên ngành',
  'sector-out': 'tin của hệ thống chuyên ngành gửi về tỉnh',
  qlvb: 'Quản lý văn bản',
  'qlvb-out': 'Quản lý văn bản báo số, bản phát hành',
};
const effectNames: Readonly<Record<Effect, string>> = {
  none: 'Yêu cầu không được thực hiện',
  once: 'Yêu cầu được thực hiện',
  twice: 'Yêu cầu được thực hiện hai lần',
};

/**
 * `GET /faults` shows, `POST /faults` sets: `{area, steps: [{mode, times?, delayMs?, only?: {path?, body?}}]}` as JSON, or
 * `area`, `mode` and `times` from the page's own form. An empty list of steps means well again. `GET /faults/counts` says
 * how often each mode struck.
 */
export function faultRoutes(faults: Faults): Handler {
  return async (request, response, url) => {
    if (url.pathname === '/faults/counts' && request.method === 'GET')
      return sendJson(response, 200, faults.counts());
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
      const times = Number(form.get('times') ?? '');
      faults.set(areaOf(form.get('area')), mode === 'ok' ? [] : [stepOf({ mode, times })]);
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

function stepOf({ mode: wish, times, delayMs, only }: Readonly<Record<string, unknown>>): FaultStep {
  const mode = ([...faultModeNames, 'ok'] as const).find((known) => known === wish);
  if (mode === undefined) throw new RequestError(400, `mode must be one of ${faultModeNames.join(', ')}, ok`);
  return {
    mode,
    times: typeof times === 'number' && Number.isInteger(times) && times > 0 ? times : null,
    delayMs: typeof delayMs === 'number' && delayMs >= 0 && delayMs <= 120_000 ? delayMs : 5_000,
    ...(only === undefined ? {} : { only: filterOf(only) }),
  };
}

function filterOf(value: unknown): NonNullable<FaultStep['only']> {
  const { path, body } = (value ?? {}) as Record<string, unknown>;
  for (const text of [path, body])
    if (text !== undefined && typeof text !== 'string')
      throw new RequestError(400, 'only holds path and body as texts');
  return {
    ...(typeof path === 'string' ? { path } : {}),
    ...(typeof body === 'string' ? { body } : {}),
  };
}

function switches(faults: Faults): string {
  const current = faults.list();
  return faultAreas
    .map((area) => {
      const [step] = current[area];
      const state = step === undefined || step.mode === 'ok' ? 'bình thường' : faultModes[step.mode].name;
      const left = step?.times == null ? '' : `, còn ${String(step.times)} lần`;
      return `<section><h2>${areaNames[area]}</h2><p>Đang: <strong>${state}</strong>${left}</p><form class="row" method="post" action="/faults"><input type="hidden" name="area" value="${area}"><label>Trả lời <select name="mode">${options(step?.mode ?? 'ok')}</select></label> <label>Số lần <input name="times" inputmode="numeric" size="4"></label> <button>Đặt</button></form></section>`;
    })
    .join('');
}

function options(chosen: FaultStep['mode']): string {
  const option = (mode: FaultStep['mode'], name: string): string =>
    `<option value="${mode}"${mode === chosen ? ' selected' : ''}>${name}</option>`;
  const groups = (['none', 'once', 'twice'] as const).map((effect) => {
    const modes = faultModeNames.filter((mode) => faultModes[mode].effect === effect);
    return `<optgroup label="${effectNames[effect]}">${modes.map((mode) => option(mode, faultModes[mode].name)).join('')}</optgroup>`;
  });
  return option('ok', 'bình thường') + groups.join('');
}
