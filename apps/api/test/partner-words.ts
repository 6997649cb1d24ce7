import { createHash, createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EndpointName } from '@mocua/contract/schemas';
import type { Config } from '@mocua/server/kernel';
import { smallPdf } from './filing.builder';

type Wire = Readonly<Record<string, unknown>>;

/** What partners send in their own words, and how each proves that it is the sender; the proof fits whatever is in it. */
export interface PartnerWords {
  readonly endpoint: EndpointName;
  readonly good: Wire;
  readonly seal: (message: Wire, config: Config) => Wire;
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const signedBy =
  (names: readonly string[]) =>
  (message: Wire, { paymentPartner, paymentSecret }: Config): Wire => {
    const named = { ...message, MaDoiTac: paymentPartner } as Wire;
    const signed = [...names.map((name) => text(named[name])), paymentSecret].join('|');
    return { ...named, MaXacThuc: createHash('sha256').update(signed, 'utf8').digest('hex') };
  };

const asItIs = (message: Wire): Wire => message;

export const partnerWords: readonly PartnerWords[] = [
  {
    endpoint: 'receiveNationalMessage',
    seal: asItIs,
    good: {
      MaThongDiep: 'thong-diep-thu',
      LoaiThongDiep: 'NopHoSo',
      MaHoSo: 'G22.99-261116-000099',
      MaTTHC: '2.000908',
      DonVi: '000.00.32.H99',
      NgayNopHoSo: '20261116080000',
      TaiKhoanDuocXacThucVoiVNeID: '1',
      ChuHoSo: {
        HoVaTen: 'Trần Văn Lâm',
        SoDinhDanh: '099085000103',
        NgayThangNamSinh: '19850101',
        SoDienThoai: '0900000103',
      },
      DuLieuToKhai: { relation: 'self', copies: 2 },
      ThanhPhanHoSos: [
        {
          MaThanhPhanHoSo: 'identity-paper',
          TepDinhKem: [{ TenTep: 'căn cước.pdf', Base64: smallPdf.toString('base64') }],
        },
      ],
    },
  },
  {
    endpoint: 'receiveNationalMessage',
    seal: asItIs,
    good: {
      MaThongDiep: 'su-kien-thu',
      LoaiThongDiep: 'TrangThaiHoSo',
      MaHoSo: 'BTP-0099',
      HeThong: 'moj-civil-status',
      MaTTHC: '3.000722',
      SoDinhDanhChuHoSo: '099085000103',
      MaSuKien: '1',
      TrangThai: '4',
      ThoiDiem: '20261116090000',
    },
  },
  {
    endpoint: 'paymentCallback',
    seal: signedBy([
      'LoaiBanTin',
      'PhienBan',
      'MaDoiTac',
      'MaThamChieu',
      'MaGiaoDich',
      'SoTien',
      'TrangThai',
      'ThoiGianTT',
    ]),
    good: {
      LoaiBanTin: 'NOTIFY',
      PhienBan: '1.0.6',
      MaThamChieu: 'MC0000000000000000',
      MaGiaoDich: 'GD-THU-1',
      SoTien: 5_000,
      TrangThai: 'DA_THANH_TOAN',
      ThoiGianTT: '20261116080000',
    },
  },
  {
    endpoint: 'paymentLookUp',
    seal: signedBy(['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaTraCuuTT', 'ThoiGianGD']),
    good: {
      LoaiBanTin: 'LOOK_UP',
      PhienBan: '1.0.6',
      MaTraCuuTT: 'MC0000000000000000',
      ThoiGianGD: '20261116080000',
    },
  },
  {
    endpoint: 'messageReceipt',
    seal: (message, { messagesSecret }) => {
      const { messageId, state, at } = message;
      const signed = `${text(messageId)}|${text(state)}|${text(at)}`;
      return { ...message, signature: createHmac('sha256', messagesSecret).update(signed).digest('hex') };
    },
    good: {
      messageId: '01990000-0000-7000-8000-000000000001',
      state: 'DELIVERED',
      at: '2026-11-16T01:00:00Z',
    },
  },
  {
    endpoint: 'receiveDocumentMessage',
    seal: (message, { documentManagementSecret }) => {
      const { ChuKy: _signature, ...signed } = message;
      const proof = createHmac('sha256', documentManagementSecret)
        .update(canonicalize(signed) ?? '')
        .digest('hex');
      return { ...signed, ChuKy: proof };
    },
    good: {
      MaTin: 'tin-thu',
      MaTrinh: '01990000-0000-7000-8000-000000000003',
      LanTrinh: 1,
      ThuTu: 1,
      TrangThai: 'DA_PHAT_HANH',
      ThoiDiem: '2026-11-16T01:00:00Z',
      NguoiThucHien: 'Văn thư',
      NoiDung: '',
      SoKyHieu: '15/QĐ-UBND',
      NgayVanBan: '2026-11-16',
      NguoiKy: 'Người ký',
      TepPhatHanh: { Ten: 'van-ban.pdf', KichThuoc: 10, Sha256: '0'.repeat(64) },
    },
  },
  {
    endpoint: 'receiveSectorMessage',
    seal: (message, { sectorSecret }) => {
      const { ChuKy: _signature, ...signed } = message;
      const proof = createHmac('sha256', sectorSecret)
        .update(canonicalize(signed) ?? '')
        .digest('hex');
      return { ...signed, ChuKy: proof };
    },
    good: {
      MaTin: 'tin-thu',
      MaChuyen: '01990000-0000-7000-8000-000000000002',
      PhienBan: 1,
      ThuTu: 1,
      Loai: 'KET_QUA',
      ThoiDiem: '2026-11-16T08:00:00+07:00',
      NoiDung: 'Đã cấp mã số.',
      SoKetQua: '0109999999',
      NgayKetQua: '2026-11-16',
      CoQuan: 'Phòng Tài chính – Kế hoạch',
      TepKetQua: { Ten: 'kết quả.pdf', KichThuoc: 1_024, Sha256: '0'.repeat(64) },
    },
  },
];
