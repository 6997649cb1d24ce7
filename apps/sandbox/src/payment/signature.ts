import { createHash } from 'node:crypto';

type Message = Readonly<Record<string, unknown>>;

/** SHA-256 over the values of the named fields and the secret, with bars between them. */
export function sign(message: Message, fields: string, secret: string): string {
  const values = fields.split(' ').map((name) => {
    const value = message[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
  return createHash('sha256')
    .update([...values, secret].join('|'))
    .digest('hex');
}

export const signedParts = {
  INIT: 'LoaiBanTin PhienBan MaDoiTac MaThamChieu SoTien LoaiHinhThanhToan MaTienTe ThongTinGiaoDich ThoiGianGD ThoiGianHetHan UrlTraVe',
  CONFIRM: 'LoaiBanTin PhienBan MaDoiTac MaThamChieu ThoiGianGD',
  GET_BILL: 'LoaiBanTin PhienBan MaDoiTac MaThamChieu ThoiGianGD',
  REFUND: 'LoaiBanTin PhienBan MaDoiTac MaThamChieu MaGiaoDich SoTien ThoiGianGD',
  STATEMENT: 'LoaiBanTin PhienBan MaDoiTac NgayDoiSoat ThoiGianGD',
  NOTIFY: 'LoaiBanTin PhienBan MaDoiTac MaThamChieu MaGiaoDich SoTien TrangThai ThoiGianTT',
} as const;

/** An instant as `yyyyMMddHHmmss` in Vietnam. */
export function vietnamTime(iso: string): string {
  return new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().replace(/\D/gu, '').slice(0, 14);
}
