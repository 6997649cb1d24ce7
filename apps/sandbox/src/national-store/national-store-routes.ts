import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJsonObject, RequestError, sendJson } from '../web/exchange';
import { type DemoPaper, demoPapersOf } from './demo-papers';
import type { PaperBook, WirePaper } from './paper-book';

/** Members that a seal covers, in their order. */
const sealed = [
  'MaGiayTo',
  'SoDinhDanh',
  'LoaiGiayTo',
  'TenGiayTo',
  'SoHieu',
  'CoQuanCap',
  'NgayCap',
  'NgayHetHan',
  'MaBam',
] as const;

type Answer = (book: PaperBook, message: WirePaper, response: ServerResponse) => Promise<void> | void;
const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['CapNhatGiayTo', deposit],
  ['TraCuuGiayTo', list],
  ['NoiDungGiayTo', content],
]);

/**
 * The national data store behind the bus, below `/lgsp/khodulieu/1.0`: `CapNhatGiayTo` takes a paper (insert or update),
 * `TraCuuGiayTo` lists those of a person, `NoiDungGiayTo` gives a file, `KhoaCongKhai` the key of its seal.
 *
 * @returns false for a path that is not its own
 */
export async function answerNationalStore(
  book: PaperBook,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (path === 'KhoaCongKhai') {
    sendJson(response, 200, { KhoaCongKhai: book.publicKey });
    return true;
  }
  const answer = answers.get(path);
  if (answer === undefined || request.method !== 'POST') return false;
  await answer(book, texts(await readJsonObject(request)), response);
  return true;
}

async function deposit(book: PaperBook, paper: WirePaper, response: ServerResponse): Promise<void> {
  const { MaGiayTo, SoDinhDanh, MaBam, TenGiayTo } = paper;
  if (
    !MaGiayTo ||
    !TenGiayTo ||
    !/^099\d{9}$/u.test(SoDinhDanh ?? '') ||
    !/^[0-9a-f]{64}$/u.test(MaBam ?? '')
  )
    throw new RequestError(400, 'MaGiayTo, TenGiayTo, SoDinhDanh and MaBam are wanted');
  sendJson(response, 200, { KetQua: await book.put(paper) });
}

async function list(book: PaperBook, question: WirePaper, response: ServerResponse): Promise<void> {
  const { personalId, requestId, basis } = asked(question);
  const deposited = book
    .papers()
    .filter((paper) => paper['SoDinhDanh'] === personalId)
    .map((paper) => ({ ...paper, TenTep: `${paper['TenGiayTo'] ?? ''}.pdf` }));
  const papers = [
    ...deposited.map((paper) => signed(book, paper)),
    ...demoPapersOf(personalId).map((paper) =>
      paper.trouble === 'no-seal' ? paper.wire : signed(book, paper.wire),
    ),
  ];
  await book.note({ at: new Date().toISOString(), requestId, basis, found: papers.length });
  sendJson(response, 200, { DanhSach: papers });
}

function content(_book: PaperBook, question: WirePaper, response: ServerResponse): void {
  const { personalId } = asked(question);
  const paper: DemoPaper | undefined = demoPapersOf(personalId).find(
    (each) => each.wire['MaGiayTo'] === question['MaGiayTo'],
  );
  // What a province deposited is a link; its file lies there.
  if (paper === undefined) throw new RequestError(404, 'there is no such file');
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': paper.file.length,
  });
  response.end(paper.file);
}

function asked({ MaYeuCau, SoDinhDanh, CanCu }: WirePaper) {
  if (!MaYeuCau || !SoDinhDanh || !CanCu)
    throw new RequestError(400, 'MaYeuCau, SoDinhDanh and CanCu are wanted with every question');
  return { requestId: MaYeuCau, personalId: SoDinhDanh, basis: CanCu };
}

function signed(book: PaperBook, paper: WirePaper): WirePaper {
  return { ...paper, ChuKy: book.seal(sealed.map((name) => paper[name] ?? '').join('|')) };
}

function texts(body: Readonly<Record<string, unknown>>): WirePaper {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : null]),
  );
}
