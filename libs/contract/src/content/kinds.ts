import type { LocalizedText } from '../kernel/scalars';

export const contentKinds = ['announcement', 'faq', 'guide'] as const;
export type ContentKind = (typeof contentKinds)[number];

export const contentTopics = ['filing', 'papers', 'fee', 'following', 'result', 'account', 'help'] as const;
export type ContentTopic = (typeof contentTopics)[number];

/** What the questions are sorted by, in the order in which people meet them. */
export const contentTopicNames: Readonly<Record<ContentTopic, LocalizedText>> = {
  filing: { vi: 'Nộp hồ sơ', en: 'Filing' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  fee: { vi: 'Phí, lệ phí', en: 'Fees' },
  following: { vi: 'Theo dõi hồ sơ', en: 'Following a dossier' },
  result: { vi: 'Nhận kết quả', en: 'Getting the result' },
  account: { vi: 'Đăng nhập và tài khoản', en: 'Signing in and account' },
  help: { vi: 'Giúp đỡ', en: 'Help' },
};
