export type RendererLang = 'vi' | 'en';

const texts = {
  currency: ['đồng', 'VND'],
  optional: ['(không bắt buộc)', '(optional)'],
  day: ['Ngày', 'Day'],
  month: ['Tháng', 'Month'],
  year: ['Năm', 'Year'],
  dateExample: ['Ví dụ: 27 3 1985', 'For example: 27 3 1985'],
  addressText: ['Số nhà, đường, thôn hoặc tổ dân phố', 'House number, street, hamlet'],
  addressWard: ['Xã, phường hoặc đặc khu', 'Commune, ward or special zone'],
  unitSearch: ['Tìm theo tên hoặc địa chỉ', 'Search by name or address'],
  unitFormer: ['Trước đây: {names}', 'Formerly: {names}'],
  unitShown: [
    'Đang hiện {shown} trong {total} cơ quan. Gõ thêm chữ để tìm.',
    'Showing {shown} of {total} agencies. Type more to search.',
  ],
  unitAll: ['Tìm thấy {total} cơ quan.', '{total} agencies found.'],
  unitNone: [
    'Không thấy cơ quan nào. Hãy thử một phần của tên, hoặc tên cũ trước sáp nhập.',
    'No agency found. Try a part of the name, or the name before the merger.',
  ],
  choose: ['Hãy chọn', 'Choose'],
  addGroup: ['Thêm {item}', 'Add {item}'],
  removeGroup: ['Xóa {item}', 'Remove {item}'],
  groupAdded: ['Đã thêm {item}.', '{item} added.'],
  groupRemoved: ['Đã xóa {item}.', '{item} removed.'],
  groupsFull: ['Đã đủ {max} mục, không thêm được nữa.', 'There are {max} already; no more can be added.'],
  error: ['Cần sửa:', 'To correct:'],
  errorSummary: ['Hãy sửa những mục sau', 'Correct the following'],
  calculated: ['Hệ thống tự tính từ những gì bạn đã khai.', 'Calculated from what you entered.'],
  locked: ['Giữ nguyên.', 'Stays as it is.'],
  lockedPage: [
    'Bạn chỉ cần sửa những mục cơ quan yêu cầu. Các mục khác giữ nguyên như đã nộp.',
    'You only need to correct what the agency asks for. Everything else stays as you filed it.',
  ],
  asked: ['Cơ quan yêu cầu: {instruction}', 'The agency asks: {instruction}'],
  fixedByIdentity: [
    'Không sửa được ở đây; nếu sai, hãy báo cơ quan công an.',
    'It cannot be changed here; if it is wrong, tell the police.',
  ],
  provenanceVerified: ['Lấy từ {source} lúc {at}, đã xác minh.', 'From {source} at {at}, verified.'],
  provenanceDeclared: [
    'Lấy từ {source} lúc {at}, theo bạn đã khai ở đó.',
    'From {source} at {at}, as you declared there.',
  ],
  provenanceEdited: ['Lấy từ {source} lúc {at}, bạn đã sửa.', 'From {source} at {at}, changed by you.'],
  remaining: ['Còn {count} ký tự.', '{count} characters left.'],
  over: ['Quá {count} ký tự, hãy rút gọn.', '{count} characters too many; please shorten.'],
  unanswered: ['Không khai', 'Not provided'],
  edit: ['Sửa', 'Change'],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type RendererText = keyof typeof texts;

/** The words of the renderer itself; labels and hints come from the form. */
export function say(
  lang: RendererLang,
  text: RendererText,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const template: string = texts[text][lang === 'vi' ? 0 : 1];
  return template.replace(/\{(\w+)\}/gu, (_match, name: string) => String(params[name] ?? '–'));
}

const locales = { vi: 'vi-VN', en: 'en-GB' } as const;

/** `08:15 ngày 23/11/2026`, in the time of Vietnam wherever the reader is. */
export function sayInstant(instant: string, lang: RendererLang): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locales[lang], { timeZone: 'Asia/Ho_Chi_Minh', ...options }).format(moment);
  const time = format({ hour: '2-digit', minute: '2-digit', hour12: false });
  const date = format({ day: '2-digit', month: '2-digit', year: 'numeric' });
  return lang === 'vi' ? `${time} ngày ${date}` : `${time} on ${date}`;
}
