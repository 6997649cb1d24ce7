import { demoPeople, type DemoPerson } from '@mocua/server/identity/demo';
import { communeCodeOf, provinceCode } from './catalogue-data';
import type { PersonChange } from './register-book';

/** Ethnic groups by family name, so that the invented people of the mountain commune are not all Kinh. */
const groups: Readonly<Record<string, string>> = {
  Giàng: '08',
  Lò: '03',
  Quách: '06',
  Bế: '02',
  Lương: '03',
};
const kinh = '01';

/** Parents of invented people; the others have none in the register, which is common among the old. */
const parents: Readonly<Record<string, { father: string; mother: string }>> = {
  lam: { father: 'Trần Văn Bền', mother: 'Nguyễn Thị Lụa' },
  ha: { father: 'Lê Đình Thọ', mother: 'Phạm Thị Cúc' },
  quan: { father: 'Phạm Công Minh', mother: 'Đào Thị Hòa' },
  thuy: { father: 'Đinh Quốc Hùng', mother: 'Nguyễn Thị Hiền' },
};
const married: ReadonlySet<string> = new Set(['lam', 'ha', 'quan', 'sen']);

/** The person whom number, name in capitals and birth name together; null as soon as one does not fit. */
export function findPerson(personalId: string, name: string, birth: string): DemoPerson | null {
  const person = demoPeople.find((candidate) => candidate.personalId === personalId);
  if (person === undefined) return null;
  const sameName = person.name.normalize('NFC').toLocaleUpperCase('vi-VN') === name.normalize('NFC');
  const sameBirth = person.birthDate === birth || person.birthDate.slice(0, 4) === birth;
  return sameName && sameBirth ? person : null;
}

/** A person in the words of the register. */
export function citizenOf(person: DemoPerson, change: PersonChange | undefined): object {
  const [family = '', ...rest] = person.name.split(' ');
  const given = rest.pop() ?? '';
  const { detail, commune, province } = person.address;
  const residence = {
    MaTinhThanh: province.includes('Sông Ngân') ? provinceCode : null,
    MaPhuongXa: communeCodeOf(commune),
    TenTinhThanh: province,
    TenPhuongXa: commune,
    ChiTiet: change?.detail ?? detail,
    QuocGia: 'VN',
  };
  const relatives = parents[person.key];
  return {
    SoDinhDanh: person.personalId,
    HoVaTen: { Ho: family, ChuDem: rest.join(' ') || null, Ten: given },
    GioiTinh: person.gender === 'male' ? '1' : '2',
    DanToc: groups[family] ?? kinh,
    QuocTich: 'VN',
    TinhTrangHonNhan: married.has(person.key) ? '2' : '1',
    NgayThangNamSinh: {
      Nam: person.birthDate.slice(0, 4),
      NgayThangNam: person.birthDate.replaceAll('-', ''),
    },
    NoiDangKyKhaiSinh: { ...residence, ChiTiet: null },
    QueQuan: { ...residence, ChiTiet: null },
    ThuongTru: residence,
    NoiOHienTai: residence,
    Cha: relatives ? { HoVaTen: relatives.father, SoDinhDanh: null } : null,
    Me: relatives ? { HoVaTen: relatives.mother, SoDinhDanh: null } : null,
    NgayMat: change?.diedOn ?? null,
    NgayCapNhat: change?.updatedOn ?? '2025-07-01',
  };
}
