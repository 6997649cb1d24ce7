import type { z } from 'zod';
import type { FieldProblem } from '@mocua/contract';
import type { Language } from './request';

/** What a schema issue means to the person who typed the value. */
export function fieldProblemsOf(error: z.ZodError, prefix: string, language: Language): FieldProblem[] {
  return error.issues.slice(0, 50).flatMap((issue): FieldProblem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, 20).map((key) => ({
        path: prefix + [...issue.path, key].join('/'),
        code: 'unknown-key',
        message:
          language === 'vi' ? 'Mục này không có trong biểu mẫu.' : 'This item is not part of the form.',
      }));
    }
    return [{ path: prefix + issue.path.join('/'), code: issue.code, message: messageOf(issue, language) }];
  });
}

/** @param paths - of texts that cannot be kept, see `unreadableTexts` */
export function unreadableProblems(paths: readonly string[], language: Language): FieldProblem[] {
  const message =
    language === 'vi'
      ? 'Mục này có ký tự không đọc được; hãy xóa rồi nhập lại.'
      : 'There is a character here that cannot be read; delete it and type again.';
  return paths.slice(0, 20).map((path) => ({ path, code: 'unreadable-character', message }));
}

function messageOf(issue: z.core.$ZodIssue, language: Language): string {
  const vi = language === 'vi';
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') {
        return vi
          ? `Hãy nhập ít nhất ${issue.minimum} ký tự.`
          : `Enter at least ${issue.minimum} characters.`;
      }
      return vi ? `Cần ít nhất ${issue.minimum}.` : `At least ${issue.minimum} is needed.`;
    case 'too_big':
      if (issue.origin === 'string') {
        return vi
          ? `Hãy rút gọn còn nhiều nhất ${issue.maximum} ký tự.`
          : `Shorten to at most ${issue.maximum} characters.`;
      }
      return vi ? `Nhiều nhất là ${issue.maximum}.` : `At most ${issue.maximum}.`;
    case 'invalid_type':
      return vi
        ? 'Mục này còn trống hoặc sai kiểu; hãy nhập lại.'
        : 'This is empty or of the wrong type; enter it again.';
    case 'invalid_value':
      return vi ? 'Hãy chọn một giá trị trong danh sách.' : 'Choose a value from the list.';
    default:
      return vi
        ? 'Giá trị chưa đúng; hãy kiểm tra và nhập lại.'
        : 'This value is not right; check and enter it again.';
  }
}
