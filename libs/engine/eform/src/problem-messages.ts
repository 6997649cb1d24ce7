import type { Localized } from '@mocua/contract';

/**
 * The one catalogue of sentences about answers. `{label}` is the label of the field; other names are bounds.
 * A sentence says what to do, not what was done wrong.
 */
export const problemMessages = {
  required: t('Hãy điền “{label}”.', 'Fill in “{label}”.'),
  'required-choice': t('Hãy chọn một mục cho “{label}”.', 'Choose one option for “{label}”.'),
  'required-choices': t(
    'Hãy chọn ít nhất một mục cho “{label}”.',
    'Choose at least one option for “{label}”.',
  ),
  'required-confirmation': t(
    'Hãy đánh dấu vào ô “{label}” nếu bạn đồng ý.',
    'Tick the box “{label}” if you agree.',
  ),
  'required-date': t('Hãy ghi ngày, tháng, năm cho “{label}”.', 'Enter day, month and year for “{label}”.'),
  'required-unit': t('Hãy chọn cơ quan cho “{label}”.', 'Choose an agency for “{label}”.'),
  'too-short': t(
    'Hãy viết “{label}” dài ít nhất {min} ký tự.',
    'Write at least {min} characters for “{label}”.',
  ),
  'too-long': t(
    'Hãy rút gọn “{label}”, nhiều nhất {max} ký tự.',
    'Shorten “{label}” to at most {max} characters.',
  ),
  'bad-characters': t(
    'Hãy xóa các ký tự lạ trong “{label}” rồi viết lại bằng chữ và số thông thường.',
    'Remove the unusual characters from “{label}” and use plain letters and digits.',
  ),
  'not-a-number': t('Hãy ghi “{label}” bằng chữ số, ví dụ 12.', 'Write “{label}” in digits, for example 12.'),
  'not-a-year': t(
    'Hãy ghi “{label}” đủ 4 chữ số của năm, ví dụ 1988.',
    'Write “{label}” with the 4 digits of the year, for example 1988.',
  ),
  'not-an-amount': t(
    'Hãy ghi “{label}” bằng chữ số, không cần chữ “đồng”, ví dụ 1500000.',
    'Write “{label}” in digits without the currency, for example 1500000.',
  ),
  'not-a-measure': t(
    'Hãy ghi “{label}” bằng chữ số, phần lẻ sau dấu phẩy, ví dụ 125,5.',
    'Write “{label}” in digits, for example 125.5.',
  ),
  'too-precise': t(
    'Hãy ghi “{label}” với nhiều nhất {max} chữ số sau dấu phẩy.',
    'Write “{label}” with at most {max} digits after the decimal sign.',
  ),
  'too-low': t('Hãy ghi “{label}” từ {min} trở lên.', 'Enter {min} or more for “{label}”.'),
  'too-high': t('Hãy ghi “{label}” không quá {max}.', 'Enter {max} or less for “{label}”.'),
  'not-a-date': t(
    'Hãy ghi “{label}” là một ngày có thật, ví dụ 27/03/1985.',
    'Enter a real date for “{label}”, for example 27/03/1985.',
  ),
  'too-early': t('Hãy ghi “{label}” từ ngày {min} trở đi.', 'Enter {min} or a later date for “{label}”.'),
  'too-late': t(
    'Hãy ghi “{label}” muộn nhất là ngày {max}.',
    'Enter {max} or an earlier date for “{label}”.',
  ),
  'not-an-option': t('Hãy chọn lại “{label}” trong danh sách.', 'Choose “{label}” from the list again.'),
  'too-few-choices': t(
    'Hãy chọn ít nhất {min} mục cho “{label}”.',
    'Choose at least {min} options for “{label}”.',
  ),
  'too-many-choices': t(
    'Hãy chọn nhiều nhất {max} mục cho “{label}”.',
    'Choose at most {max} options for “{label}”.',
  ),
  'not-a-personal-id': t(
    'Hãy ghi “{label}” đủ 12 chữ số, như in trên thẻ căn cước.',
    'Enter all 12 digits of “{label}”, as printed on the identity card.',
  ),
  'not-a-phone': t(
    'Hãy ghi “{label}” gồm 10 chữ số, bắt đầu bằng số 0.',
    'Enter “{label}” as 10 digits beginning with 0.',
  ),
  'not-an-email': t(
    'Hãy ghi “{label}” đủ phần trước và sau dấu @, ví dụ ten@example.vn.',
    'Enter “{label}” in full, for example name@example.vn.',
  ),
  'not-a-unit': t(
    'Hãy chọn lại cơ quan cho “{label}” trong danh sách.',
    'Choose the agency for “{label}” from the list.',
  ),
  'incomplete-address': t(
    'Hãy ghi số nhà, đường, thôn hoặc tổ dân phố cho “{label}”.',
    'Enter house number, street or hamlet for “{label}”.',
  ),
  'too-few-groups': t('Hãy thêm vào “{label}” cho đủ {min} mục.', 'Add to “{label}” until there are {min}.'),
  'too-many-groups': t('Hãy bớt “{label}”, nhiều nhất {max} mục.', 'Keep at most {max} in “{label}”.'),
  'wrong-type': t('Hãy điền lại “{label}”.', 'Fill in “{label}” again.'),
  'unknown-answer': t(
    'Tờ khai không có mục này. Hãy tải lại trang rồi điền lại.',
    'The form has no such item. Reload the page and fill it in again.',
  ),
  hidden: t(
    'Mục “{label}” không cần khai theo câu trả lời của bạn. Hãy tải lại trang rồi nộp lại.',
    '“{label}” is not needed with your answers. Reload the page and send again.',
  ),
  'calculated-differs': t(
    'Mục “{label}” do hệ thống tự tính. Hãy tải lại trang để xem kết quả đúng.',
    '“{label}” is calculated by the system. Reload the page to see the right value.',
  ),
  'not-editable': t(
    'Mục “{label}” lấy từ tài khoản định danh và không sửa được ở đây. Hãy tải lại trang.',
    '“{label}” comes from your e-identity and cannot be changed here. Reload the page.',
  ),
  locked: t(
    'Mục “{label}” không được yêu cầu bổ sung nên phải giữ như cũ. Hãy tải lại trang.',
    '“{label}” was not asked for and must stay as it was. Reload the page.',
  ),
  'too-many-problems': t(
    'Còn nhiều mục khác chưa đúng. Hãy sửa các mục trên trước.',
    'More items need correcting. Correct the ones above first.',
  ),
} as const satisfies Record<string, Localized>;

export type EformProblemCode = keyof typeof problemMessages;
export type MessageParams = Readonly<Record<string, string | number>>;

function t(vi: string, en: string): Localized {
  return { vi, en };
}

/** The sentence for a code with the label of the field and the bounds filled in. */
export function problemMessage(
  code: EformProblemCode,
  label: Localized,
  params: MessageParams = {},
): Localized {
  const { vi, en } = problemMessages[code];
  return { vi: fill(vi, { ...params, label: label.vi }), en: fill(en, { ...params, label: label.en }) };
}

function fill(template: string, params: MessageParams): string {
  return template.replace(/\{(\w+)\}/gu, (_match, name: string) => String(params[name] ?? '–'));
}
