import type { Permission } from '@mocua/contract';
import { queuesFor, startPath } from '../worklist/queue-path';

/** A page of the workspace that the menu leads to. */
export interface WorkspacePage {
  readonly path: string;
  /** Key of its name, below those of the frame. */
  readonly label: string;
}

/** Pages by who has something to do there, in the order of the menu. */
const pages: readonly (WorkspacePage & { readonly permission: Permission })[] = [
  { path: '/quay-thu', label: 'cashDesk', permission: 'payment.collect' },
  { path: '/doi-soat-thu', label: 'unmatched', permission: 'payment.collect' },
  { path: '/to-khai-tu-kiosk', label: 'handed', permission: 'dossier.receive' },
  { path: '/nop-ho-so', label: 'assisted', permission: 'dossier.receive' },
  { path: '/giay-to-chia-se', label: 'shared', permission: 'shared-paper.read' },
  { path: '/so-cap-tai-cho', label: 'numbers', permission: 'dossier.issue' },
  { path: '/thiet-bi', label: 'devices', permission: 'device.manage' },
  { path: '/quay-thu-theo-don-vi', label: 'cashRules', permission: 'cash-desk.manage' },
  { path: '/danh-muc', label: 'catalogue', permission: 'catalogue.manage' },
  { path: '/he-thong-ket-noi', label: 'partners', permission: 'partner.manage' },
  { path: '/quyen-du-lieu', label: 'rights', permission: 'rights.handle' },
  { path: '/so-vi-pham', label: 'breaches', permission: 'breach.record' },
  { path: '/cong-quoc-gia', label: 'national', permission: 'catalogue.manage' },
  { path: '/thong-tin-gui-di', label: 'outbound', permission: 'outbound.manage' },
  { path: '/bao-cao', label: 'reports', permission: 'report.inspect' },
  { path: '/noi-dung', label: 'content', permission: 'content.edit' },
];

/** What the menu shows under an assignment; whether one may do something there is the server's decision alone. */
export function pagesFor(permissions: readonly Permission[]): readonly WorkspacePage[] {
  return [
    ...(queuesFor(permissions).length > 0 ? [{ path: startPath(permissions), label: 'worklist' }] : []),
    ...pages.filter(({ permission }) => permissions.includes(permission)),
    { path: '/lich-su-dang-nhap', label: 'logins' },
  ];
}
