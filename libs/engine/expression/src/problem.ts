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

/** Of what is found while reading and computing, which happens in browsers too. */
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
  'name.reserved': ['Không được dùng tên “{name}”.', 'The name “{name}” may not be used.'],
  'function.unknown': ['Không có hàm tên “{name}”.', 'There is no function “{name}”.'],
  'function.arguments': [
    'Hàm “{name}” nhận {expected} giá trị, ở đây có {found}.',
    'The function “{name}” takes {expected} arguments, here are {found}.',
  ],
  'budget.steps': ['Biểu thức cần quá {limit} bước tính.', 'The expression needs more than {limit} steps.'],
  'budget.depth': [
    'Dữ liệu hoặc biểu thức lồng quá {limit} lớp.',
    'The data or the expression nests deeper than {limit} levels.',
  ],
  'expression.malformed': ['Biểu thức đã lưu không đọc được.', 'The stored expression cannot be read.'],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type ReadingProblemCode = keyof typeof texts;
/** Found while checking names and types; their texts stand in `type-problem.ts`. */
export type TypeProblemCode =
  | 'name.unknown'
  | 'type.mismatch'
  | 'type.comparison'
  | 'choice.unknown'
  | 'type.result'
  | 'range.place'
  | 'date.invalid'
  | 'duration.invalid';
export type ExpressionProblemCode = ReadingProblemCode | TypeProblemCode;

/** A text parameter: the same in both languages, or one wording for each. */
export type ProblemParam = string | number | { readonly vi: string; readonly en: string };

type Params = Readonly<Record<string, ProblemParam>>;

export function expressionProblem(
  code: ReadingProblemCode,
  from: number,
  to: number,
  params: Params = {},
): ExpressionProblem {
  return problemIn(texts[code], code, [from, to], params);
}

/** A problem with its texts, wherever they stand. */
export function problemIn(
  [vi, en]: readonly [vi: string, en: string],
  code: ExpressionProblemCode,
  [from, to]: readonly [from: number, to: number],
  params: Params,
): ExpressionProblem {
  const fill = (template: string, language: 'vi' | 'en'): string =>
    template.replace(/\{(\w+)\}/gu, (_match, name: string) => {
      const param = params[name];
      return typeof param === 'object' ? param[language] : String(param ?? '–');
    });
  return { code, from, to, vi: fill(vi, 'vi'), en: fill(en, 'en') };
}
