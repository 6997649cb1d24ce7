import { join } from 'node:path';
import { type Handler, readBody, readJsonObject, RequestError, sendJson, wantsJson } from '../web/exchange';
import { sendPage } from '../web/page';
import { answerNationalStore } from '../national-store/national-store-routes';
import { PaperBook } from '../national-store/paper-book';
import { ReportBook } from '../reporting/report-book';
import { reportingPage } from '../reporting/reporting-page';
import { answerReporting } from '../reporting/reporting-routes';
import { AccessTokens } from './access-tokens';
import { catalogues } from './catalogue-data';
import { lookUps } from './look-ups';
import { lgspPage } from './lgsp-page';
import { RegisterBook } from './register-book';

export interface LgspOptions {
  readonly folder: string;
  readonly clientSecret: string;
}

/**
 * The province's service bus with the registers behind it. `POST /lgsp/token` gives tokens; the look-ups stand in
 * `look-ups.ts`, the catalogues under `GET /lgsp/dmdc/1.0/Metadata/:name`. `GET /lgsp` shows people to change and every
 * question that was asked, `POST /lgsp/people` changes somebody, `POST /lgsp/tokens/withdraw` ends every token.
 * The national data store stands below `/lgsp/khodulieu`; the receivers of reports below `/lgsp/baocao` and `/lgsp/khodungchung`, with
 * a page of what they got.
 */
export async function lgspRoutes({ folder, clientSecret }: LgspOptions): Promise<Handler> {
  const tokens = new AccessTokens(clientSecret);
  const book = await RegisterBook.open(join(folder, 'lgsp.json'));
  const papers = await PaperBook.open(join(folder, 'national-store.json'));
  const reports = await ReportBook.open(join(folder, 'reporting.json'));

  return async (request, response, url) => {
    const path = url.pathname.slice('/lgsp'.length);
    if (path === '/token') return tokens.issue(request, response, url);
    if (path === '' && request.method === 'GET') {
      if (wantsJson(request, url)) return sendJson(response, 200, { lookUps: book.list() });
      return sendPage(response, { title: 'Trục LGSP và các cơ sở dữ liệu (giả lập)', body: lgspPage(book) });
    }
    if (path === '/people' && request.method === 'POST') {
      await changePerson(book, new URLSearchParams(await readBody(request)));
      response.writeHead(303, { location: '/lgsp' }).end();
      return;
    }
    if (path === '/tokens/withdraw' && request.method === 'POST') {
      tokens.withdrawAll();
      return sendJson(response, 200, {});
    }
    if (path === '/khodulieu' && request.method === 'GET')
      return sendJson(response, 200, { papers: papers.papers(), questions: papers.questions });
    if (path === '/baocao' && request.method === 'GET') {
      if (wantsJson(request, url))
        return sendJson(response, 200, { reports: reports.reports, records: reports.records() });
      return sendPage(response, { title: 'Hệ thống báo cáo (giả lập)', body: reportingPage(reports) });
    }
    tokens.require(request);
    const store = /^\/khodulieu\/1\.0\/(?<call>\w+)$/u.exec(path)?.groups?.['call'];
    if (store !== undefined && (await answerNationalStore(papers, store, request, response))) return;
    if (await answerReporting(reports, path, { request, response, url })) return;
    const catalogue = /^\/dmdc\/1\.0\/Metadata\/(?<name>\w+)$/u.exec(path)?.groups?.['name'];
    if (catalogue !== undefined && request.method === 'GET')
      return sendJson(response, 200, catalogueAnswer(catalogue, url.searchParams.get('LichSu') === '1'));
    const lookUp = lookUps[path];
    if (lookUp === undefined || request.method !== 'POST')
      throw new RequestError(404, 'there is nothing at this address');
    sendJson(response, 200, await lookUpAnswer(book, lookUp, await readJsonObject(request)));
  };
}

async function changePerson(book: RegisterBook, form: URLSearchParams): Promise<void> {
  const personalId = form.get('personalId') ?? '';
  if (!/^099\d{9}$/u.test(personalId))
    throw new RequestError(400, 'personalId must be one of an invented person');
  const today = new Date().toISOString().slice(0, 10);
  const [detail, diedOn] = [form.get('detail'), form.get('diedOn')];
  await book.change(personalId, {
    updatedOn: today,
    ...(detail ? { detail } : {}),
    ...(diedOn ? { diedOn } : {}),
  });
}

function catalogueAnswer(name: string, withHistory: boolean): object {
  const items = catalogues[name];
  if (items === undefined) return { error_code: '1', message: 'Không có danh mục này', data: null };
  const shown = withHistory ? items : items.filter(({ HieuLucDen }) => HieuLucDen === null);
  return { error_code: '0', message: '', data: { PhienBan: '2025.2', DanhSach: shown } };
}

/** Members that every question must hold: who asks, for which procedure, on whose behalf. */
const obligatory = ['MaYeuCau', 'MaDVC', 'MaDonVi', 'MaCanBo'] as const;

async function lookUpAnswer(
  book: RegisterBook,
  { service, answer }: (typeof lookUps)[string],
  body: Readonly<Record<string, unknown>>,
): Promise<object> {
  const question = Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const missing = obligatory.filter((name) => !question[name]);
  if (missing.length > 0) return { error_code: '2', message: `Thiếu ${missing.join(', ')}`, data: null };
  const data = await book.ask(
    JSON.stringify(question),
    {
      service,
      requestId: question['MaYeuCau'] ?? '',
      procedureCode: question['MaDVC'] ?? '',
      agencyCode: question['MaDonVi'] ?? '',
      requester: question['MaCanBo'] ?? '',
    },
    () => answer(question, book),
  );
  if (data === 'reused') return { error_code: '3', message: 'Mã yêu cầu đã dùng', data: null };
  if (data === null) return { error_code: '1', message: 'Không tìm thấy', data: null };
  return { error_code: '0', message: '', data };
}
