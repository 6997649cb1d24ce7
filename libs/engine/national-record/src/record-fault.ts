import type { Localized } from '@mocua/contract';

/** Why a file is refused, and exactly where. Lines and columns begin at 1; columns count UTF-16 units. */
export interface RecordFault {
  readonly code: FaultCode;
  readonly line: number;
  readonly column: number;
  /** JSON path of the value, `$` for the file itself. */
  readonly path: string;
  readonly message: Localized;
}

/** What is wrong, before the place in the file is known in lines. */
export interface FoundFault {
  readonly code: FaultCode;
  /** UTF-16 offset in the text. */
  readonly offset: number;
  readonly path: readonly (string | number)[];
  readonly params?: FaultParams;
}

export type FaultParams = Readonly<Record<string, string | number>>;

/** More faults than a person reads at once are not collected. */
export const faultLimit = 50;

const words = {
  'too-big': ['Tệp lớn hơn {max} kB.', 'The file is bigger than {max} kB.'],
  'not-utf8': [
    'Tệp không phải UTF-8 (byte thứ {byte}). Hãy lưu lại tệp bằng bảng mã UTF-8.',
    'The file is not UTF-8 (byte {byte}). Save it as UTF-8.',
  ],
  utf16: [
    'Tệp dùng bảng mã UTF-16. Hãy lưu lại tệp bằng bảng mã UTF-8.',
    'The file is UTF-16. Save it as UTF-8.',
  ],
  'empty-file': ['Tệp rỗng.', 'The file is empty.'],
  'web-page': [
    'Đây là một trang web, không phải tệp JSON. Có thể phiên đăng nhập đã hết khi tải tệp.',
    'This is a web page, not a JSON file. The session may have ended when it was fetched.',
  ],
  'too-deep': ['Lồng quá {max} tầng.', 'Nested deeper than {max} levels.'],
  'too-many': ['Quá {max} giá trị trong tệp.', 'More than {max} values in the file.'],
  syntax: ['Sai cú pháp JSON: {vi}', 'JSON syntax: {en}'],
  'cut-off': ['Tệp bị cắt ngang ở đây; phần sau không có.', 'The file is cut off here; the rest is missing.'],
  'repeated-field': ['Trường “{field}” có hai lần.', 'The field “{field}” occurs twice.'],
  'forbidden-field': ['Tên trường “{field}” không được phép.', 'The field name “{field}” is not allowed.'],
  'unknown-field': [
    'Trường lạ “{field}”: nhập tiếp sẽ làm mất nội dung này.',
    'Unknown field “{field}”: importing would lose its content.',
  ],
  'missing-field': ['Thiếu trường “{field}”.', 'The field “{field}” is missing.'],
  'wrong-type': ['Phải là {vi}, không phải {actualVi}.', 'Must be {en}, not {actualEn}.'],
  'wrapped-reply': [
    'Đây là câu trả lời của dịch vụ LayThuTuc. Hãy lấy riêng một thủ tục trong “result”.',
    'This is the whole answer of LayThuTuc. Take one procedure out of “result”.',
  ],
  'list-of-records': [
    'Đây là danh sách. Mỗi tệp chỉ chứa một thủ tục.',
    'This is a list. A file holds one procedure only.',
  ],
  'text-too-long': ['Văn bản dài hơn {max} ký tự.', 'The text is longer than {max} characters.'],
  'control-character': [
    'Có ký tự điều khiển {character} trong văn bản.',
    'The text holds the control character {character}.',
  ],
  'broken-character': [
    'Có ký tự hỏng trong văn bản; tệp đã sai bảng mã từ trước.',
    'The text holds a broken character; the file was damaged before.',
  ],
  'direction-character': [
    'Có ký tự ẩn {character} đảo chiều chữ.',
    'The text holds the hidden character {character} that reverses the direction of reading.',
  ],
  'code-missing': ['Mã thủ tục để trống.', 'The procedure code is empty.'],
  'code-pattern': [
    'Mã thủ tục “{said}” không đúng dạng, ví dụ 1.012753 hoặc 1.012753.H19.',
    'The procedure code “{said}” has not the form of 1.012753 or 1.012753.H19.',
  ],
  'name-missing': ['Tên thủ tục để trống.', 'The name of the procedure is empty.'],
  'channel-unknown': [
    'Kênh “{said}” không có. Chỉ có 1 (trực tiếp), 2 (trực tuyến), 3 (bưu chính).',
    'There is no channel “{said}”. There are 1 (in person), 2 (online), 3 (post).',
  ],
  'channel-repeated': [
    'Kênh “{said}” có hai lần; không rõ thời hạn và phí nào đúng.',
    'The channel “{said}” occurs twice; it is unclear which times and fees hold.',
  ],
  'amount-negative': ['Số tiền “{said}” âm.', 'The amount “{said}” is negative.'],
  'amount-decimal': [
    'Số tiền “{said}” có phần lẻ; đồng không có phần lẻ.',
    'The amount “{said}” has decimals; đồng has none.',
  ],
  'amount-huge': ['Số tiền “{said}” lớn quá mức.', 'The amount “{said}” is too large to be a fee.'],
  'amount-odd': [
    'Số tiền “{said}” viết theo kiểu không dùng cho tiền.',
    'The amount “{said}” is written in a way not used for money.',
  ],
  'count-invalid': ['Số bản “{said}” không hợp lệ.', 'The number of copies “{said}” is not valid.'],
  'time-negative': ['Thời hạn “{said}” âm.', 'The time limit “{said}” is negative.'],
  'time-reversed': ['Khoảng thời hạn “{said}” bị ngược.', 'The range “{said}” is the wrong way round.'],
  'short-code-pattern': ['Mã “{said}” không đúng dạng mã.', '“{said}” does not look like a code.'],
  'component-code-repeated': [
    'Mã giấy tờ “{said}” có hai lần trong cùng một trường hợp.',
    'The component code “{said}” occurs twice in one case.',
  ],
  'form-address': [
    'Địa chỉ mẫu đơn “{said}” không phải địa chỉ web an toàn.',
    'The address of the form “{said}” is not a safe web address.',
  ],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type FaultCode = keyof typeof words;
export const faultCodes = Object.keys(words) as readonly FaultCode[];

/** Turns what was found into what is said, in the order of the file. */
export function sayFaults(text: string, found: readonly FoundFault[]): RecordFault[] {
  const starts = lineStarts(text);
  return [...found]
    .sort((a, b) => a.offset - b.offset)
    .slice(0, faultLimit)
    .map(({ code, offset, path, params = {} }) => {
      const line = lineAt(starts, offset);
      const [vi, en] = words[code];
      return {
        code,
        line: line + 1,
        column: offset - (starts[line] ?? 0) + 1,
        path: jsonPath(path),
        message: { vi: fill(vi, params), en: fill(en, params) },
      };
    });
}

/** One line for a person at a terminal. */
export function faultLine(fault: RecordFault, language: 'vi' | 'en'): string {
  const [line, column] = language === 'vi' ? ['dòng', 'cột'] : ['line', 'column'];
  return `${line} ${fault.line}, ${column} ${fault.column}, ${fault.path}: ${fault.message[language]}`;
}

function jsonPath(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return /^[A-Z_][A-Z0-9_]*$/iu.test(step)
      ? `${text}.${step}`
      : `${text}[${JSON.stringify(step.slice(0, 60))}]`;
  }, '$');
}

const shownLength = 80;

function fill(template: string, params: FaultParams): string {
  return template.replace(/\{(\w+)\}/gu, (_match, name: string) => {
    const value = Object.hasOwn(params, name) ? String(params[name]) : '';
    return value.length > shownLength ? `${value.slice(0, shownLength)}…` : value;
  });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/gu)) starts.push(match.index + match[0].length);
  return starts;
}

/** Index of the last line that begins at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
