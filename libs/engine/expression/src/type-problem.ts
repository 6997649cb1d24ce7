import { type ExpressionProblem, problemIn, type ProblemParam, type TypeProblemCode } from './problem';

/** Apart from the others: whoever only computes does not carry them. */
const texts = {
  'name.unknown': ['Không có dữ liệu tên “{name}”.', 'There is nothing called “{name}”.'],
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
} as const satisfies Record<TypeProblemCode, readonly [vi: string, en: string]>;

/** What is wrong with the names and types of an expression. */
export function typeProblem(
  code: TypeProblemCode,
  at: readonly [from: number, to: number],
  params: Readonly<Record<string, ProblemParam>>,
): ExpressionProblem {
  return problemIn(texts[code], code, at, params);
}
