import type { LocalizedText, Role } from '@mocua/contract';
import type { DocumentKind } from '@mocua/engine/dossier';

/** Names of roles as they are printed and shown. */
export const roleNames: Readonly<Record<Role, LocalizedText>> = {
  'one-stop-officer': { vi: 'cán bộ một cửa', en: 'one-stop officer' },
  specialist: { vi: 'chuyên viên', en: 'specialist' },
  leader: { vi: 'lãnh đạo', en: 'leader' },
  clerk: { vi: 'văn thư', en: 'clerk' },
  cashier: { vi: 'thu phí', en: 'cashier' },
  inspector: { vi: 'thanh tra', en: 'inspector' },
  'unit-administrator': { vi: 'quản trị đơn vị', en: 'unit administrator' },
  'system-administrator': { vi: 'quản trị hệ thống', en: 'system administrator' },
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
};
