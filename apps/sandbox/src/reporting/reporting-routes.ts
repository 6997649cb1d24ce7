import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, RequestError, sendJson } from '../web/exchange';
import type { ReportBook, Wire } from './report-book';

const largestReport = 16 * 1024 * 1024;
const mostRecords = 100;

type Answer = (
  book: ReportBook,
  exchange: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL },
) => Promise<void> | void;

const answers: Readonly<Record<string, Answer>> = {
  'POST /baocao/1.0/GuiBaoCao': takeReport,
  'GET /baocao/1.0/TraCuuBaoCao': findReport,
  'POST /khodungchung/1.0/CapNhatHoSo': takeRecords,
  'GET /khodungchung/1.0/ThongKe': countRecords,
};

/**
 * The receivers of reports behind the bus. Below `/lgsp/baocao/1.0`: `GuiBaoCao` takes a version of the report of a month,
 * `TraCuuBaoCao` tells the newest one. Below `/lgsp/khodungchung/1.0`: `CapNhatHoSo` takes up to a hundred records and answers each,
 * `ThongKe` counts them by month.
 *
 * @returns false for a path that is not its own
 */
export async function answerReporting(
  book: ReportBook,
  path: string,
  exchange: Parameters<Answer>[1],
): Promise<boolean> {
  const answer = answers[`${exchange.request.method ?? ''} ${path}`];
  if (answer === undefined) return false;
  await answer(book, exchange);
  return true;
}

async function takeReport(book: ReportBook, { request, response }: Parameters<Answer>[1]): Promise<void> {
  const report = await readObject(request);
  const { KyBaoCao: month, PhienBan: version, MaBam: digest, BoChiTieu: set, LyDoDieuChinh: reason } = report;
  const lines = report['ChiTiet'];
  if (
    typeof month !== 'string' ||
    !/^\d{4}-\d{2}$/u.test(month) ||
    typeof version !== 'number' ||
    typeof digest !== 'string' ||
    typeof set !== 'number' ||
    !Array.isArray(lines)
  )
    throw new RequestError(400, 'KyBaoCao, PhienBan, BoChiTieu, MaBam and ChiTiet are wanted');
  if (version > 1 && typeof reason !== 'string')
    throw new RequestError(400, 'a correction says why: LyDoDieuChinh');
  const taken = await book.take({
    ...{ month, version, digest, indicatorSet: set, lines: lines as Wire[] },
    reason: typeof reason === 'string' ? reason : null,
  });
  if (taken === 'other-numbers')
    throw new RequestError(409, 'this version was reported before with other numbers');
  sendJson(response, 200, {
    KetQua: taken.known ? 'DA_CO' : 'TIEP_NHAN',
    MaTiepNhan: taken.receipt,
    MaBam: digest,
  });
}

function findReport(book: ReportBook, { response, url }: Parameters<Answer>[1]): void {
  const report = book.newest(url.searchParams.get('KyBaoCao') ?? '');
  sendJson(response, 200, {
    BaoCao: report && {
      PhienBan: report.version,
      MaBam: report.digest,
      MaTiepNhan: report.receipt,
      SoDong: report.lines.length,
    },
  });
}

async function takeRecords(book: ReportBook, { request, response }: Parameters<Answer>[1]): Promise<void> {
  const { DanhSach: list } = await readObject(request);
  if (!Array.isArray(list) || list.length > mostRecords)
    throw new RequestError(400, 'DanhSach of at most a hundred records is wanted');
  const records = list as Wire[];
  const good = records.filter(isRecord);
  const results = await book.put(good);
  sendJson(response, 200, {
    DanhSach: records.map((record) => {
      const index = good.indexOf(record);
      return index < 0
        ? { MaBanGhi: record['MaBanGhi'], KetQua: 'TU_CHOI', LyDo: 'Thiếu mã bản ghi, mã TTHC hoặc ngày nộp' }
        : { MaBanGhi: record['MaBanGhi'], KetQua: results[index] };
    }),
  });
}

/** The procedure `0.000000` is nobody's; records of it show what a refusal of one among many does. */
function isRecord(record: Wire): boolean {
  const { MaBanGhi, MaTTHC, NgayNop, LanCapNhat } = record;
  return (
    typeof MaBanGhi === 'string' &&
    typeof MaTTHC === 'string' &&
    MaTTHC !== '0.000000' &&
    typeof LanCapNhat === 'number' &&
    typeof NgayNop === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/u.test(NgayNop)
  );
}

function countRecords(book: ReportBook, { response }: Parameters<Answer>[1]): void {
  const months = new Map<string, number>();
  for (const { NgayNop: day } of book.records()) {
    const month = String(day).slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  sendJson(response, 200, { DanhSach: [...months].map(([Thang, SoHoSo]) => ({ Thang, SoHoSo })) });
}

async function readObject(request: IncomingMessage): Promise<Wire> {
  const text = await readBody(request, largestReport);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Wire;
  } catch {
    throw new RequestError(400, 'the body is not JSON');
  }
  throw new RequestError(400, 'the body is not an object');
}
