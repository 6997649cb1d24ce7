import type { GeneralResultData, GeneralResultKind } from '../src/printing/general-result';
import type {
  Form01Data,
  Form02Data,
  Form03Data,
  PaymentReceiptData,
  PrintData,
  PrintedPerson,
  PrintHead,
  RegisterCopyData,
  SubmissionReceiptData,
} from '../src/printing/print-data';

const procedure = { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' };

export function aHead(overrides: Partial<PrintHead> = {}): PrintHead {
  return {
    province: 'Uỷ ban nhân dân tỉnh Hạ An',
    unit: 'Trung tâm Phục vụ hành chính công',
    place: 'Hạ An',
    number: '12/TTPVHCC',
    issuedAt: '2026-11-23T02:05:00.000Z',
    code: 'H99.01.02-261123-0007',
    hotline: '1900 0099',
    portal: 'https://dichvucong.example',
    trackingUrl: 'https://dichvucong.example/tra-cuu?ma=H99.01.02-261123-0007',
    ...overrides,
  };
}

export function aPerson(overrides: Partial<PrintedPerson> = {}): PrintedPerson {
  return {
    name: 'Nguyễn Thị Ưởng',
    address: 'Số 7, đường Trần Quý Cáp, phường Suối Bạc, tỉnh Hạ An',
    phone: '0900000071',
    email: 'uong@example.test',
    identifier: '099154000071',
    ...overrides,
  };
}

export function aSubmissionReceipt(overrides: Partial<SubmissionReceiptData> = {}): SubmissionReceiptData {
  return {
    head: aHead({ code: 'GD-7K3M-9XQ2', number: null }),
    procedure,
    submitter: aPerson(),
    owner: aPerson({ name: 'Vàng Mí Sò', identifier: '099188000072', phone: '0900000072', email: null }),
    receivingUnit: 'Trung tâm Phục vụ hành chính công phường Suối Bạc',
    submittedAt: '2026-11-22T13:45:00.000Z',
    receptionDueAt: '2026-11-23T09:30:00.000Z',
    pin: '048213',
    answers: [
      { label: 'Loại giấy tờ cần bản sao', value: 'Bằng tốt nghiệp trung học phổ thông' },
      { label: 'Năm cấp', value: '1998' },
      { label: 'Số lượng bản sao', value: '3' },
    ],
    files: [
      {
        component: 'Giấy tờ chứng minh quan hệ',
        fileName: 'giấy khai sinh (bản chụp).jpg',
        size: 2_483_112,
        sha256: 'a3'.repeat(32),
      },
      { component: 'Văn bản ủy quyền', fileName: 'uy-quyen.pdf', size: 183_112, sha256: '9f'.repeat(32) },
    ],
    receipt: { sha256: '5c'.repeat(32), keyId: 'q8Zr1xY2mN0aBcDe' },
    ...overrides,
  };
}

export function aForm01(overrides: Partial<Form01Data> = {}): Form01Data {
  return {
    head: aHead(),
    procedure,
    submitter: aPerson(),
    owner: aPerson(),
    channel: 'Trực tuyến',
    competentUnit: 'Sở Tư pháp tỉnh Hạ An',
    components: [
      {
        name: 'Tờ khai cấp bản sao từ sổ gốc',
        originals: 1,
        certifiedCopies: 0,
        photocopies: 0,
        form: 'Bản điện tử',
        note: null,
      },
      {
        name: 'Giấy tờ chứng minh quan hệ với người được cấp bản chính',
        originals: 0,
        certifiedCopies: 0,
        photocopies: 1,
        form: 'Bản chụp',
        note: 'Đối chiếu bản chính',
      },
    ],
    sets: 1,
    statutoryTime: 'Trong ngày làm việc; nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo',
    receivedAt: '2026-11-23T02:05:00.000Z',
    dueAt: '2026-11-23T10:00:00.000Z',
    resultDelivery:
      'Bản điện tử trên cổng, và bản giấy tại Trung tâm Phục vụ hành chính công phường Suối Bạc',
    register: { book: '01/2026', number: '0007' },
    pin: '048213',
    receiver: 'Lò Văn Páo',
    ...overrides,
  };
}

export function aForm02(overrides: Partial<Form02Data> = {}): Form02Data {
  return {
    head: aHead({ number: '31/TTPVHCC' }),
    procedure,
    submitter: aPerson(),
    owner: aPerson(),
    stage: 'appraisal',
    items: [
      {
        name: 'Giấy tờ chứng minh quan hệ',
        instruction: 'Ảnh bị mờ ở góc dưới, không đọc được ngày sinh. Đề nghị chụp lại rõ cả bốn góc.',
      },
      { name: 'Năm cấp', instruction: 'Đề nghị ghi đúng năm ghi trên bằng.' },
    ],
    reason: 'Thông tin chưa đủ để tìm trong sổ gốc.',
    ground: 'Điều 17 Nghị định số 23/2015/NĐ-CP',
    answerBy: '2026-12-22T10:00:00.000Z',
    contact: { name: 'Lò Văn Páo', phone: '0900000105' },
    officer: 'Lò Văn Páo',
    ...overrides,
  };
}

export function aForm03(overrides: Partial<Form03Data> = {}): Form03Data {
  return {
    head: aHead({ number: '45/TTPVHCC' }),
    variant: 'refuse-reception',
    procedure,
    submitter: aPerson(),
    owner: aPerson(),
    reason:
      'Sổ gốc của giấy tờ này do Sở Giáo dục và Đào tạo tỉnh khác lưu giữ; Sở Tư pháp không có thẩm quyền cấp bản sao.',
    ground: 'Khoản 2 Điều 16 Nghị định số 23/2015/NĐ-CP',
    remedy:
      'Ông/bà có thể nộp hồ sơ tại cơ quan đang lưu giữ sổ gốc, hoặc khiếu nại theo quy định của pháp luật.',
    contact: { name: 'Lò Văn Páo', phone: '0900000105' },
    signer: { name: 'Lò Văn Páo', capacity: null, title: 'Người tiếp nhận hồ sơ' },
    ...overrides,
  };
}

export function aResult(overrides: Partial<RegisterCopyData> = {}): RegisterCopyData {
  return {
    template: 'register-copy',
    head: aHead({ unit: 'Sở Tư pháp', number: '218/BS-STP' }),
    procedure,
    paperTitle: 'Bằng tốt nghiệp trung học phổ thông',
    register: {
      name: 'Sổ gốc cấp bằng tốt nghiệp trung học phổ thông',
      book: '04/1998',
      number: '1187',
      enteredOn: '1998-07-14T17:00:00.000Z',
    },
    excerpt: [
      { label: 'Họ và tên', value: 'Nguyễn Thị Ưởng' },
      { label: 'Ngày, tháng, năm sinh', value: '02/3/1980' },
      { label: 'Nơi sinh', value: 'Xã Lũng Hoa, huyện Suối Bạc (nay là xã Lũng Hoa)' },
      { label: 'Trường', value: 'Trường Trung học phổ thông Suối Bạc' },
      { label: 'Xếp loại', value: 'Khá' },
    ],
    requester: 'Nguyễn Thị Ưởng',
    issue: { number: '218/BS-STP', at: '2026-11-23T08:40:00.000Z' },
    copies: 3,
    signer: { name: 'Giàng Seo Phừ', capacity: 'KT. Giám đốc', title: 'Phó Giám đốc' },
    verification: { url: 'https://dichvucong.example/tra-cuu?ma=H99.01.02-261123-0007' },
    ...overrides,
  };
}

/** A result that is no copy from a register. */
export function aGeneralResult(
  template: GeneralResultKind,
  overrides: Partial<GeneralResultData> = {},
): GeneralResultData {
  return {
    template,
    head: aHead({ unit: 'UỶ BAN NHÂN DÂN PHƯỜNG SUỐI BẠC', number: '84/2026' }),
    procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
    title: 'Giấy khai sinh',
    subtitle: null,
    basis: ['Căn cứ Luật Hộ tịch', 'Căn cứ hồ sơ của ông Vàng Mí Sò'],
    opening: [],
    groups: [
      {
        heading: 'Người được khai sinh',
        fields: [
          { label: 'Họ, chữ đệm, tên', value: 'Vàng Thị Ưởng' },
          { label: 'Ngày, tháng, năm sinh', value: '08/11/2026' },
          { label: 'Nơi sinh', value: 'Trạm Y tế phường Suối Bạc\nphường Suối Bạc, tỉnh Hạ An' },
        ],
      },
      { heading: null, fields: [{ label: 'Họ, chữ đệm, tên người mẹ', value: 'Nguyễn Thị Ưởng' }] },
    ],
    closing: ['Có hiệu lực từ ngày ký.'],
    requester: 'Vàng Mí Sò',
    issue: { number: '84/2026', at: '2026-11-23T08:40:00.000Z' },
    copies: 1,
    signerLine: 'Người ký Giấy khai sinh',
    signer: { name: 'Giàng Seo Phừ', capacity: 'KT. Chủ tịch', title: 'Phó Chủ tịch' },
    verification: { url: 'https://dichvucong.example/tra-cuu?ma=H99.01.02-261123-0007' },
    ...overrides,
  };
}

export function aPaymentReceipt(overrides: Partial<PaymentReceiptData> = {}): PaymentReceiptData {
  return {
    head: aHead(),
    procedure: { code: '2.000635', name: 'Cấp bản sao trích lục hộ tịch' },
    symbol: 'H99.01.02/26E',
    number: '00000042',
    payer: aPerson(),
    lines: [{ name: 'Lệ phí cấp bản sao trích lục hộ tịch', amount: '8.000 đồng' }],
    amount: '8.000 đồng',
    amountInWords: 'Tám nghìn đồng',
    method: 'Trực tuyến, qua nền tảng thanh toán',
    paidAt: '2026-11-16T01:20:00.000Z',
    collector: 'Hệ thống thanh toán',
    ...overrides,
  };
}

/** One sample of every kind, and the second variant of form 03. */
export const samples: { readonly [K in keyof PrintData]: () => PrintData[K] } = {
  'submission-receipt': aSubmissionReceipt,
  'form-01': aForm01,
  'form-02': aForm02,
  'form-03': aForm03,
  result: aResult,
  'payment-receipt': aPaymentReceipt,
};
