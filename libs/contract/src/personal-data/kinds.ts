import type { LocalizedText } from '../kernel/scalars';

/** What a person may ask about their data. @legal Luật 91/2025 Điều 4, 10, 13–17; NĐ 356/2025 Điều 5 */
export const rightsKinds = [
  'access',
  'correct',
  'restrict',
  'object',
  'withdraw',
  'delete',
  'copy',
  'protect',
  'complain',
] as const;
export type RightsKind = (typeof rightsKinds)[number];

/** Why a request is refused, or answered in part. */
export const rightsGrounds = [
  'duty-of-law',
  'archival-duty',
  'open-dossier',
  'rights-of-others',
  'not-identified',
  'not-ours',
] as const;
export type RightsGround = (typeof rightsGrounds)[number];

export const breachKinds = ['disclosed', 'lost', 'changed', 'misused', 'unavailable', 'other'] as const;
export type BreachKind = (typeof breachKinds)[number];

/** Words for the person who asks. */
export const rightsKindNames: Readonly<Record<RightsKind, LocalizedText>> = {
  access: { vi: 'Xem dữ liệu của tôi', en: 'See my data' },
  correct: { vi: 'Sửa dữ liệu sai', en: 'Correct my data' },
  restrict: { vi: 'Hạn chế dùng dữ liệu', en: 'Restrict the use of my data' },
  object: { vi: 'Phản đối việc dùng dữ liệu', en: 'Object to the use of my data' },
  withdraw: { vi: 'Rút lại sự đồng ý', en: 'Withdraw a consent' },
  delete: { vi: 'Xóa dữ liệu', en: 'Delete my data' },
  copy: { vi: 'Nhận bản sao dữ liệu', en: 'Get a copy of my data' },
  protect: { vi: 'Yêu cầu biện pháp bảo vệ', en: 'Ask for protective measures' },
  complain: { vi: 'Khiếu nại, tố cáo', en: 'Complain' },
};
export const rightsGroundNames: Readonly<Record<RightsGround, LocalizedText>> = {
  'duty-of-law': {
    vi: 'Cơ quan phải dùng dữ liệu này để làm nhiệm vụ theo luật (Luật 91/2025 Điều 19)',
    en: 'The agency must use this data to carry out a duty of law (Law 91/2025, Article 19)',
  },
  'archival-duty': { vi: 'Hồ sơ phải lưu trữ theo luật', en: 'The dossier must be kept in the archives' },
  'open-dossier': { vi: 'Hồ sơ đang giải quyết cần dữ liệu này', en: 'A dossier under way needs this data' },
  'rights-of-others': {
    vi: 'Ảnh hưởng quyền của người khác',
    en: 'It would infringe the rights of others',
  },
  'not-identified': {
    vi: 'Chưa xác định được người yêu cầu',
    en: 'The person asking could not be identified',
  },
  'not-ours': { vi: 'Dữ liệu do cơ quan khác quản lý', en: 'Another agency is in charge of the data' },
};
