import {
  type DemoAccount,
  demoAccounts,
  type DemoOrganisation,
  demoOrganisations,
  demoPeople,
  type DemoPerson,
} from '@mocua/server/identity/demo';

/** Accounts of one identity provider. */
export interface AccountDirectory {
  /** First part of every path, and of the issuer. */
  readonly mount: 'vneid' | 'sso';
  readonly title: string;
  readonly clientId: string;
  /** Path of the portal that a person sees after signing out. */
  readonly home: string;
  readonly accounts: readonly DemoAccount[];
}

export const vneidDirectory: AccountDirectory = {
  mount: 'vneid',
  title: 'VNeID (giả lập)',
  clientId: 'mocua-portal',
  home: '/',
  accounts: demoAccounts().filter((account) => account.provider === 'vneid'),
};

export const officerDirectory: AccountDirectory = {
  mount: 'sso',
  title: 'đăng nhập một lần của cán bộ (giả lập)',
  clientId: 'mocua-workspace',
  home: '/can-bo/',
  accounts: demoAccounts().filter((account) => account.provider === 'sso'),
};

/** Names of all claims either provider gives under the scope `profile`. */
export const claimNames = [
  'LoaiTaiKhoan',
  'SoDinhDanh',
  'HoChieu',
  'HoVaTen',
  'NgayThangNamSinh',
  'GioiTinh',
  'ThuongTru',
  'NoiOHienNay',
  'SoDienThoai',
  'ThuDienTu',
  'TechID',
  'loAs',
  'IAL',
  'MaSoThue',
  'MaSoDoanhNghiep',
  'TenDoanhNghiep',
  'DiaChiTruSo',
] as const;

type Claims = { sub: string } & Partial<Record<(typeof claimNames)[number], unknown>>;

/**
 * What the provider says about an account, in the claim names of VNeID and the national single sign-on; null for an
 * unknown one.
 */
export function claimsOf(key: string): Claims | null {
  const person = demoPeople.find((candidate) => candidate.key === key);
  if (person !== undefined) return personClaims(person);
  const organisation = demoOrganisations.find((candidate) => candidate.key === key);
  return organisation === undefined ? null : organisationClaims(organisation);
}

function personClaims(person: DemoPerson): Claims {
  const [year, month, day] = person.birthDate.split('-');
  const assurance = person.level === 'L2' ? '2' : '1';
  const { detail, commune, province } = person.address;
  return {
    sub: person.key,
    LoaiTaiKhoan: '1',
    HoVaTen: person.name,
    NgayThangNamSinh: `${day}/${month}/${year}`,
    GioiTinh: person.gender === 'male' ? '1' : '2',
    ThuongTru: { ChiTiet: detail, TenPhuongXa: commune, TenTinhThanh: province, QuocGia: 'VN' },
    TechID: `tech-${person.key}`,
    loAs: assurance,
    IAL: assurance,
    ...(person.personalId === null ? {} : { SoDinhDanh: person.personalId }),
    ...(person.passport === undefined ? {} : { HoChieu: person.passport }),
    ...(person.phone === null ? {} : { SoDienThoai: person.phone }),
    ...(person.email === null ? {} : { ThuDienTu: person.email }),
  };
}

function organisationClaims(organisation: DemoOrganisation): Claims {
  return {
    sub: organisation.key,
    LoaiTaiKhoan: '2',
    TenDoanhNghiep: organisation.name,
    MaSoThue: organisation.taxCode,
    DiaChiTruSo: organisation.address,
    SoDienThoai: organisation.phone,
    TechID: `tech-${organisation.key}`,
    ...(organisation.enterpriseCode === null ? {} : { MaSoDoanhNghiep: organisation.enterpriseCode }),
  };
}
