import type { ProvinceView } from '@mocua/contract';
import type { UnitKind, UnitSuccession } from '../domain/unit';

/** A unit of the invented province; `parent` and `successorOf` name other keys. */
export interface DemoUnit {
  readonly key: string;
  readonly parent: string | null;
  readonly kind: UnitKind;
  readonly levelCode: string;
  readonly name: string;
  readonly shortName: string;
  readonly agencyIdentifier: string | null;
  readonly address: string;
  readonly keepsRegisters?: boolean;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly successorOf?: { readonly kind: UnitSuccession['kind']; readonly units: readonly string[] };
}

/** First day of the two-level government, and the last day of the old map. */
export const newMapFrom = '2025-07-01';
const oldMapTo = '2025-06-30';
const oldMapFrom = '1997-01-01';

/** The invented province as the public pages show it. */
export const demoProvince: ProvinceView = {
  code: 'H99',
  name: { vi: 'Tỉnh Sông Ngân', en: 'Sông Ngân Province' },
  hotline: '1900 0099',
  theme: { 'mc-brand': '#0b5563', 'mc-brand-strong': '#073b46', 'mc-link': '#0a5a78' },
  emblem: '/icon.svg',
};

const province: readonly DemoUnit[] = [
  {
    key: 'province',
    parent: null,
    kind: 'people-committee',
    levelCode: 'province',
    name: 'UBND tỉnh Sông Ngân',
    shortName: 'UBND tỉnh',
    agencyIdentifier: '000.00.00.H99',
    address: '1 đường Bờ Sông, phường Ngân Thượng',
    successorOf: { kind: 'merged', units: ['old-province-song-ngan', 'old-province-ha-ngan'] },
  },
  {
    key: 'provincial-centre',
    parent: 'province',
    kind: 'one-stop-centre',
    levelCode: 'province',
    name: 'Trung tâm Phục vụ hành chính công tỉnh Sông Ngân',
    shortName: 'TTPVHCC tỉnh',
    agencyIdentifier: '000.00.02.H99',
    address: '3 đường Bờ Sông, phường Ngân Thượng',
  },
  department('justice', '11', 'Sở Tư pháp', 'Sở Tư pháp', '12 đường Công Lý, phường Ngân Thượng', true),
  ...divisions('justice', '11', ['Phòng Hành chính tư pháp', 'Phòng Bổ trợ tư pháp']),
  department('finance', '12', 'Sở Tài chính', 'Sở Tài chính', '20 đường Bờ Sông, phường Ngân Thượng', false),
  ...divisions('finance', '12', ['Phòng Đăng ký kinh doanh', 'Phòng Quản lý ngân sách']),
  {
    ...department(
      'agriculture',
      '13',
      'Sở Nông nghiệp và Môi trường',
      'Sở NN&MT',
      '45 đường Hàng Dừa, phường Ngân Thượng',
      false,
    ),
    successorOf: { kind: 'merged', units: ['old-agriculture', 'old-environment'] },
  },
  ...divisions('agriculture', '13', ['Phòng Quản lý đất đai', 'Phòng Môi trường']),
  department(
    'industry',
    '14',
    'Sở Công Thương',
    'Sở Công Thương',
    '8 đường Chợ Lớn, phường Ngân Thượng',
    false,
  ),
  ...divisions('industry', '14', ['Phòng Quản lý thương mại', 'Phòng Quản lý năng lượng']),
  landRegistry(
    'land-registry-ngan-thuong',
    '21',
    'Chi nhánh Văn phòng đăng ký đất đai khu vực Ngân Thượng',
    '47 đường Hàng Dừa, phường Ngân Thượng',
  ),
  landRegistry(
    'land-registry-dong-sen',
    '22',
    'Chi nhánh Văn phòng đăng ký đất đai khu vực Đồng Sen',
    'Thôn Trung, xã Đồng Sen',
  ),
];

const communes: readonly DemoUnit[] = [
  ...commune('ngan-thuong', '31', 'phường Ngân Thượng', 'ward', '5 đường Mái Chèo, phường Ngân Thượng', [
    'old-tran-khe',
    'old-ben-da',
  ]),
  ...commune('dong-sen', '32', 'xã Đồng Sen', 'commune', 'Thôn Trung, xã Đồng Sen', [
    'old-dong-sen',
    'old-bau-sung',
  ]),
  ...commune('pu-linh', '33', 'xã Pù Lĩnh', 'commune', 'Bản Chiềng, xã Pù Lĩnh', [
    'old-pu-linh',
    'old-nam-hoa',
  ]),
  ...commune('hon-vong', '34', 'đặc khu Hòn Vọng', 'special-zone', 'Khu Bến Cảng, đặc khu Hòn Vọng', [
    'old-hon-vong',
  ]),
  {
    key: 'post-dong-sen',
    parent: 'dong-sen',
    kind: 'reception-point',
    levelCode: 'commune',
    name: 'Điểm tiếp nhận hồ sơ tại Bưu điện văn hóa xã Đồng Sen',
    shortName: 'Điểm BĐVHX Đồng Sen',
    agencyIdentifier: null,
    address: 'Thôn Thượng, xã Đồng Sen',
  },
];

const external: readonly DemoUnit[] = [
  outside('tax', '01', 'Thuế tỉnh Sông Ngân', '30 đường Bờ Sông, phường Ngân Thượng'),
  outside('police', '02', 'Công an tỉnh Sông Ngân', '2 đường Bình Yên, phường Ngân Thượng'),
  outside('insurance', '03', 'Bảo hiểm xã hội tỉnh Sông Ngân', '16 đường Công Lý, phường Ngân Thượng'),
];

const oldMap: readonly DemoUnit[] = [
  closed(
    'old-province-song-ngan',
    null,
    'province',
    'UBND tỉnh Sông Ngân (trước ngày 01/7/2025)',
    'H97',
    'Phường Trần Khê, tỉnh Sông Ngân cũ',
  ),
  closed('old-province-ha-ngan', null, 'province', 'UBND tỉnh Hạ Ngân', 'H98', 'Xã Bàu Súng, tỉnh Hạ Ngân'),
  {
    ...closed(
      'old-agriculture',
      'old-province-song-ngan',
      'province',
      'Sở Nông nghiệp và Phát triển nông thôn',
      '000.00.13.H97',
      '45 đường Hàng Dừa',
    ),
    kind: 'department',
  },
  {
    ...closed(
      'old-environment',
      'old-province-song-ngan',
      'province',
      'Sở Tài nguyên và Môi trường',
      '000.00.15.H97',
      '46 đường Hàng Dừa',
    ),
    kind: 'department',
  },
  closed(
    'old-tran-khe',
    'old-province-song-ngan',
    'ward',
    'UBND phường Trần Khê',
    '000.31.01.H97',
    '5 đường Mái Chèo',
  ),
  closed(
    'old-ben-da',
    'old-province-song-ngan',
    'ward',
    'UBND phường Bến Đá',
    '000.32.01.H97',
    '90 đường Mái Chèo',
  ),
  closed(
    'old-dong-sen',
    'old-province-song-ngan',
    'commune',
    'UBND xã Đồng Sen (cũ)',
    '000.33.02.H97',
    'Thôn Trung, xã Đồng Sen',
  ),
  closed(
    'old-bau-sung',
    'old-province-ha-ngan',
    'commune',
    'UBND xã Bàu Súng, tỉnh Hạ Ngân',
    '000.31.01.H98',
    'Thôn Đông, xã Bàu Súng',
  ),
  closed(
    'old-pu-linh',
    'old-province-song-ngan',
    'commune',
    'UBND xã Pù Lĩnh (cũ)',
    '000.34.03.H97',
    'Bản Chiềng, xã Pù Lĩnh',
  ),
  closed(
    'old-nam-hoa',
    'old-province-song-ngan',
    'commune',
    'UBND xã Nậm Hoa',
    '000.35.03.H97',
    'Bản Hoa, xã Nậm Hoa',
  ),
  closed(
    'old-hon-vong',
    'old-province-ha-ngan',
    'district',
    'UBND huyện đảo Hòn Vọng, tỉnh Hạ Ngân',
    '000.00.40.H98',
    'Khu Bến Cảng',
  ),
];

/** Parents before children, so that they can be stored in this order. */
export const demoUnits: readonly DemoUnit[] = [...oldMap, ...province, ...communes, ...external];

/** Communes with a full set of officers. */
export const demoCommuneKeys = ['ngan-thuong', 'dong-sen', 'pu-linh', 'hon-vong'] as const;
export type DemoCommuneKey = (typeof demoCommuneKeys)[number];
/** Units other seeds and tests refer to by name. */
export type DemoUnitKey =
  'province' | 'provincial-centre' | 'justice' | 'justice-1' | DemoCommuneKey | `${DemoCommuneKey}-centre`;

function department(
  key: string,
  number: string,
  name: string,
  shortName: string,
  address: string,
  keepsRegisters: boolean,
): DemoUnit {
  return {
    key,
    parent: 'province',
    kind: 'department',
    levelCode: 'department',
    name: `${name} tỉnh Sông Ngân`,
    shortName,
    agencyIdentifier: `000.00.${number}.H99`,
    address,
    keepsRegisters,
  };
}

function divisions(parent: string, number: string, names: readonly string[]): DemoUnit[] {
  return names.map((name, at) => ({
    key: `${parent}-${at + 1}`,
    parent,
    kind: 'division',
    levelCode: 'division',
    name,
    shortName: name,
    agencyIdentifier: `000.0${at + 1}.${number}.H99`,
    address: '',
  }));
}

function landRegistry(key: string, number: string, name: string, address: string): DemoUnit {
  return {
    key,
    parent: 'agriculture',
    kind: 'branch',
    levelCode: 'branch',
    name,
    shortName: name.replace('Văn phòng đăng ký đất đai', 'VPĐKĐĐ'),
    agencyIdentifier: `000.${number}.13.H99`,
    address,
  };
}

function commune(
  key: string,
  number: string,
  place: string,
  levelCode: string,
  address: string,
  predecessors: readonly string[],
): DemoUnit[] {
  return [
    {
      key,
      parent: 'province',
      kind: 'people-committee',
      levelCode,
      name: `UBND ${place}`,
      shortName: `UBND ${place}`,
      agencyIdentifier: `000.00.${number}.H99`,
      address,
      keepsRegisters: true,
      successorOf: { kind: predecessors.length > 1 ? 'merged' : 'renamed', units: predecessors },
    },
    {
      key: `${key}-centre`,
      parent: key,
      kind: 'one-stop-centre',
      levelCode,
      name: `Trung tâm Phục vụ hành chính công ${place}`,
      shortName: `TTPVHCC ${place}`,
      agencyIdentifier: `000.01.${number}.H99`,
      address,
    },
  ];
}

function outside(key: string, number: string, name: string, address: string): DemoUnit {
  return {
    key,
    parent: null,
    kind: 'external',
    levelCode: 'external',
    name,
    shortName: name,
    agencyIdentifier: `099.00.${number}.G99`,
    address,
  };
}

function closed(
  key: string,
  parent: string | null,
  levelCode: string,
  name: string,
  agencyIdentifier: string,
  address: string,
): DemoUnit {
  return {
    key,
    parent,
    kind: 'people-committee',
    levelCode,
    name,
    shortName: name,
    agencyIdentifier,
    address,
    validFrom: oldMapFrom,
    validTo: oldMapTo,
  };
}
