import type { PortalDossier, PortalProgress } from '@mocua/server/national-portal';
import { channelCodes, flag, ownerKindCodes, paymentCodes, placeCodes } from './wire-codes';
import { toWireTime } from './wire-time';

/** Item of `DongBoHoSoMC`; every scalar is a text. */
export type WireDossier = ReturnType<typeof wireDossier>;
/** Item of `CapNhatTienDoHoSoMC`. */
export type WireProgress = ReturnType<typeof wireProgress>;

const time = (instant: string | null): string => (instant === null ? '' : toWireTime(instant));

/** Mark before the first due date, which has no field of its own and stands in `ThongTinKhac`. */
export const originalDueMark = 'NgayHenTraBanDau=';

/** A dossier in the words of the wire. */
export function wireDossier(dossier: PortalDossier) {
  return {
    MaHoSo: dossier.code,
    MaTTHC: dossier.procedure.code,
    TenTTHC: dossier.procedure.name,
    MaLinhVuc: '',
    TenLinhVuc: dossier.procedure.field,
    KenhThucHien: channelCodes[dossier.channel],
    ChuHoSo: dossier.ownerName,
    LoaiDoiTuong: dossier.isOrganisation ? ownerKindCodes.organisation : ownerKindCodes.person,
    SoGiayToChuHoSo: dossier.ownerPersonalId ?? '',
    DinhDanhCHS:
      dossier.ownerPersonalId === null ? [] : [{ LoaiDinhDanh: '1', SoDinhDanh: dossier.ownerPersonalId }],
    ThongTinKhac: dossier.originalDueAt === null ? '' : `${originalDueMark}${time(dossier.originalDueAt)}`,
    Email: dossier.email ?? '',
    SoDienThoai: dossier.phone ?? '',
    TrichYeuHoSo: dossier.summary,
    NgayNopHoSo: time(dossier.submittedAt),
    NgayTiepNhan: time(dossier.receivedAt),
    NgayHenTra: time(dossier.dueAt),
    NgayTuChoi: time(dossier.refusedAt),
    NgayKetThucXuLy: time(dossier.completedAt),
    NgayTra: time(dossier.returnedAt),
    TrangThaiHoSo: String(dossier.status),
    HinhThuc: flag(dossier.returnedByPost),
    DonViXuLy: dossier.competentUnit,
    NoiNopHoSo: dossier.filedNationally ? placeCodes.national : placeCodes.local,
    HoSoCoThanhPhanSoHoa: flag(dossier.hasDigitised),
    TaiKhoanDuocXacThucVoiVNeID: flag(dossier.identityVerified),
    DuocThanhToanTrucTuyen: paymentCodes[dossier.paidHow],
    ...wireLists(dossier),
  };
}

/** What a dossier holds several of. */
function wireLists(dossier: PortalDossier) {
  return {
    TaiLieuNop: dossier.files.map((file) => ({
      TepDinhKemId: file.fileId,
      TenTepDinhKem: file.name,
      IsDeleted: 'False',
      MaThanhPhanHoSo: file.componentCode,
      DuocSoHoa: flag(file.digitised),
      DuocTaiSuDung: flag(file.reused),
      DuocLayTuKhoDMQG: '0',
    })),
    DanhSachLePhi:
      dossier.fee === null || dossier.fee === 0
        ? []
        : [
            {
              TenPhiLePhi: 'Phí, lệ phí',
              MaPhiLePhi: '',
              HinhThucThu: '1',
              Gia: String(dossier.fee),
              LoaiPhiLePhi: '1',
            },
          ],
    DanhSachHoSoBoSung: dossier.supplements.map((each) => ({
      HoSoBoSungId: each.supplementId,
      NguoiYeuCauBoSung: each.requestedBy,
      NoiDungBoSung: each.content,
      NgayBoSung: time(each.requestedAt),
      NguoiTiepNhanBoSung: each.confirmedBy ?? '',
      NgayTiepNhanBoSung: time(each.answeredAt),
      TrangThaiBoSung: flag(each.settled),
      NgayHenTraTruoc: time(each.dueBefore),
      NgayHenTraMoi: time(each.dueAfter),
    })),
    DanhSachGiayToKetQua: dossier.results.map((result) => ({
      TenGiayTo: result.name,
      GiayToId: result.documentId,
      DuongDanTepTinKetQua: result.url,
    })),
  };
}

/** Ends the text of a row with the number of our event, so that the row is recognised among those that are there. */
export function numbered(text: string, seq: number): string {
  return `${text} [#${seq}]`;
}

/** Number of our event in the text of a row; null for a row that is not ours. */
export function numberIn(text: string): number | null {
  const found = /\[#(\d+)\]$/u.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** A row of progress in the words of the wire. */
export function wireProgress(row: PortalProgress) {
  return {
    MaHoSo: row.code,
    NguoiXuLy: row.handledBy,
    ChucDanh: row.role,
    ThoiDiemXuLy: time(row.at),
    PhongBanXuLy: row.unit,
    NoiDungXuLy: numbered(row.text, row.seq),
    TrangThai: String(row.status),
    NgayBatDau: time(row.startedAt),
    NgayKetThucTheoQuyDinh: time(row.originalDueAt),
  };
}
