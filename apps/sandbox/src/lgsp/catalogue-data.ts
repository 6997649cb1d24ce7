import { demoUnits } from '@mocua/server/identity/demo';

export const provinceCode = '99';

interface Item {
  readonly Ma: string;
  readonly Ten: string;
  readonly MaCha: string | null;
  readonly HieuLucTu: string;
  readonly HieuLucDen: string | null;
  readonly ThayBang: readonly string[];
}

const always = { MaCha: null, HieuLucTu: '1979-03-02', HieuLucDen: null, ThayBang: [] };
const item = (Ma: string, Ten: string): Item => ({ Ma, Ten, ...always });

/** A part of the list of ethnic groups of 1979, with its codes. */
const ethnicGroups: readonly Item[] = [
  item('01', 'Kinh'),
  item('02', 'Tày'),
  item('03', 'Thái'),
  item('04', 'Hoa'),
  item('05', 'Khơ-me'),
  item('06', 'Mường'),
  item('07', 'Nùng'),
  item('08', 'Mông'),
  item('09', 'Dao'),
];

const nationalities: readonly Item[] = [
  item('VN', 'Việt Nam'),
  item('CH', 'Thụy Sĩ'),
  item('KR', 'Hàn Quốc'),
  item('LA', 'Lào'),
  { ...item('YU', 'Nam Tư'), HieuLucDen: '2003-02-04', ThayBang: ['CS'] },
  {
    ...item('CS', 'Xéc-bi-a và Môn-tê-nê-grô'),
    HieuLucTu: '2003-02-05',
    HieuLucDen: '2006-06-05',
    ThayBang: ['RS', 'ME'],
  },
  { ...item('RS', 'Xéc-bi-a'), HieuLucTu: '2006-06-06' },
  { ...item('ME', 'Môn-tê-nê-grô'), HieuLucTu: '2006-06-06' },
];

/** Communes of the invented province, those that were merged on 2025-07-01 with what took their place. */
const communes = demoUnits.filter(
  ({ kind, name, agencyIdentifier }) =>
    kind === 'people-committee' && agencyIdentifier !== null && /^UBND (xã|phường|đặc khu)/u.test(name),
);
const codeOf = (identifier: string | null): string => (identifier ?? '').replace(/\D/gu, '').slice(-7);

const units: readonly Item[] = communes.map(({ key, name, agencyIdentifier, validFrom, validTo }) => ({
  Ma: codeOf(agencyIdentifier),
  Ten: name.replace(/^UBND /u, '').replace(/, .*$/u, ''),
  MaCha: (agencyIdentifier ?? '').slice(-2),
  HieuLucTu: validFrom ?? '2025-07-01',
  HieuLucDen: validTo ?? null,
  ThayBang: communes
    .filter(({ successorOf }) => successorOf?.units.includes(key))
    .map((unit) => codeOf(unit.agencyIdentifier)),
}));

/** Catalogues by their names on the wire. */
export const catalogues: Readonly<Record<string, readonly Item[]>> = {
  DonViHanhChinh: [
    { ...item(provinceCode, 'Tỉnh Sông Ngân'), HieuLucTu: '1997-01-01' },
    {
      ...item('98', 'Tỉnh Hạ Ngân'),
      HieuLucTu: '1997-01-01',
      HieuLucDen: '2025-06-30',
      ThayBang: [provinceCode],
    },
    ...units,
  ],
  DanToc: ethnicGroups,
  QuocTich: nationalities,
};

/** Code of a commune by its name; null for one that is no more, or not of this province. */
export function communeCodeOf(name: string): string | null {
  return units.find(({ Ten, HieuLucDen }) => Ten === name && HieuLucDen === null)?.Ma ?? null;
}
