import type { LocalizedText, NoticeKind } from '@mocua/contract';

/** What an applicant is told about; the names that the dossier domain puts into its outbox rows. */
export const noticeKinds = [
  'submitted',
  'received',
  'refused',
  'supplement-requested',
  'supplement-confirmed',
  'lapsed',
  'withdrawn',
  'done',
  'returned',
  'payment-requested',
  'paid',
  'refunded',
] as const satisfies readonly NoticeKind[];

/** Version of the texts; kept with each delivery, so that it is known later what a person was told. */
export const noticeTextsVersion = 'v1';

/** What a text may mention: no name, no procedure, no reason. A phone is often read by others. */
export interface NoticeFacts {
  /** Dossier code, or the transaction code before reception. */
  readonly code: string;
  /** Address of the dossier behind the log-in. */
  readonly link: string;
  readonly hotline: string;
}

interface Sentence {
  /** What happened; `{code}` is filled in, and `{where}` depends on where it is read. */
  readonly what: string;
  /** What to do now. */
  readonly next: string;
}

interface NoticeText {
  readonly vi: Sentence;
  readonly en: Sentence;
}

const texts: Readonly<Record<NoticeKind, NoticeText>> = {
  submitted: {
    vi: { what: 'Hồ sơ {code} đã được gửi đến cơ quan.', next: 'Cơ quan sẽ báo khi tiếp nhận.' },
    en: { what: 'Dossier {code} was sent to the agency.', next: 'You will be told when it is received.' },
  },
  received: {
    vi: { what: 'Hồ sơ {code} đã được tiếp nhận.', next: 'Xem ngày hẹn trả kết quả {where}.' },
    en: { what: 'Dossier {code} was received.', next: 'See the due date {where}.' },
  },
  refused: {
    vi: { what: 'Hồ sơ {code} không được tiếp nhận.', next: 'Xem lý do và hướng dẫn {where}.' },
    en: {
      what: 'Dossier {code} was not accepted.',
      next: 'See the reason and what you can do {where}.',
    },
  },
  'supplement-requested': {
    vi: { what: 'Hồ sơ {code} cần bổ sung.', next: 'Xem mục cần bổ sung và hạn trả lời {where}.' },
    en: { what: 'Dossier {code} needs something added.', next: 'See what and until when {where}.' },
  },
  'supplement-confirmed': {
    vi: {
      what: 'Cơ quan đã nhận đủ phần bổ sung của hồ sơ {code}.',
      next: 'Xem ngày hẹn trả kết quả {where}.',
    },
    en: { what: 'What you added to dossier {code} is complete.', next: 'See the due date {where}.' },
  },
  lapsed: {
    vi: { what: 'Hồ sơ {code} đã dừng vì quá hạn bổ sung.', next: 'Ông/bà có thể nộp hồ sơ mới.' },
    en: { what: 'Dossier {code} was closed: nothing was added in time.', next: 'You can file a new one.' },
  },
  withdrawn: {
    vi: { what: 'Hồ sơ {code} đã được rút theo yêu cầu.', next: 'Nếu không phải ông/bà rút, hãy gọi ngay.' },
    en: { what: 'Dossier {code} was withdrawn as asked.', next: 'If this was not you, call at once.' },
  },
  done: {
    vi: { what: 'Hồ sơ {code} đã có kết quả.', next: 'Xem cách nhận kết quả {where}.' },
    en: { what: 'Dossier {code} has a result.', next: 'See {where} how to get it.' },
  },
  returned: {
    vi: {
      what: 'Kết quả của hồ sơ {code} đã được trả.',
      next: 'Nếu chưa nhận được, hãy gọi đường dây nóng.',
    },
    en: {
      what: 'The result of dossier {code} was handed out.',
      next: 'If you do not have it, call the hotline.',
    },
  },
  'payment-requested': {
    vi: { what: 'Hồ sơ {code} có khoản tiền phải nộp.', next: 'Xem số tiền và cách nộp {where}.' },
    en: { what: 'Something has to be paid for dossier {code}.', next: 'See how much and how {where}.' },
  },
  paid: {
    vi: { what: 'Đã nhận tiền của hồ sơ {code}.', next: 'Xem biên lai {where}.' },
    en: { what: 'The payment for dossier {code} has arrived.', next: 'See the receipt {where}.' },
  },
  refunded: {
    vi: { what: 'Đã hoàn tiền của hồ sơ {code}.', next: 'Nếu chưa nhận được sau năm ngày, hãy gọi.' },
    en: {
      what: 'The payment for dossier {code} was given back.',
      next: 'If it is not there in five days, call.',
    },
  },
};

/** The same notice as the portal's own inbox shows it, where the dossier is one press away. */
export function portalText(kind: NoticeKind, code: string): { title: LocalizedText; next: LocalizedText } {
  const { vi, en } = texts[kind];
  return {
    title: { vi: fill(vi.what, { code, where: '' }), en: fill(en.what, { code, where: '' }) },
    next: {
      vi: fill(vi.next, { code, where: 'ở trang hồ sơ' }),
      en: fill(en.next, { code, where: 'on its page' }),
    },
  };
}

/** Text message, Vietnamese. */
export function smsText(kind: NoticeKind, facts: NoticeFacts): string {
  const { vi } = texts[kind];
  return `${sentence(vi, facts.code, 'trên cổng')} ${facts.link} - Hỗ trợ: ${facts.hotline}`;
}

/** E-mail: Vietnamese first, English below. */
export function emailText(
  kind: NoticeKind,
  facts: NoticeFacts,
): { readonly subject: string; readonly text: string } {
  const { vi, en } = texts[kind];
  const lines = [
    'Kính gửi ông/bà,',
    '',
    sentence(vi, facts.code, 'trên cổng'),
    facts.link,
    `Đường dây hỗ trợ: ${facts.hotline}`,
    '',
    'Cổng không bao giờ hỏi mật khẩu hoặc mã OTP của ông/bà.',
    '',
    '—',
    sentence(en, facts.code, 'on the portal'),
    `Help: ${facts.hotline}`,
  ];
  return {
    subject: fill(vi.what, { code: facts.code, where: '' }).replace(/\.$/u, ''),
    text: lines.join('\n'),
  };
}

function sentence(text: Sentence, code: string, where: string): string {
  return `${fill(text.what, { code, where })} ${fill(text.next, { code, where })}`;
}

function fill(template: string, parts: { readonly code: string; readonly where: string }): string {
  return template.replaceAll('{where}', () => parts.where).replaceAll('{code}', () => parts.code);
}
