import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { Callbacks } from '../faults/callbacks';
import type { Faults } from '../faults/faults';
import { AccessTokens } from '../lgsp/access-tokens';
import { type Handler, readBody, readJsonObject, RequestError, sendJson, wantsJson } from '../web/exchange';
import { sendPage } from '../web/page';
import {
  DocumentBook,
  type HandedDraft,
  type News,
  type NewsKind,
  newsKinds,
  type OutgoingDocument,
} from './document-book';
import { documentPage, nextOf, today, trayPage } from './document-pages';
import { issuedSignatures, IssuingDesk } from './issuing-desk';

export interface DocumentManagementSettings {
  readonly folder: string;
  readonly clientSecret: string;
  /** Known to the system and the province only. */
  readonly secret: string;
  readonly callbackUrl: string;
}

export interface OpenedDocumentManagement {
  readonly handler: Handler;
  close(): Promise<void>;
}

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * The system in which documents are signed, numbered and issued: `/qlvb` is its tray, `/qlvb/van-ban/<id>` the page of a document
 * for a leader and a clerk, and below `/qlvb/van-ban-di` lies what programs call, with a token.
 */
export async function openDocumentManagementArea(
  settings: DocumentManagementSettings,
  faults: Faults,
): Promise<OpenedDocumentManagement> {
  const book = await DocumentBook.open(join(settings.folder, 'documents.jsonl'));
  const callbacks = new Callbacks('qlvb-out', faults);
  const tokens = new AccessTokens(settings.clientSecret);
  const issuing = await IssuingDesk.open(settings.folder);
  const desk = new Desk({ book, callbacks, issuing }, settings);
  const handler: Handler = async (request, response, url) => {
    const [, , first = '', id = '', ...rest] = url.pathname.split('/');
    if (first === 'token') return tokens.issue(request, response, url);
    if (first === '') return tray(book, [request, response, url]);
    if (!idPattern.test(id)) throw new RequestError(404, 'there is no such document');
    if (first === 'van-ban') return byHand(desk, book, [request, response, url], id);
    tokens.require(request);
    if (first !== 'van-ban-di') throw new RequestError(404, 'there is nothing at this address');
    await asked(desk, book, [request, response], { id, part: rest.join('/') });
  };
  return {
    handler,
    close: async () => {
      await callbacks.close();
      await book.close();
    },
  };
}

/** Does what a leader or a clerk over there does, and tells the province. */
class Desk {
  constructor(
    private readonly parts: {
      readonly book: DocumentBook;
      readonly callbacks: Callbacks;
      readonly issuing: IssuingDesk;
    },
    private readonly settings: DocumentManagementSettings,
  ) {}

  async act(known: OutgoingDocument, kind: NewsKind, form: URLSearchParams): Promise<void> {
    const { book, issuing } = this.parts;
    if (kind === 'DA_CAP_SO') await book.giveNumber(known, form.get('on') || today());
    const signer = text((known.handed['NguoiKyDuKien'] as { HoTen?: unknown } | undefined)?.HoTen);
    const signature = issuedSignatures.find((each) => each === form.get('signature')) ?? 'holds';
    if (kind === 'DA_PHAT_HANH') await book.issue(known, issuing.paperOf(known, signer, signature));
    const by = kind === 'DA_KY' || kind === 'TRA_LAI' ? signer : 'Văn thư (giả lập)';
    this.tell(await book.say(known, kind, { by, signer, text: form.get('text') ?? '' }));
  }

  private tell(news: News): void {
    const ChuKy = createHmac('sha256', this.settings.secret)
      .update(canonicalize(news) ?? '')
      .digest('hex');
    this.parts.callbacks.tell({
      url: this.settings.callbackUrl,
      path: '/callback',
      message: { ...news, ChuKy },
      isTaken: (answer) => answer['error_code'] === '0',
    });
  }
}

function tray(
  book: DocumentBook,
  [request, response, url]: readonly [IncomingMessage, ServerResponse, URL],
): void {
  if (wantsJson(request, url)) return sendJson(response, 200, { items: book.list().map(told) });
  sendPage(response, { title: 'Quản lý văn bản (giả lập)', body: trayPage(book.list()) });
}

/** The page of a document for people. */
async function byHand(
  desk: Desk,
  book: DocumentBook,
  [request, response, url]: readonly [IncomingMessage, ServerResponse, URL],
  id: string,
): Promise<void> {
  const known = required(book.find(id));
  if (request.method === 'POST') {
    const form = new URLSearchParams(await readBody(request));
    const kind = newsKinds.find((each) => each === form.get('kind'));
    if (kind === undefined || !nextOf(known).includes(kind))
      throw new RequestError(409, `only ${nextOf(known).join(', ') || 'nothing'} can be done now`);
    await desk.act(known, kind, form);
    response.writeHead(303, { location: `/qlvb/van-ban/${id}` }).end();
    return;
  }
  if (wantsJson(request, url)) return sendJson(response, 200, told(known));
  sendPage(response, { title: `Văn bản đi của hồ sơ ${known.handed.MaHoSo}`, body: documentPage(known) });
}

/** What the province's program asks. */
async function asked(
  desk: Desk,
  book: DocumentBook,
  [request, response]: readonly [IncomingMessage, ServerResponse],
  { id, part }: { readonly id: string; readonly part: string },
): Promise<void> {
  const asksFor = `${request.method ?? ''} ${part.split('/')[0] ?? ''}`;
  switch (asksFor) {
    case 'PUT du-thao':
      await book.addFile(id, ...(await received(request, part.split('/')[1] ?? '')));
      return sendJson(response, 200, { error_code: '0', data: null });
    case 'PUT ':
      return sendJson(response, 200, await submitted(desk, book, id, await readJsonObject(request)));
    case 'DELETE ':
      if (book.find(id)?.takenBack === false) await book.takeBack(id);
      return sendJson(response, 200, { error_code: '0', data: null });
    case 'GET ':
      return sendJson(response, 200, { error_code: '0', data: { TinTuc: book.find(id)?.news ?? [] } });
    case 'GET tep-phat-hanh':
      response
        .writeHead(200, { 'content-type': 'application/pdf' })
        .end(required(required(book.find(id)).issued));
      return;
    default:
      throw new RequestError(404, 'there is nothing at this address');
  }
}

async function submitted(
  desk: Desk,
  book: DocumentBook,
  id: string,
  draft: Readonly<Record<string, unknown>>,
) {
  const file = (draft['DuThao'] ?? {}) as Readonly<Record<string, unknown>>;
  if (draft['MaTrinh'] !== id || typeof draft['LanTrinh'] !== 'number' || !draft['DonViBanHanh'])
    return { error_code: '2', message: 'Bản tin không hợp lệ' };
  if (!book.hasFile(id, text(file['Sha256']))) return { error_code: '4', message: 'Chưa có tệp dự thảo' };
  const taken = await book.handOver(draft as HandedDraft);
  if (taken === null) return { error_code: '5', message: 'Văn bản đã có số, không thay dự thảo được nữa' };
  const { found, isNew } = taken;
  if (isNew) await desk.act(found, 'DA_NHAN', new URLSearchParams());
  return { error_code: '0', data: { MaVanBan: found.code } };
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

function required<T>(known: T | null | undefined): T {
  if (known == null) throw new RequestError(404, 'there is no such document');
  return known;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function told({ handed, code, takenBack, files, news, number }: OutgoingDocument) {
  return {
    handed,
    code,
    takenBack,
    number,
    files: [...files].map(([sha256, size]) => ({ sha256, size })),
    news,
  };
}
