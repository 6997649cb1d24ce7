import type { NoticeKind } from '@mocua/contract';
import { type NoticeLanguage, type NoticeMedium, type NoticeTemplate, referenceOf } from './notice-template';
import { isAboutRights, noticeKinds, noticeWords } from './notice-words';
import { unaccented } from './sms-length';

type Words = Pick<NoticeTemplate, 'subject' | 'text'>;

/** One version of a channel: when it began, and what it makes of the words of a notice. */
interface Edition {
  readonly medium: NoticeMedium;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly languages: readonly NoticeLanguage[];
  /** The kinds whose words it changes; every one when left out. */
  readonly kinds?: readonly NoticeKind[];
  readonly words: (kind: NoticeKind, language: NoticeLanguage) => Words;
}

const sumWords = {
  vi: '[Hạn nộp: hết ngày {payBy}. ]Xem vì sao và cách nộp ở trang hồ sơ.',
  en: '[Pay by the end of {payBy}. ]See why and how on its page.',
};
/** Nothing is closed, and nobody is told that it was. */
const lateWords = {
  vi: '[Hạn nộp là hết ngày {payBy}. ]Hồ sơ vẫn chờ: ông/bà nộp ở trang hồ sơ, hoặc gọi đường dây nóng nếu cần hỏi.',
  en: '[The last day was {payBy}. ]The dossier still waits: pay on its page, or call the hotline if you have a question.',
};

const both: readonly NoticeLanguage[] = ['vi', 'en'];

/**
 * Every version that was ever in force. A published one never changes; `published-hashes.ts` holds their fingerprints. The
 * first text message held a link and letters with accents, up to four messages long.
 *
 * @legal NĐ 224/2026 Điều 15(1)(g)
 */
const editions: readonly Edition[] = [
  { medium: 'inbox', version: 1, effectiveFrom: '2026-01-01', languages: both, words: inbox },
  { medium: 'email', version: 1, effectiveFrom: '2026-01-01', languages: both, words: email },
  { medium: 'sms', version: 1, effectiveFrom: '2026-01-01', languages: ['vi'], words: longSms },
  { medium: 'sms', version: 2, effectiveFrom: '2026-11-01', languages: both, words: oneSms },
  { medium: 'zalo', version: 1, effectiveFrom: '2026-11-01', languages: both, words: zalo },
  {
    ...{ medium: 'inbox', version: 2, effectiveFrom: '2026-11-23', languages: both },
    ...{ kinds: ['payment-requested', 'payment-due-soon', 'payment-overdue'], words: inboxWithSum },
  },
];

export const publishedTemplates: readonly NoticeTemplate[] = editions.flatMap(
  ({ medium, version, effectiveFrom, languages, kinds = noticeKinds, words }) =>
    kinds.flatMap((kind) =>
      languages.map((language) => ({
        kind,
        medium,
        language,
        version,
        effectiveFrom,
        source: isAboutRights(kind) ? 'NĐ 356/2025/NĐ-CP Điều 5' : 'NĐ 224/2026/NĐ-CP Điều 15(1)(g)',
        ...words(kind, language),
      })),
    ),
);

/** Every text that the operator of Zalo has to approve before it goes out, by our name of it. */
export function zaloTemplates(): { readonly name: string; readonly text: string }[] {
  return publishedTemplates
    .filter(({ medium }) => medium === 'zalo')
    .map((template) => ({ name: referenceOf(template), text: template.text }));
}

function inbox(kind: NoticeKind, language: NoticeLanguage): Words {
  const { what, next } = noticeWords[kind][language];
  const page = isAboutRights(kind)
    ? { vi: 'ở mục Dữ liệu cá nhân', en: 'under Personal data' }
    : { vi: 'ở trang hồ sơ', en: 'on its page' };
  return { subject: what, text: next.replace('{where}', page[language]) };
}

/** How much, and until when, where the notice says so. */
function inboxWithSum(kind: NoticeKind, language: NoticeLanguage): Words {
  const { what } = noticeWords[kind][language];
  const text = (kind === 'payment-overdue' ? lateWords : sumWords)[language];
  return { subject: what.replace(/\.$/u, '[: {amount}].'), text };
}

/** Both languages go into one letter, Vietnamese above. */
function email(kind: NoticeKind, language: NoticeLanguage): Words {
  const subject = noticeWords[kind][language].what.replace(/\.$/u, '');
  if (language === 'en')
    return { subject, text: `${sentence(kind, 'en', 'on the portal')}\nHelp: {hotline}` };
  const lines = [
    'Kính gửi ông/bà,',
    '',
    sentence(kind, 'vi', 'trên cổng'),
    '{link}',
    'Đường dây hỗ trợ: {hotline}',
    '',
    'Cổng không bao giờ hỏi mật khẩu hoặc mã OTP của ông/bà.',
  ];
  return { subject, text: lines.join('\n') };
}

function longSms(kind: NoticeKind): Words {
  const text = `${sentence(kind, 'vi', 'trên cổng')} {link} - Hỗ trợ: {hotline}`;
  return { subject: null, text };
}

function oneSms(kind: NoticeKind, language: NoticeLanguage): Words {
  const { text } = zalo(kind, language);
  return { subject: null, text: unaccented(text) };
}

function zalo(kind: NoticeKind, language: NoticeLanguage): Words {
  const text =
    language === 'vi'
      ? `${sentence(kind, 'vi', 'trên {portal}')} Hỗ trợ {hotline}`
      : `${sentence(kind, 'en', 'on {portal}')} Help {hotline}`;
  return { subject: null, text };
}

function sentence(kind: NoticeKind, language: NoticeLanguage, where: string): string {
  const { what, next } = noticeWords[kind][language];
  return `${what} ${next.replace('{where}', where)}`;
}
