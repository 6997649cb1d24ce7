/** A small sound file, to be changed by a test. Plain JSON: what is wrong with it is the point of most tests. */
export function aFile(): Record<string, unknown> & { CACHTHUCTHUCHIEN: unknown[]; THANHPHANHOSO: unknown[] } {
  return {
    MATTHC: '9.990009.H99',
    TENTTHC: 'Đăng ký tham gia hội đua ghe',
    MACOQUANCONGBO: 'DEMO.H99',
    TRANGTHAI: 'Còn hiệu lực',
    LINHVUCTHUCHIEN: [{ MALINHVUC: 'LV-01', TENLINHVUC: 'Văn hóa' }],
    TRINHTUTHUCHIEN: [{ TRUONGHOP: '', TRINHTU: [{ TENTRINHTU: 'Nộp đơn' }, { TENTRINHTU: 'Nhận giấy' }] }],
    CACHTHUCTHUCHIEN: ['1', '2', '3'].map((KENH) => ({
      KENH,
      THOIGIAN: [aTime('05', 'Ngày làm việc', [aFee('20000', 'Lệ phí đăng ký')])],
    })),
    THANHPHANHOSO: [
      { TRUONGHOP: '', GIAYTO: [aPaper('GT-01', 'Danh sách đội'), aPaper('GT-02', 'Ảnh ghe')] },
    ],
    DOITUONGTHUCHIEN: [{ TENDOITUONG: 'Công dân Việt Nam' }],
    KETQUATHUCHIEN: [{ MAKETQUA: 'KQ-01', TENKETQUA: 'Giấy đăng ký' }],
    CANCUPHAPLY: [{ SOVANBAN: '03/2026/QĐ-DEMO', TENVANBAN: 'Quy chế hội đua ghe' }],
    COQUANTHUCHIEN: [{ MADONVI: 'DEMO.H99.01', TENDONVI: 'Ủy ban nhân dân cấp xã' }],
    YEUCAU: 'Không',
  };
}

export function aTime(said: string, unit: string, fees: unknown[], note = '') {
  return { THOIGIANGIAIQUYET: said, DONVITINH: unit, MOTA: note, PHILEPHI: fees };
}

export function aFee(amount: string, note: string, unit = 'Đồng', code = 'LP-01') {
  return { MAPHILEPHI: code, SOTIEN: amount, DONVI: unit, MOTA: note };
}

export function aPaper(code: string, name: string) {
  return { MAGIAYTO: code, TENGIAYTO: name, TENMAUDON: '', URL: '', SOBANCHINH: '1', SOBANSAO: '' };
}

export function bytesOf(content: unknown): Uint8Array {
  return utf8(typeof content === 'string' ? content : JSON.stringify(content, null, 2));
}

export function utf8(text: string): Uint8Array {
  const units = encodeURIComponent(text).match(/%[0-9A-F]{2}|[^%]/gu) ?? [];
  return Uint8Array.from(units, (unit) =>
    unit.length === 3 ? Number.parseInt(unit.slice(1), 16) : unit.charCodeAt(0),
  );
}
