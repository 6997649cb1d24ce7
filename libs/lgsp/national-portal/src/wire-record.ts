import { z } from 'zod';
import type { PaidHow, PortalRecord } from '@mocua/server/national-portal';
import { channelCodes, paymentCodes, placeCodes } from './wire-codes';
import { numberIn, originalDueMark } from './wire-dossier';
import { fromWireTime } from './wire-time';

const text = z.string();

/** Answer of `TraCuuHoSo`: the dossier as it was put, and its rows of progress. */
export const wireRecord = z.object({
  MaHoSo: text,
  MaTTHC: text,
  KenhThucHien: text,
  NoiNopHoSo: text,
  TrangThaiHoSo: text,
  NgayNopHoSo: text,
  NgayTiepNhan: text,
  NgayTuChoi: text,
  NgayHenTra: text,
  NgayKetThucXuLy: text,
  NgayTra: text,
  ThongTinKhac: text,
  TaiKhoanDuocXacThucVoiVNeID: text,
  HoSoCoThanhPhanSoHoa: text,
  DuocThanhToanTrucTuyen: text,
  TaiLieuNop: z.array(z.unknown()),
  DanhSachHoSoBoSung: z.array(z.unknown()),
  DanhSachGiayToKetQua: z.array(z.object({ GiayToId: text })),
  TienDo: z.array(
    z.object({
      ThoiDiemXuLy: text,
      NoiDungXuLy: text,
      TrangThai: text,
      NgayKetThucTheoQuyDinh: text,
    }),
  ),
});
export type WireRecord = z.output<typeof wireRecord>;

/** What the portal knows, in words of our own. */
export function recordOf(wire: WireRecord): PortalRecord {
  const original = wire.ThongTinKhac.startsWith(originalDueMark)
    ? wire.ThongTinKhac.slice(originalDueMark.length)
    : '';
  return {
    code: wire.MaHoSo,
    facts: {
      procedure: wire.MaTTHC,
      channel: channelOf(wire.KenhThucHien),
      filedNationally: wire.NoiNopHoSo === placeCodes.national,
      status: Number(wire.TrangThaiHoSo),
      submittedAt: fromWireTime(wire.NgayNopHoSo) ?? '',
      receivedAt: fromWireTime(wire.NgayTiepNhan),
      refusedAt: fromWireTime(wire.NgayTuChoi),
      dueAt: fromWireTime(wire.NgayHenTra),
      originalDueAt: fromWireTime(original),
      completedAt: fromWireTime(wire.NgayKetThucXuLy),
      returnedAt: fromWireTime(wire.NgayTra),
      identityVerified: wire.TaiKhoanDuocXacThucVoiVNeID === '1',
      hasDigitised: wire.HoSoCoThanhPhanSoHoa === '1',
      paidHow: paidHowOf(wire.DuocThanhToanTrucTuyen),
      files: wire.TaiLieuNop.length,
      supplements: wire.DanhSachHoSoBoSung.length,
      results: wire.DanhSachGiayToKetQua.map((result) => result.GiayToId),
    },
    progress: wire.TienDo.map((row) => ({
      seq: numberIn(row.NoiDungXuLy),
      at: fromWireTime(row.ThoiDiemXuLy) ?? '',
      status: Number(row.TrangThai),
      originalDueAt: fromWireTime(row.NgayKetThucTheoQuyDinh),
    })),
  };
}

/** Kiosk and portal share a code, so both are compared as filed online. */
function channelOf(code: string): string {
  return (
    (Object.keys(channelCodes) as (keyof typeof channelCodes)[]).find(
      (channel) => channel !== 'kiosk' && channelCodes[channel] === code,
    ) ?? code
  );
}

function paidHowOf(code: string): PaidHow {
  return (Object.keys(paymentCodes) as PaidHow[]).find((how) => paymentCodes[how] === code) ?? 'not-online';
}
