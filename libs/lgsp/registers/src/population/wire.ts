import { z } from 'zod';
import { CodeTable } from '../code-table';

/** Names of members as seen in public code for the population register (requirements 7.4). */
const place = z.object({
  MaTinhThanh: z.string().nullish(),
  MaPhuongXa: z.string().nullish(),
  TenTinhThanh: z.string().nullish(),
  TenPhuongXa: z.string().nullish(),
  ChiTiet: z.string().nullish(),
  QuocGia: z.string().nullish(),
});
const relative = z.object({ HoVaTen: z.string(), SoDinhDanh: z.string().nullish() });

export const wireCitizen = z.object({
  SoDinhDanh: z.string().regex(/^\d{12}$/u),
  HoVaTen: z.object({ Ho: z.string(), ChuDem: z.string().nullish(), Ten: z.string() }),
  GioiTinh: z.string(),
  DanToc: z.string().nullish(),
  QuocTich: z.string().nullish(),
  TinhTrangHonNhan: z.string().nullish(),
  NgayThangNamSinh: z.object({ Nam: z.string().regex(/^\d{4}$/u), NgayThangNam: z.string().nullish() }),
  NoiDangKyKhaiSinh: place.nullish(),
  QueQuan: place.nullish(),
  ThuongTru: place.nullish(),
  NoiOHienTai: place.nullish(),
  Cha: relative.nullish(),
  Me: relative.nullish(),
  NgayMat: z.string().nullish(),
  NgayCapNhat: z.string().nullish(),
});
export type WireCitizen = z.output<typeof wireCitizen>;
export type WirePlace = z.output<typeof place>;

export const genders = new CodeTable('population.GioiTinh', { '1': 'male', '2': 'female', '3': 'other' });
export const maritalStates = new CodeTable('population.TinhTrangHonNhan', {
  '1': 'single',
  '2': 'married',
  '3': 'divorced',
  '4': 'widowed',
});
