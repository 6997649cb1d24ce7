import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Faults } from '../faults/faults';
import { AccessTokens } from '../lgsp/access-tokens';
import { type Handler, readBody, readJsonObject, RequestError, sendJson, wantsJson } from '../web/exchange';
import { sendPage } from '../web/page';
import { type HandedCase, type NewsKind, newsKinds, SectorBook, type SectorCase } from './sector-book';
import { type ProvinceLine, SectorCallbacks } from './sector-callbacks';
import { casePage, listPage, today } from './sector-pages';

export interface SectorSettings extends ProvinceLine {
  readonly folder: string;
  readonly clientSecret: string;
}

export interface OpenedSector {
  readonly handler: Handler;
  close(): Promise<void>;
}

interface Area {
  readonly book: SectorBook;
  readonly callbacks: SectorCallbacks;
  readonly tokens: AccessTokens;
}

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * Systems of sectors, in which their officers work: `/sector` shows what the province handed over, `/sector/ho-so/<id>` is the
 * page on which a case is worked by hand, and below `/sector/<system>/ho-so` is what programs call, with a token.
 */
export async function openSectorArea(settings: SectorSettings, faults: Faults): Promise<OpenedSector> {
  const book = await SectorBook.open(join(settings.folder, 'sector.jsonl'));
  const callbacks = new SectorCallbacks(settings, faults);
  const area: Area = { book, callbacks, tokens: new AccessTokens(settings.clientSecret) };
  const handler: Handler = async (request, response, url) => {
    const [, , first = '', second = '', third = '', ...rest] = url.pathname.split('/');
    if (first === 'token') return area.tokens.issue(request, response, url);
    if (first === '' || first === 'ho-so') return byHand(area, [request, response, url], second);
    area.tokens.require(request);
    if (second !== 'ho-so' || !idPattern.test(third)) throw new RequestError(404, 'there is no such case');
    await asked(area, [request, response], { system: first, id: third, part: rest.join('/') });
  };
  return {
    handler,
    close: async () => {
      await callbacks.close();
      await book.close();
    },
  };
}

/** The pages for people. */
async function byHand(
  { book, callbacks }: Area,
  [request, response, url]: readonly [IncomingMessage, ServerResponse, URL],
  id: string,
): Promise<void> {
  if (id === '') {
    if (wantsJson(request, url)) return sendJson(response, 200, { items: book.list().map(told) });
    return sendPage(response, { title: 'Hệ thống chuyên ngành (giả lập)', body: listPage(book.list()) });
  }
  const known = required(book.find(id));
  if (request.method === 'POST') {
    const form = new URLSearchParams(await readBody(request));
    const kind = newsKinds.find((each) => each === form.get('kind'));
    if (kind === undefined) throw new RequestError(400, `kind must be one of ${newsKinds.join(', ')}`);
    await say(callbacks, book, known, kind, form);
    response.writeHead(303, { location: `/sector/ho-so/${id}` }).end();
    return;
  }
  if (wantsJson(request, url)) return sendJson(response, 200, told(known));
  sendPage(response, { title: `Hồ sơ ${known.handed.MaHoSo}`, body: casePage(known) });
}

/** What the province's program asks. */
async function asked(
  { book, callbacks }: Area,
  [request, response]: readonly [IncomingMessage, ServerResponse],
  { system, id, part }: { readonly system: string; readonly id: string; readonly part: string },
): Promise<void> {
  const asksFor = `${request.method ?? ''} ${part.split('/')[0] ?? ''}`;
  switch (asksFor) {
    case 'PUT tep':
      await book.addFile(id, ...(await received(request, part.split('/')[1] ?? '')));
      return sendJson(response, 200, { error_code: '0', data: null });
    case 'PUT ': {
      const handed = await readJsonObject(request);
      if (handed['MaChuyen'] !== id || typeof handed['PhienBan'] !== 'number')
        return sendJson(response, 200, { error_code: '2', message: 'Bản tin không hợp lệ' });
      const { found, isNew } = await book.handOver(system, handed as HandedCase);
      if (isNew && found.news.length === 0)
        await say(callbacks, book, found, 'TIEP_NHAN', new URLSearchParams({ text: 'Đã nhận hồ sơ' }));
      return sendJson(response, 200, { error_code: '0', data: { MaTiepNhan: found.receipt } });
    }
    case 'DELETE ':
      await book.takeBack(id);
      return sendJson(response, 200, { error_code: '0', data: null });
    case 'GET ':
      return sendJson(response, 200, { error_code: '0', data: { TinTuc: book.find(id)?.news ?? [] } });
    case 'GET ket-qua':
      required(book.find(id));
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(book.resultOf(id));
      return;
    default:
      throw new RequestError(404, 'there is nothing at this address');
  }
}

async function say(
  callbacks: SectorCallbacks,
  book: SectorBook,
  known: SectorCase,
  kind: NewsKind,
  form: URLSearchParams,
): Promise<void> {
  const news = await book.say(known, {
    kind,
    text: form.get('text') ?? '',
    number: form.get('number') ?? '',
    issuedOn: form.get('issuedOn') || today(),
    agency: form.get('agency') ?? '',
  });
  callbacks.tell(known.system, news);
}

async function received(request: IncomingMessage, sha256: string): Promise<[sha256: string, size: number]> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  if (hash.digest('hex') !== sha256)
    throw new RequestError(422, 'the file is not the one that was announced');
  return [sha256, size];
}

function required(known: SectorCase | undefined): SectorCase {
  if (!known) throw new RequestError(404, 'there is no such case');
  return known;
}

function told({ system, handed, receipt, takenBack, files, news }: SectorCase) {
  return {
    system,
    handed,
    receipt,
    takenBack,
    files: [...files].map(([sha256, size]) => ({ sha256, size })),
    news,
  };
}
