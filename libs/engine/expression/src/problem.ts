/** What is wrong with an expression, at which characters, in both languages. */
export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  /** First character of the faulty part, counted in UTF-16 units of the source text. */
  readonly from: number;
  /** One past the last character. */
  readonly to: number;
  readonly vi: string;
  readonly en: string;
}

const texts = {
  'syntax.unexpected': [
    'Không hiểu chỗ “{found}”; cần {expected}.',
    'Cannot read “{found}” here; {expected} is needed.',
  ],
  'syntax.text-not-closed': [
    'Đoạn chữ thiếu dấu nháy kép ở cuối.',
    'The text lacks its closing quotation mark.',
  ],
  'syntax.escape': [
    'Dấu gạch chéo ngược “{found}” không hợp lệ trong đoạn chữ.',
    'The escape “{found}” is not valid in a text.',
  ],
  'syntax.comment-not-closed': ['Lời chú thiếu dấu kết thúc “*/”.', 'The comment lacks its end “*/”.'],
  'syntax.unsupported': [
    '“{found}” chưa được hỗ trợ trong biểu thức.',
    '“{found}” is not supported in expressions.',
  ],
  'syntax.too-long': [
    'Biểu thức dài quá {limit} ký tự.',
    'The expression is longer than {limit} characters.',
  ],
  'syntax.too-deep': ['Biểu thức lồng quá {limit} lớp.', 'The expression nests deeper than {limit} levels.'],
  'number.out-of-range': [
    'Số vượt quá phạm vi tính được.',
    'The number is outside the range that can be computed.',
  ],
  'name.unknown': ['Không có dữ liệu tên “{name}”.', 'There is nothing called “{name}”.'],
  'name.reserved': ['Không được dùng tên “{name}”.', 'The name “{name}” may not be used.'],
  'function.unknown': ['Không có hàm tên “{name}”.', 'There is no function “{name}”.'],
  'function.arguments': [
    'Hàm “{name}” nhận {expected} giá trị, ở đây có {found}.',
    'The function “{name}” takes {expected} arguments, here are {found}.',
  ],
  'type.mismatch': [
    '“{name}” cần {expected}, ở đây là {found}.',
    '“{name}” needs {expected}, here is {found}.',
  ],
  'type.comparison': ['Không so sánh được {left} với {right}.', 'Cannot compare {left} with {right}.'],
  'choice.unknown': [
    '“{found}” không có trong các lựa chọn: {options}.',
    '“{found}” is not among the options: {options}.',
  ],
  'type.result': [
    'Kết quả phải là {expected}, ở đây là {found}.',
    'The result must be {expected}, here is {found}.',
  ],
  'range.place': ['Khoảng giá trị chỉ dùng được sau “in”.', 'A range may only stand after “in”.'],
  'date.invalid': [
    '“{found}” không phải ngày có thật (năm-tháng-ngày).',
    '“{found}” is not a real date (year-month-day).',
  ],
  'duration.invalid': [
    '“{found}” không phải khoảng thời gian; ví dụ đúng: P18Y, P3M, P15D.',
    '“{found}” is not a duration; right examples: P18Y, P3M, P15D.',
  ],
  'budget.steps': ['Biểu thức cần quá {limit} bước tính.', 'The expression needs more than {limit} steps.'],
  'budget.depth': [
    'Dữ liệu hoặc biểu thức lồng quá {limit} lớp.',
    'The data or the expression nests deeper than {limit} levels.',
  ],
  'expression.malformed': ['Biểu thức đã lưu không đọc được.', 'The stored expression cannot be read.'],
} as const satisfies Record<string, readonly [string, string]>;

export type ExpressionProblemCode = keyof typeof texts;

/** A text parameter: the same in both languages, or one wording for each. */
export type ProblemParam = string | number | { readonly vi: string; readonly en: string };

export function expressionProblem(
  code: ExpressionProblemCode,
  from: number,
  to: number,
  params: Readonly<Record<string, ProblemParam>> = {},
): ExpressionProblem {
  const fill = (template: string, language: 'vi' | 'en'): string =>
    template.replace(/\{(\w+)\}/gu, (_match, name: string) => {
      const param = params[name];
      return typeof param === 'object' ? param[language] : String(param ?? '–');
    });
  return { code, from, to, vi: fill(texts[code][0], 'vi'), en: fill(texts[code][1], 'en') };
}
