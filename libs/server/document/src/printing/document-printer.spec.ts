import { describe, expect, it } from '@jest/globals';
import {
  aForm01,
  aForm02,
  aForm03,
  aGeneralResult,
  aHead,
  aPerson,
  aResult,
  aSubmissionReceipt,
  samples,
} from '../../test/print-data.builder';
import { DocumentPrinter } from './document-printer';
import type { DocumentKind, PrintData } from './print-data';
import { fileSize, inWords, inWordsWithTime, shortDate } from './vietnamese-dates';

const printer = new DocumentPrinter();

/** Text of the pages as it can be selected, line ends as spaces. */
function textOf<K extends DocumentKind>(kind: K, data: PrintData[K]): string {
  const svg = printer.preview(kind, data);
  const lines = [...svg.matchAll(/class="tsel"[^>]*>([^<]*)</gu)].map((match) => match[1] ?? '');
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
    '&quot;': '"',
    '&#39;': "'",
  };
  return lines.join(' ').replace(/&(?:lt|gt|amp|quot|#39);/gu, (entity) => entities[entity] ?? entity);
}

const kinds = Object.keys(samples) as DocumentKind[];

describe.each(['decision', 'certificate', 'minutes', 'confirmation'] as const)('a %s', (template) => {
  it('is printed on one page with its title, its fields line by line and who signs', () => {
    const text = textOf('result', aGeneralResult(template));
    for (const part of [
      'GIẤY KHAI SINH',
      'Vàng Thị Ưởng',
      'phường Suối Bạc, tỉnh Hạ An',
      '84/2026',
      'NGƯỜI KÝ GIẤY KHAI SINH',
      'Giàng Seo Phừ',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Trang 1/');
  });

  it('shows what people wrote, and never runs it', () => {
    const closing = ['#panic("x") *đậm* $x^2$'];
    expect(textOf('result', aGeneralResult(template, { closing }))).toContain('#panic("x") *đậm* $x^2$');
  });
});

describe.each(kinds)('printing %s', (kind) => {
  it('gives the same bytes for the same data, from any printer', () => {
    const data = samples[kind]();
    const first = printer.print(kind, data);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.equals(printer.print(kind, data))).toBe(true);
    expect(first.equals(new DocumentPrinter().print(kind, data))).toBe(true);
  });

  it('carries motto, unit, code and Vietnamese letters as text', () => {
    const text = textOf(kind, samples[kind]());
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Nguyễn Thị Ưởng',
      'ngày 23 tháng 11 năm 2026',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain(samples[kind]().head.code);
  });

  it('prints every sample on one page', () => {
    expect(textOf(kind, samples[kind]())).not.toContain('Trang 1/');
  });
});

describe('what stands on the forms', () => {
  it('form 01 says when the result is due, what was handed in and how to follow the dossier', () => {
    const text = textOf('form-01', aForm01());
    for (const part of [
      'GIẤY TIẾP NHẬN HỒ SƠ',
      '17 giờ 00 phút, ngày 23 tháng 11 năm 2026',
      '048213',
      'Tờ khai cấp bản sao từ sổ gốc',
      'Quyển số 01/2026, Số thứ tự 0007',
      '1900 0099',
      'Lò Văn Páo',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('form 02 lists each item with what to do, and the deadline', () => {
    const text = textOf('form-02', aForm02());
    for (const part of [
      'Năm cấp',
      'Đề nghị ghi đúng năm',
      'thẩm định hồ sơ',
      'chậm nhất ngày 22 tháng 12 năm 2026',
    ])
      expect(text).toContain(part);
    expect(textOf('form-02', aForm02({ ground: null }))).not.toContain('Căn cứ');
  });

  it('form 03 refuses reception, or gives the negative result under a signature with its capacity', () => {
    expect(textOf('form-03', aForm03())).toContain('PHIẾU TỪ CHỐI');
    const signer = { name: 'Giàng Seo Phừ', capacity: 'KT. Giám đốc', title: 'Phó Giám đốc' };
    const text = textOf('form-03', aForm03({ variant: 'refuse-resolution', signer }));
    for (const part of ['THÔNG BÁO', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Giàng Seo Phừ', '- Lưu: VT'])
      expect(text).toContain(part);
  });

  it('the result names register entry, issue number and signer', () => {
    const text = textOf('result', aResult());
    for (const part of [
      'BẢN SAO',
      'BẰNG TỐT NGHIỆP TRUNG HỌC PHỔ THÔNG',
      '1187',
      '15/07/1998',
      '218/BS-STP',
      'KT. GIÁM ĐỐC',
      'Sao y đúng nội dung',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('the receipt shows code, PIN, files and deadline, and names owner and submitter apart', () => {
    const text = textOf('submission-receipt', aSubmissionReceipt());
    for (const part of [
      'GD-7K3M-9XQ2',
      '048213',
      'Vàng Mí Sò',
      'giấy khai sinh (bản chụp).jpg',
      '2,4 MB',
      '16 giờ 30 phút',
    ])
      expect(text).toContain(part);
    expect(textOf('submission-receipt', aSubmissionReceipt({ owner: aPerson() }))).toContain(
      'là người nộp hồ sơ',
    );
  });
});

describe('hostile and unusual data', () => {
  it.each([
    '#set page(fill: red)',
    '#read("/etc/passwd")',
    '*đậm* _nghiêng_ `mã` $x^2$ @ref <nhãn> = Tiêu đề',
    '1. Đường số 5',
    '- gạch đầu dòng',
    '"); panic("x',
    '\\u{41} \\n // chú thích /* x */',
    '<script>alert(1)</script> & "quotes"',
  ])('prints %j as it was typed', (name) => {
    const text = textOf('form-01', aForm01({ submitter: aPerson({ name }) }));
    expect(text.replaceAll(/\s+/gu, ' ')).toContain(name.replaceAll(/\s+/gu, ' '));
  });

  it('wraps a very long name and a very long word instead of running off the paper', () => {
    const name =
      'Công ty Trách nhiệm hữu hạn Một thành viên Thương mại Dịch vụ Xuất nhập khẩu và Đầu tư '.repeat(3);
    const svg = printer.preview(
      'form-01',
      aForm01({ submitter: aPerson({ name, email: `${'a'.repeat(200)}@example.test` }) }),
    );
    expect([...svg.matchAll(/class="tsel"/gu)].length).toBeGreaterThan(40);
  });

  it('leaves a dotted line for what is not known', () => {
    const text = textOf(
      'form-01',
      aForm01({ submitter: aPerson({ address: null, phone: null, identifier: null }), register: null }),
    );
    expect(text).toContain('. .');
  });

  it('runs to a second page with page numbers when there are many papers', () => {
    const [component] = aForm01().components;
    if (component === undefined) throw new Error('The sample has components.');
    expect(textOf('form-01', aForm01({ components: Array.from({ length: 25 }, () => component) }))).toContain(
      'Trang 1/',
    );
  });

  it('opens no template outside its folder', () => {
    expect(() => printer.print('form-01', aForm01(), '../v1')).toThrow('Not a version');
  });
});

describe('Vietnamese dates and sizes', () => {
  it('are those of Vietnam, across midnight and year', () => {
    expect(inWords('2026-12-31T17:00:00Z')).toBe('ngày 01 tháng 01 năm 2027');
    expect(inWords('2026-02-28T16:59:59Z')).toBe('ngày 28 tháng 02 năm 2026');
    expect(inWords('2026-03-09T00:00:00Z')).toBe('ngày 09 tháng 3 năm 2026');
    expect(inWordsWithTime('2026-11-23T02:05:59Z')).toBe('09 giờ 05 phút, ngày 23 tháng 11 năm 2026');
    expect(shortDate('1998-07-14T17:00:00Z')).toBe('15/07/1998');
  });

  it('write sizes with a decimal comma', () => {
    expect([fileSize(1), fileSize(183_112), fileSize(2_483_112)]).toEqual(['1 KB', '179 KB', '2,4 MB']);
  });
});

describe('the QR code', () => {
  it('changes with the address only', () => {
    const other = aForm01({ head: aHead({ trackingUrl: 'https://khac.example' }) });
    expect(printer.print('form-01', other).equals(printer.print('form-01', aForm01()))).toBe(false);
  });
});
