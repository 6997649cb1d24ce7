import type { LocalizedText } from '@mocua/contract';

/** Kinds of personal data as a person tells them apart. */
export const dataCategories = {
  name: { vi: 'họ tên', en: 'name' },
  identity: { vi: 'thông tin định danh, số điện thoại, thư điện tử', en: 'identity and contact data' },
  answers: { vi: 'nội dung tờ khai', en: 'what the form says' },
  profile: { vi: 'thông tin bạn tự lưu', en: 'what you keep about yourself' },
  papers: { vi: 'giấy tờ đính kèm', en: 'attached papers' },
  handling: { vi: 'ghi chép khi giải quyết hồ sơ', en: 'notes of how the dossier was handled' },
  delivery: {
    vi: 'họ tên, số điện thoại, địa chỉ nhận kết quả',
    en: 'name, telephone number and address for the result',
  },
  fee: { vi: 'phí, lệ phí', en: 'fees' },
  documents: { vi: 'giấy tờ, kết quả do cơ quan cấp', en: 'documents and results' },
  register: { vi: 'thông tin từ cơ sở dữ liệu quốc gia', en: 'data of a register' },
  'rights-request': { vi: 'yêu cầu về dữ liệu cá nhân', en: 'request about personal data' },
  other: { vi: 'thông tin khác', en: 'other data' },
} as const satisfies Record<string, LocalizedText>;
export type DataCategory = keyof typeof dataCategories;

const handling = new Set([
  'outgoing-news',
  'reception-note',
  'refusal',
  'supplement',
  'sector-news',
  'supplement-note',
  'task-comment',
  'task-values',
  'withdrawal',
  'receiver',
]);
const others: Readonly<Record<string, DataCategory>> = {
  'party-name': 'name',
  'identity-claims': 'identity',
  answers: 'answers',
  'draft-answers': 'answers',
  'draft-prefill': 'answers',
  'file-name': 'papers',
  'stored-paper': 'papers',
  'profile-fact': 'profile',
  'stored-share': 'papers',
  fee: 'fee',
  'parcel-receiver': 'delivery',
};

/** Category of a sealed value by its kind; a kind that nobody has named yet is still recorded, as `other`. */
export function categoryOf(kind: string): DataCategory {
  if (handling.has(kind)) return 'handling';
  if (kind.startsWith('identifier-')) return 'identity';
  if (kind.startsWith('rights-')) return 'rights-request';
  if (kind.startsWith('register-')) return 'register';
  return others[kind] ?? 'other';
}
