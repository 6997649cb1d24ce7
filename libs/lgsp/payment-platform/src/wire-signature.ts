import { createHash, timingSafeEqual } from 'node:crypto';

/** A message of the platform: flat, each kind with fields of its own. */
export type WireFields = Readonly<Record<string, unknown>>;

/** Names of the fields that a kind of message is signed over, in their order. */
const signedFields: Readonly<Record<string, readonly string[]>> = {
  INIT: [
    'LoaiBanTin',
    'PhienBan',
    'MaDoiTac',
    'MaThamChieu',
    'SoTien',
    'LoaiHinhThanhToan',
    'MaTienTe',
    'ThongTinGiaoDich',
    'ThoiGianGD',
    'ThoiGianHetHan',
    'UrlTraVe',
  ],
  CONFIRM: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'],
  GET_BILL: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'],
  REFUND: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'MaGiaoDich', 'SoTien', 'ThoiGianGD'],
  STATEMENT: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'NgayDoiSoat', 'ThoiGianGD'],
  NOTIFY: [
    'LoaiBanTin',
    'PhienBan',
    'MaDoiTac',
    'MaThamChieu',
    'MaGiaoDich',
    'SoTien',
    'TrangThai',
    'ThoiGianTT',
  ],
  LOOK_UP: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaTraCuuTT', 'ThoiGianGD'],
  ANSWER: ['MaLoi', 'MaDoiTac', 'MaThamChieu', 'SoTien', 'ThoiGianGD'],
};

/** The platform joins values with a bar and hashes them with the secret at the end. */
export function signatureOf(kind: string, message: WireFields, secret: string): string {
  const names = signedFields[kind];
  if (!names) throw new Error('a message of an unknown kind cannot be signed');
  const values = names.map((name) => textOf(message[name]));
  return createHash('sha256')
    .update([...values, secret].join('|'), 'utf8')
    .digest('hex');
}

/** Whether a message of this kind carries the signature that only the two sides can make. */
export function isSigned(kind: string, message: WireFields, secret: string): boolean {
  const given = message['MaXacThuc'];
  if (typeof given !== 'string' || !/^[0-9a-f]{64}$/u.test(given)) return false;
  return timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(signatureOf(kind, message, secret), 'hex'));
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
