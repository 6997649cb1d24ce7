import type { LocalizedText } from '@mocua/contract';
import type { Channel, DocumentKind } from '@mocua/engine/dossier';

/** Channels as forms name them. */
export const channelNames: Readonly<Record<Channel, string>> = {
  online: 'Trực tuyến',
  kiosk: 'Trực tuyến, tại kiosk',
  counter: 'Trực tiếp',
  post: 'Bưu chính công ích',
};

/** Titles of printed documents. */
export const documentTitles: Readonly<Record<DocumentKind, LocalizedText>> = {
  'submission-receipt': { vi: 'Biên nhận nộp hồ sơ trực tuyến', en: 'Receipt of online filing' },
  'form-01': {
    vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01)',
    en: 'Slip of reception and appointment (form 01)',
  },
  'form-02': { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02)', en: 'Supplement request (form 02)' },
  'form-03': { vi: 'Phiếu từ chối (Mẫu 03)', en: 'Written refusal (form 03)' },
  result: { vi: 'Kết quả giải quyết', en: 'Result' },
  'payment-receipt': { vi: 'Biên lai thu phí, lệ phí', en: 'Receipt of payment' },
};
