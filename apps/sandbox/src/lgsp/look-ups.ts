import { demoOrganisations, demoPeople } from '@mocua/server/identity/demo';
import { communeCodeOf } from './catalogue-data';
import { citizenOf, findPerson } from './population-data';
import type { RegisterBook } from './register-book';

/** What a register answers to the members of a question; null for nobody and nothing. */
export type LookUpAnswer = (question: Readonly<Record<string, string>>, book: RegisterBook) => unknown;

const activities: Readonly<Record<string, { Ma: string; Ten: string }>> = {
  'quan-phat-household': { Ma: '4711', Ten: 'Bán lẻ lương thực, thực phẩm, đồ uống, thuốc lá' },
  'quan-phat-company': { Ma: '4632', Ten: 'Bán buôn thực phẩm' },
  'song-ngan-bank': { Ma: '6419', Ten: 'Hoạt động trung gian tiền tệ khác' },
};
const kinds: Readonly<Record<string, string>> = { 'quan-phat-household': '07', 'song-ngan-bank': '06' };
const directors: Readonly<Record<string, string>> = { 'song-ngan-bank': 'Đỗ Thanh Vân' };

const enterprise: LookUpAnswer = ({ MaSo }) => {
  const found = demoOrganisations.find(({ taxCode, enterpriseCode }) =>
    [taxCode, enterpriseCode].includes(MaSo ?? ''),
  );
  if (found === undefined) return null;
  return {
    MaSoDoanhNghiep: found.enterpriseCode ?? found.taxCode,
    MaSoThue: found.taxCode,
    TenTiengViet: found.name,
    TenVietTat: null,
    LoaiHinh: kinds[found.key] ?? '03',
    TrangThai: '1',
    NgayDangKyLanDau: '12/04/2018',
    DiaChiTruSo: found.address,
    VonDieuLe: found.key === 'quan-phat-household' ? 200_000_000 : 5_000_000_000,
    NganhNgheChinh: activities[found.key] ?? null,
    NguoiDaiDien: [{ HoTen: directors[found.key] ?? 'Phạm Minh Quân', ChucDanh: 'Giám đốc' }],
  };
};

/** Certificates of land use rights; numbers of no issue that exists. */
const parcels = [
  {
    SoPhatHanhGCN: 'ZZ 000101',
    SoToBanDo: 12,
    SoThua: 345,
    MaXa: communeCodeOf('xã Đồng Sen'),
    DienTich: 210.5,
    LoaiDat: 'ONT',
    TinhTrang: '0',
    owner: 'sen',
  },
  {
    SoPhatHanhGCN: 'ZZ 000105',
    SoToBanDo: 7,
    SoThua: 88,
    MaXa: communeCodeOf('phường Ngân Thượng'),
    DienTich: 96,
    LoaiDat: 'ODT',
    TinhTrang: '1',
    owner: 'quan',
  },
  {
    SoPhatHanhGCN: 'ZZ 000105',
    SoToBanDo: 7,
    SoThua: 89,
    MaXa: communeCodeOf('phường Ngân Thượng'),
    DienTich: 40,
    LoaiDat: 'TMD',
    TinhTrang: '1',
    owner: 'quan',
  },
];

const land: LookUpAnswer = ({ SoPhatHanhGCN }) => {
  const found = parcels.filter((parcel) => parcel.SoPhatHanhGCN === SoPhatHanhGCN);
  if (found.length === 0) return null;
  return found.map(({ owner, ...parcel }) => {
    const holder = demoPeople.find(({ key }) => key === owner);
    return { ...parcel, ChuSuDung: [{ HoTen: holder?.name ?? '', GiayTo: holder?.personalId ?? null }] };
  });
};

const civilStatus: LookUpAnswer = ({ SoDinhDanh, LoaiSuKien }, book) => {
  const person = demoPeople.find(({ personalId }) => personalId !== null && personalId === SoDinhDanh);
  if (person === undefined) return null;
  const diedOn = book.changeOf(person.personalId ?? '')?.diedOn;
  const entries = [
    {
      LoaiSuKien: 'KS',
      So: String(person.birthDate.slice(5, 7)),
      Quyen: `01/${person.birthDate.slice(0, 4)}`,
      NgayDangKy: person.birthDate,
    },
    ...(diedOn === undefined ? [] : [{ LoaiSuKien: 'KT', So: '1', Quyen: null, NgayDangKy: diedOn }]),
  ];
  return entries
    .filter((entry) => entry.LoaiSuKien === LoaiSuKien)
    .map((entry) => ({ ...entry, NoiDangKy: `UBND ${person.address.commune}`, SoDinhDanh }));
};

const population: LookUpAnswer = ({ SoDinhDanh = '', HoVaTen = '', NgayThangNamSinh = '' }, book) => {
  const person = findPerson(SoDinhDanh, HoVaTen, NgayThangNamSinh);
  return person === null ? null : citizenOf(person, book.changeOf(SoDinhDanh));
};

/** Look-ups by the path below `/lgsp`. */
export const lookUps: Readonly<Record<string, { readonly service: string; readonly answer: LookUpAnswer }>> =
  {
    '/csdldc/1.0/TraCuuThongTinCongDan': { service: 'csdldc', answer: population },
    '/dkdn/2.0/ChiTietDoanhNghiep': { service: 'dkdn', answer: enterprise },
    '/datdai/1.0/TraCuuGiayChungNhan': { service: 'datdai', answer: land },
    '/hotich/1.0/TraCuuSuKienHoTich': { service: 'hotich', answer: civilStatus },
  };
