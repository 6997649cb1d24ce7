import type { IdentityLevel } from '../domain/party';

/** An invented person. Personal ids begin with 099, a code no province has; phones with 0900000. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly birthDate: string;
  readonly gender: 'male' | 'female';
  readonly personalId: string | null;
  readonly passport?: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** Permanent residence as the e-identity writes it; may still name the old map. */
  readonly address: { readonly detail: string; readonly commune: string; readonly province: string };
  readonly level: IdentityLevel;
  /** Who it is, for the page on which a tester picks somebody. */
  readonly description: string;
  /** Whether the person has a VNeID account. */
  readonly vneid: boolean;
}

export interface DemoOrganisation {
  readonly key: string;
  readonly name: string;
  readonly taxCode: string;
  readonly enterpriseCode: string | null;
  readonly address: string;
  readonly phone: string;
  readonly description: string;
  readonly vneid: boolean;
}

export interface DemoRepresentation {
  readonly represented: string;
  readonly representative: string;
  readonly kind: 'guardian' | 'delegate' | 'organisation';
  readonly ground: string;
}

const newProvince = 'tỉnh Sông Ngân';

const citizens: readonly DemoPerson[] = [
  {
    key: 'sen',
    name: 'Nguyễn Thị Sen',
    birthDate: '1955-03-08',
    gender: 'female',
    personalId: '099155000101',
    phone: null,
    email: null,
    address: { detail: 'Thôn Trung', commune: 'xã Đồng Sen', province: newProvince },
    level: 'L1',
    vneid: false,
    description: '71 tuổi, không có điện thoại thông minh; nhờ cháu nộp giúp hoặc đến Bộ phận Một cửa',
  },
  {
    key: 'thuy',
    name: 'Đinh Ngọc Thủy',
    birthDate: '2001-11-20',
    gender: 'female',
    personalId: '099301000102',
    phone: '0900000102',
    email: 'thuy@vidu.example',
    address: { detail: 'Thôn Trung', commune: 'xã Đồng Sen', province: newProvince },
    level: 'L2',
    vneid: true,
    description: 'Cháu của bà Sen, được bà ủy quyền nộp hồ sơ',
  },
  {
    key: 'lam',
    name: 'Trần Văn Lâm',
    birthDate: '1996-05-14',
    gender: 'male',
    personalId: '099096000103',
    phone: '0900000103',
    email: 'lam@vidu.example',
    address: { detail: 'Thôn Đông', commune: 'xã Bàu Súng', province: 'tỉnh Hạ Ngân' },
    level: 'L2',
    vneid: true,
    description: 'Cha của một em bé mới sinh; địa chỉ thường trú còn ghi tên xã cũ',
  },
  {
    key: 'ha',
    name: 'Lê Thị Thu Hà',
    birthDate: '1998-09-02',
    gender: 'female',
    personalId: '099198000104',
    phone: '0900000104',
    email: null,
    address: { detail: 'Thôn Đông', commune: 'xã Bàu Súng', province: 'tỉnh Hạ Ngân' },
    level: 'L2',
    vneid: true,
    description: 'Mẹ của em bé mới sinh; địa chỉ thường trú còn ghi tên xã cũ',
  },
  {
    key: 'quan',
    name: 'Phạm Minh Quân',
    birthDate: '1984-01-30',
    gender: 'male',
    personalId: '099084000105',
    phone: '0900000105',
    email: 'quan@vidu.example',
    address: { detail: '17 đường Chợ Lớn', commune: 'phường Ngân Thượng', province: newProvince },
    level: 'L2',
    vneid: true,
    description: 'Chủ hộ kinh doanh, đồng thời là giám đốc một công ty',
  },
  {
    key: 'van',
    name: 'Đỗ Thanh Vân',
    birthDate: '1990-07-07',
    gender: 'female',
    personalId: '099190000106',
    phone: '0900000106',
    email: 'van@vidu.example',
    address: { detail: '62 đường Bờ Sông', commune: 'phường Ngân Thượng', province: newProvince },
    level: 'L2',
    vneid: true,
    description: 'Nhân viên ngân hàng, mỗi ngày nộp khoảng 40 hồ sơ đăng ký thế chấp',
  },
  {
    key: 'khoa',
    name: 'Vũ Đình Khoa',
    birthDate: '1979-12-01',
    gender: 'male',
    personalId: '099079000107',
    phone: '0900000107',
    email: 'khoa@vidu.example',
    address: { detail: 'Bản Chiềng', commune: 'xã Pù Lĩnh', province: newProvince },
    level: 'L2',
    vneid: true,
    description: 'Người khiếm thị, dùng trình đọc màn hình; giám hộ cho mẹ',
  },
  {
    key: 'lanh',
    name: 'Hoàng Thị Lành',
    birthDate: '1948-04-18',
    gender: 'female',
    personalId: '099148000108',
    phone: null,
    email: null,
    address: { detail: 'Bản Chiềng', commune: 'xã Pù Lĩnh', province: newProvince },
    level: 'L1',
    vneid: false,
    description: 'Mẹ của anh Khoa, được anh giám hộ',
  },
  {
    key: 'han',
    name: 'Bùi Gia Hân',
    birthDate: '2008-02-11',
    gender: 'female',
    personalId: '099308000109',
    phone: '0900000109',
    email: null,
    address: { detail: 'Khu Bến Cảng', commune: 'đặc khu Hòn Vọng', province: newProvince },
    level: 'L1',
    vneid: true,
    description: 'Học sinh, tài khoản định danh mức độ 1',
  },
  {
    key: 'keller',
    name: 'Anna Keller',
    birthDate: '1988-06-23',
    gender: 'female',
    personalId: null,
    passport: 'X0990001',
    phone: '0900000110',
    email: 'keller@vidu.example',
    address: { detail: '4 đường Mái Chèo', commune: 'phường Ngân Thượng', province: newProvince },
    level: 'FOREIGNER',
    vneid: true,
    description: 'Người nước ngoài, đăng nhập bằng định danh theo hộ chiếu',
  },
];

/** Officers sign in with their national e-identity; their roles are in `demo-assignments.ts`. */
const officers: readonly DemoPerson[] = [
  official('hanh', 'Ngô Thị Hạnh', '1991-03-12', 'female', '201'),
  official('tuan', 'Lương Anh Tuấn', '1986-10-05', 'male', '202'),
  official('phuc', 'Cao Hồng Phúc', '1975-08-19', 'male', '203'),
  official('bao', 'Trịnh Văn Bảo', '1993-01-25', 'male', '204'),
  official('dung', 'Mai Thùy Dung', '1994-05-30', 'female', '205'),
  official('son', 'Hồ Ngọc Sơn', '1988-12-12', 'male', '206'),
  official('nga', 'Tạ Bích Nga', '1979-06-01', 'female', '207'),
  official('linh', 'Phan Khánh Linh', '1997-09-09', 'female', '208'),
  official('pao', 'Giàng A Páo', '1990-02-02', 'male', '209'),
  official('mo', 'Lò Thị Mơ', '1992-11-11', 'female', '210'),
  official('thang', 'Quách Văn Thắng', '1977-07-15', 'male', '211'),
  official('yen', 'Hà Thị Yên', '1995-04-04', 'female', '212'),
  official('hai', 'Đoàn Văn Hải', '1989-08-08', 'male', '213'),
  official('ngoc', 'Tô Bảo Ngọc', '1993-03-03', 'female', '214'),
  official('cuong', 'Kiều Mạnh Cường', '1974-10-20', 'male', '215'),
  official('trang', 'Lưu Huyền Trang', '1996-12-24', 'female', '216'),
  official('hue', 'Dương Thị Huệ', '1987-01-17', 'female', '217'),
  official('duc', 'Nghiêm Minh Đức', '1985-05-21', 'male', '218'),
  official('an', 'Châu Hoài An', '1972-09-27', 'male', '219'),
  official('oanh', 'Thái Kim Oanh', '1990-06-16', 'female', '220'),
  official('loan', 'Âu Thị Loan', '1992-02-28', 'female', '221'),
  official('kien', 'Triệu Trung Kiên', '1981-11-03', 'male', '222'),
  official('viet', 'Lại Quốc Việt', '1988-04-26', 'male', '223'),
  official('tam', 'Đào Minh Tâm', '1983-07-29', 'female', '224'),
  official('thinh', 'Nguyễn Đức Thịnh', '1989-02-14', 'male', '225'),
  official('mai', 'Võ Ngọc Mai', '1980-09-05', 'female', '226'),
  official('quyen', 'Lê Lệ Quyên', '1994-12-30', 'female', '227'),
  official('binh', 'Trương Thanh Bình', '1987-03-23', 'male', '228'),
  official('hoai', 'Đặng Thu Hoài', '1978-05-11', 'female', '229'),
  official('nhung', 'Huỳnh Hồng Nhung', '1995-08-17', 'female', '230'),
  official('toan', 'Bế Văn Toàn', '1985-06-02', 'male', '231'),
  official('luu', 'Đoàn Thị Lưu', '1976-01-19', 'female', '232'),
  official('xuan', 'Cù Thị Xuân', '1993-10-10', 'female', '233'),
  official('giang', 'Mạc Hương Giang', '1986-12-08', 'female', '235'),
  official('thue', 'Phùng Quang Tín', '1990-04-29', 'male', '234'),
  official('kieu', 'Kiều Thanh Thủy', '1991-07-07', 'female', '236'),
  official('vinh', 'La Quang Vinh', '1987-02-11', 'male', '237'),
];

export const demoPeople: readonly DemoPerson[] = [...citizens, ...officers];

export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    key: 'quan-phat-household',
    name: 'Hộ kinh doanh Quân Phát',
    taxCode: '0990000011',
    enterpriseCode: null,
    vneid: false,
    address: '17 đường Chợ Lớn, phường Ngân Thượng, tỉnh Sông Ngân',
    phone: '0900000111',
    description: 'Hộ kinh doanh của ông Quân',
  },
  {
    key: 'quan-phat-company',
    name: 'Công ty TNHH Thương mại Quân Phát',
    taxCode: '0990000012',
    enterpriseCode: '0990000012',
    vneid: true,
    address: '19 đường Chợ Lớn, phường Ngân Thượng, tỉnh Sông Ngân',
    phone: '0900000112',
    description: 'Tài khoản tổ chức của công ty do ông Quân làm giám đốc',
  },
  {
    key: 'song-ngan-bank',
    name: 'Ngân hàng TMCP Bến Ngân – Chi nhánh Sông Ngân',
    taxCode: '0990000013',
    enterpriseCode: '0990000013',
    vneid: false,
    address: '60 đường Bờ Sông, phường Ngân Thượng, tỉnh Sông Ngân',
    phone: '0900000113',
    description: 'Ngân hàng nơi chị Vân làm việc',
  },
];

export const demoRepresentations: readonly DemoRepresentation[] = [
  {
    represented: 'sen',
    representative: 'thuy',
    kind: 'delegate',
    ground: 'Giấy ủy quyền ngày 05/01/2026, chứng thực tại UBND xã Đồng Sen',
  },
  {
    represented: 'lanh',
    representative: 'khoa',
    kind: 'guardian',
    ground: 'Quyết định công nhận giám hộ số 12/QĐ-UBND của UBND xã Pù Lĩnh',
  },
  {
    represented: 'quan-phat-household',
    representative: 'quan',
    kind: 'organisation',
    ground: 'Chủ hộ kinh doanh theo giấy chứng nhận đăng ký hộ kinh doanh',
  },
  {
    represented: 'quan-phat-company',
    representative: 'quan',
    kind: 'organisation',
    ground: 'Người đại diện theo pháp luật (giám đốc)',
  },
  {
    represented: 'song-ngan-bank',
    representative: 'van',
    kind: 'organisation',
    ground: 'Giấy ủy quyền của giám đốc chi nhánh',
  },
];

function official(
  key: string,
  name: string,
  birthDate: string,
  gender: DemoPerson['gender'],
  number: string,
): DemoPerson {
  const century = gender === 'female' ? '1' : '0';
  return {
    key,
    name,
    birthDate,
    gender,
    personalId: `099${century}${birthDate.slice(2, 4)}000${number}`,
    phone: `0900000${number}`,
    email: `${key}@songngan.example`,
    level: 'L2',
    vneid: false,
    description: '',
    address: { detail: '1 đường Bờ Sông', commune: 'phường Ngân Thượng', province: newProvince },
  };
}
