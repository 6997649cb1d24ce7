import type { Role } from '@mocua/contract';
import type { SigningCapacity } from '../domain/assignment';
import type { DemoCommuneKey } from './demo-province';

/** Who holds which role where; `standsInFor` names another assignment. */
export interface DemoAssignment {
  readonly key: string;
  readonly person: string;
  readonly unit: string;
  readonly role: Role;
  readonly title: string;
  readonly capacity: SigningCapacity | null;
  readonly standsInFor?: string;
  /** What a tester should know about it. */
  readonly description: string;
}

export const demoAssignments: readonly DemoAssignment[] = [
  ...commune('dong-sen', 'xã Đồng Sen', ['hanh', 'tuan', 'phuc', 'bao']),
  ...commune('ngan-thuong', 'phường Ngân Thượng', ['dung', 'son', 'nga', 'linh']),
  ...commune('pu-linh', 'xã Pù Lĩnh', ['pao', 'mo', 'thang', 'yen']),
  ...commune('hon-vong', 'đặc khu Hòn Vọng', ['hai', 'ngoc', 'cuong', 'trang']),
  assignment(
    'provincial-centre-one-stop',
    'hue',
    'provincial-centre',
    'one-stop-officer',
    'Công chức Trung tâm Phục vụ hành chính công',
    'Một cửa cấp tỉnh',
  ),
  assignment(
    'provincial-centre-cashier',
    'loan',
    'provincial-centre',
    'cashier',
    'Nhân viên thu phí, lệ phí',
    'Thu phí tại Trung tâm tỉnh',
  ),
  assignment(
    'dong-sen-cashier',
    'kieu',
    'dong-sen-centre',
    'cashier',
    'Nhân viên thu phí, lệ phí',
    'Thu phí tại xã Đồng Sen: quầy thu của xã',
  ),
  assignment(
    'ngan-thuong-cashier',
    'vinh',
    'ngan-thuong-centre',
    'cashier',
    'Nhân viên thu phí, lệ phí',
    'Thu hộ Trung tâm tỉnh tại phường Ngân Thượng',
  ),
  assignment(
    'justice-specialist',
    'duc',
    'justice-1',
    'specialist',
    'Chuyên viên',
    'Chuyên viên Phòng Hành chính tư pháp, Sở Tư pháp',
  ),
  {
    ...assignment(
      'justice-leader',
      'an',
      'justice',
      'leader',
      'Phó Giám đốc',
      'Phó Giám đốc Sở Tư pháp, ký thay (KT.)',
    ),
    capacity: 'KT.',
  },
  assignment('justice-clerk', 'oanh', 'justice', 'clerk', 'Văn thư', 'Văn thư Sở Tư pháp'),
  ...agency('industry', 'Sở Công Thương', ['Phó Giám đốc', 'KT.'], ['thinh', 'mai', 'quyen']),
  ...agency(
    'land-registry-ngan-thuong',
    'VPĐKĐĐ khu vực Ngân Thượng',
    ['Phó Giám đốc Chi nhánh', 'KT.'],
    ['binh', 'hoai', 'nhung'],
  ),
  ...agency(
    'land-registry-dong-sen',
    'VPĐKĐĐ khu vực Đồng Sen',
    ['Giám đốc Chi nhánh', null],
    ['toan', 'luu', 'xuan'],
  ),
  assignment('tax-specialist', 'thue', 'tax', 'specialist', 'Công chức thuế', 'Công chức Thuế tỉnh'),
  assignment(
    'province-inspector',
    'kien',
    'province',
    'inspector',
    'Thanh tra viên',
    'Thanh tra tỉnh, chỉ xem',
  ),
  assignment(
    'province-administrator',
    'viet',
    'province',
    'system-administrator',
    'Quản trị hệ thống',
    'Quản trị toàn tỉnh: ki-ốt, không đọc hồ sơ',
  ),
  assignment(
    'province-data-protection',
    'giang',
    'province',
    'data-protection-officer',
    'Cán bộ bảo vệ dữ liệu cá nhân',
    'Yêu cầu về dữ liệu cá nhân, sổ vi phạm; không đọc hồ sơ',
  ),
  assignment(
    'ngan-thuong-administrator',
    'tam',
    'ngan-thuong',
    'unit-administrator',
    'Quản trị đơn vị',
    'Quản trị phường Ngân Thượng: ki-ốt của phường',
  ),
  {
    ...assignment(
      'dong-sen-clerk-stand-in',
      'hanh',
      'dong-sen',
      'clerk',
      'Văn thư',
      'Làm thay văn thư đang vắng',
    ),
    standsInFor: 'dong-sen-clerk',
  },
];

/** Specialist, leader and clerk of an agency or branch. */
function agency(
  key: string,
  place: string,
  [title, capacity]: readonly [string, SigningCapacity | null],
  [specialist, leader, clerk]: readonly [string, string, string],
): DemoAssignment[] {
  return [
    assignment(`${key}-specialist`, specialist, key, 'specialist', 'Chuyên viên', `Chuyên viên ${place}`),
    {
      ...assignment(`${key}-leader`, leader, key, 'leader', title, `${title}, ${place}`),
      capacity,
    },
    assignment(`${key}-clerk`, clerk, key, 'clerk', 'Văn thư', `Văn thư ${place}`),
  ];
}

/** One-stop officer, specialist, vice-chair signing on behalf of the chair, and clerk. */
function commune(
  key: DemoCommuneKey,
  place: string,
  people: readonly [string, string, string, string],
): DemoAssignment[] {
  const [oneStop, specialist, leader, clerk] = people;
  return [
    assignment(
      `${key}-one-stop`,
      oneStop,
      `${key}-centre`,
      'one-stop-officer',
      'Công chức Trung tâm Phục vụ hành chính công',
      `Một cửa ${place}`,
    ),
    assignment(
      `${key}-specialist`,
      specialist,
      key,
      'specialist',
      'Công chức Tư pháp – Hộ tịch',
      `Chuyên viên ${place}`,
    ),
    {
      ...assignment(
        `${key}-leader`,
        leader,
        key,
        'leader',
        'Phó Chủ tịch',
        `Phó Chủ tịch UBND ${place}, ký thay (KT.)`,
      ),
      capacity: 'KT.',
    },
    assignment(`${key}-clerk`, clerk, key, 'clerk', 'Văn thư', `Văn thư UBND ${place}`),
  ];
}

function assignment(
  key: string,
  person: string,
  unit: string,
  role: Role,
  title: string,
  description: string,
): DemoAssignment {
  return { key, person, unit, role, title, capacity: null, description };
}
