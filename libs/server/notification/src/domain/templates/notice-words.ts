import type { NoticeKind } from '@mocua/contract';

/** What an applicant is told about; the names that the domains put into their outbox rows. */
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
  'posted',
  'parcel-failed',
  'payment-requested',
  'payment-revoked',
  'payment-due-soon',
  'payment-overdue',
  'paid',
  'refunded',
  'result-revoked',
  'rights-filed',
  'rights-acknowledged',
  'rights-extended',
  'rights-answered',
] as const satisfies readonly NoticeKind[];

/** The kinds about a request on personal data; every other is about a dossier. */
export function isAboutRights(kind: NoticeKind): boolean {
  return kind.startsWith('rights-');
}

interface Sentence {
  /** What happened. */
  readonly what: string;
  /** What to do now; `{where}` depends on where it is read. */
  readonly next: string;
}

/** Words of the first version; what each channel makes of them is in `published-templates`. */
export const noticeWords: Readonly<Record<NoticeKind, { readonly vi: Sentence; readonly en: Sentence }>> = {
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
  posted: {
    vi: { what: 'Kết quả hồ sơ {code} đã giao cho bưu điện.', next: 'Xem mã bưu gửi {where}.' },
    en: { what: 'The result of {code} was given to the post.', next: 'See the parcel number {where}.' },
  },
  'parcel-failed': {
    vi: { what: 'Bưu điện chưa phát được kết quả hồ sơ {code}.', next: 'Xem việc cần làm {where}.' },
    en: { what: 'The post could not deliver the result of {code}.', next: 'See what to do {where}.' },
  },
  'payment-requested': {
    vi: { what: 'Hồ sơ {code} có khoản tiền phải nộp.', next: 'Xem số tiền và cách nộp {where}.' },
    en: { what: 'Something has to be paid for dossier {code}.', next: 'See how much and how {where}.' },
  },
  'payment-revoked': {
    vi: {
      what: 'Hồ sơ {code} không còn phải nộp khoản đã yêu cầu.',
      next: 'Đừng nộp khoản đó nữa. Xem lý do {where}.',
    },
    en: { what: 'What was asked for dossier {code} need not be paid.', next: 'See why {where}.' },
  },
  'payment-due-soon': {
    vi: { what: 'Sắp hết hạn nộp tiền của hồ sơ {code}.', next: 'Xem hạn và cách nộp {where}.' },
    en: { what: 'The payment for dossier {code} is due soon.', next: 'See until when and how {where}.' },
  },
  'payment-overdue': {
    vi: { what: 'Đã qua hạn nộp tiền của hồ sơ {code}.', next: 'Vẫn nộp được {where}, hoặc gọi để hỏi.' },
    en: { what: 'The last day to pay for dossier {code} passed.', next: 'Pay it {where}, or call.' },
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
  'result-revoked': {
    vi: {
      what: 'Kết quả của hồ sơ {code} đã bị thu hồi.',
      next: 'Xem lý do trong Kho giấy tờ của ông/bà.',
    },
    en: { what: 'The result of dossier {code} was revoked.', next: 'See why in the store of your papers.' },
  },
  'rights-filed': {
    vi: { what: 'Đã nhận yêu cầu {code}.', next: 'Xem hạn trả lời {where}.' },
    en: { what: 'Request {code} has arrived.', next: 'See until when it is answered {where}.' },
  },
  'rights-acknowledged': {
    vi: { what: 'Cơ quan đang xem yêu cầu {code}.', next: 'Xem hạn trả lời {where}.' },
    en: { what: 'The agency works on request {code}.', next: 'See until when it is answered {where}.' },
  },
  'rights-extended': {
    vi: { what: 'Yêu cầu {code} cần thêm thời gian.', next: 'Xem lý do và hạn mới {where}.' },
    en: { what: 'Request {code} needs more time.', next: 'See why and until when {where}.' },
  },
  'rights-answered': {
    vi: { what: 'Yêu cầu {code} đã có trả lời.', next: 'Xem câu trả lời {where}.' },
    en: { what: 'Request {code} was answered.', next: 'See the answer {where}.' },
  },
};
