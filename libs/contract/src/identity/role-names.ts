import type { LocalizedText } from '../kernel/scalars';
import type { Role } from './permissions';

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
  'data-protection-officer': { vi: 'bảo vệ dữ liệu cá nhân', en: 'data protection officer' },
};
