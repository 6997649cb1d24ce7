import { createHash } from 'node:crypto';
import type { LocalizedText } from '@mocua/contract';
import type { DataCategory } from './data-category';

/** Why somebody read personal data; the person sees the sentence. */
export const readingPurposes = {
  'dossier-reception': { vi: 'Xem hồ sơ để tiếp nhận', en: 'Read the dossier to receive it' },
  'dossier-processing': { vi: 'Xem hồ sơ để giải quyết', en: 'Read the dossier to process it' },
  'dossier-approval': { vi: 'Xem hồ sơ để phê duyệt kết quả', en: 'Read the dossier to approve its result' },
  'dossier-issuing': {
    vi: 'Xem hồ sơ để vào sổ và phát hành kết quả',
    en: 'Read the dossier to issue its result',
  },
  'result-return': { vi: 'Xem hồ sơ để trả kết quả', en: 'Read the dossier to return its result' },
  'attachment-review': { vi: 'Mở giấy tờ đính kèm để kiểm tra', en: 'Opened an attached paper to check it' },
  'document-printing': { vi: 'In giấy tờ của hồ sơ', en: 'Printed a document of the dossier' },
  inspection: {
    vi: 'Thanh tra, kiểm tra việc giải quyết thủ tục',
    en: 'Inspection of how procedures are handled',
  },
  'identity-prefill': {
    vi: 'Lấy thông tin định danh để điền sẵn tờ khai',
    en: 'Fetched identity data to prefill a form',
  },
  notification: {
    vi: 'Lấy số điện thoại, thư điện tử để gửi thông báo',
    en: 'Fetched contact data to send a notice',
  },
  'sign-in': { vi: 'Nhận ra bạn khi đăng nhập', en: 'Recognised you when you signed in' },
  'own-account': { vi: 'Hiển thị tài khoản đang đăng nhập', en: 'Showed the account that is signed in' },
  'own-dossiers': { vi: 'Xem hồ sơ, giấy tờ, kết quả', en: 'Looked at dossiers, papers and results' },
  filing: { vi: 'Điền tờ khai và nộp hồ sơ', en: 'Filled in and filed a form' },
  'shared-paper': {
    vi: 'Xem giấy tờ bạn chia sẻ',
    en: 'Looked at a paper you share',
  },
  'shared-paper-list': {
    vi: 'Tên giấy tờ bạn chia sẻ hiện trong danh sách của cơ quan',
    en: 'The name of a paper you share stood in the list of the agency',
  },
  'store-keeping': {
    vi: 'Đưa kết quả, giấy tờ số hóa vào Kho giấy tờ của bạn',
    en: 'Put results and digitised papers into your store',
  },
  tracking: { vi: 'Tra cứu hồ sơ bằng mã hồ sơ và mã PIN', en: 'Tracked a dossier by its code and PIN' },
  'work-list': {
    vi: 'Họ tên hiện trong danh sách việc của cán bộ',
    en: 'The name stood in a work-list',
  },
  'deadline-keeping': { vi: 'Tính hạn giải quyết, tính phí', en: 'Worked out deadlines and fees' },
  synchronisation: {
    vi: 'Đồng bộ hồ sơ với Cổng Dịch vụ công quốc gia và hệ thống liên quan',
    en: 'Passed the dossier on to the national portal and the systems it concerns',
  },
  'register-lookup': {
    vi: 'Tra cứu cơ sở dữ liệu quốc gia để không phải nộp lại giấy tờ',
    en: 'Looked data up in a register so that no paper is asked for',
  },
  payment: { vi: 'Thu, hoàn phí và lệ phí', en: 'Collected or refunded a fee' },
  'data-rights': {
    vi: 'Giải quyết yêu cầu của bạn về dữ liệu cá nhân',
    en: 'Handled your request about your personal data',
  },
  maintenance: { vi: 'Kiểm tra, vận hành hệ thống', en: 'Checked and ran the system' },
  undeclared: { vi: 'Hệ thống xử lý yêu cầu', en: 'The system handled a request' },
} as const satisfies Record<string, LocalizedText>;
export type ReadingPurpose = keyof typeof readingPurposes;

/** Who read: never more about an officer than a citizen may see. */
export interface Reader {
  readonly kind: 'officer' | 'citizen' | 'system';
  /** Party of the reader, or the name of the system component. */
  readonly id: string;
  /** Unit and role, for example `Sở Tư pháp, chuyên viên`. */
  readonly label: string;
}

/** One reading of a person's data. */
export interface Reading {
  /** The request or round of a job it belongs to; null only in readings written before accesses were told apart. */
  readonly accessId: string | null;
  readonly reader: Reader;
  /** Whose data was read. */
  readonly subjectId: string;
  /** What was read, in the order of its reading. */
  readonly categories: readonly DataCategory[];
  readonly purpose: ReadingPurpose;
  readonly dossierId: string | null;
  /** Code as it was when the data was read; the person recognises the dossier by it. */
  readonly dossierCode: string | null;
  /** Instant, ISO-8601. */
  readonly at: string;
}

/** A reading at its place in the stream of one process. */
export interface ChainedReading extends Reading {
  readonly streamId: string;
  /** From 1, without gaps. */
  readonly seq: number;
  /** Hex; of the first reading 64 zeros. */
  readonly prevHash: string;
  readonly hash: string;
}

export const firstReadingHash = '0'.repeat(64);

/** Places a reading behind the head of a stream. */
export function chainReading(
  head: { streamId: string; seq: number; hash: string },
  reading: Reading,
): ChainedReading {
  const entry = { ...reading, streamId: head.streamId, seq: head.seq + 1, prevHash: head.hash };
  return { ...entry, hash: hashOfReading(entry) };
}

/** SHA-256 over the fields in a fixed order; every field that a person is shown is covered. */
export function hashOfReading(entry: Omit<ChainedReading, 'hash'>): string {
  const covered = [
    ...(entry.accessId === null
      ? ['mocua.reading.1']
      : ['mocua.reading.2', entry.accessId, entry.categories]),
    entry.streamId,
    entry.seq,
    entry.prevHash,
    entry.reader.kind,
    entry.reader.id,
    entry.reader.label,
    entry.subjectId,
    entry.purpose,
    entry.dossierId,
    entry.dossierCode,
    entry.at,
  ];
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex');
}

/** First place where a stream is not what was written. */
export interface ReadingFault {
  readonly streamId: string;
  readonly seq: number;
  /** `unlawful-cut`: the mark of a cut was not made by us, or what it stands for had not been kept long enough. */
  readonly fault: 'gap' | 'broken-link' | 'changed' | 'unlawful-cut';
}

/** Checks the entries of one stream in order of `seq`; `head` is the entry before the first of them. */
export function findReadingFault(
  head: { readonly seq: number; readonly hash: string },
  entries: readonly ChainedReading[],
): ReadingFault | null {
  let { seq, hash } = head;
  for (const entry of entries) {
    const at = { streamId: entry.streamId, seq: entry.seq };
    if (entry.seq !== seq + 1) return { ...at, seq: seq + 1, fault: 'gap' };
    if (entry.prevHash !== hash) return { ...at, fault: 'broken-link' };
    if (entry.hash !== hashOfReading(entry)) return { ...at, fault: 'changed' };
    ({ seq, hash } = entry);
  }
  return null;
}
