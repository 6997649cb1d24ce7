import type { LocalizedText } from '../kernel/scalars';

/** What a system of another agency may ask for; it gets no more than an officer gave it. */
export const agencyScopes = [
  'procedures:read',
  'dossiers:read',
  'dossiers:submit',
  'results:verify',
  'statistics:read',
  'webhooks',
] as const;
export type AgencyScope = (typeof agencyScopes)[number];

/** Scopes as officers and the description of the API name them. */
export const agencyScopeNames: Readonly<Record<AgencyScope, LocalizedText>> = {
  'procedures:read': { vi: 'Xem danh mục thủ tục', en: 'Read the catalogue of procedures' },
  'dossiers:read': { vi: 'Xem tình trạng hồ sơ', en: 'Read where a dossier is' },
  'dossiers:submit': { vi: 'Nộp hồ sơ', en: 'Submit dossiers' },
  'results:verify': { vi: 'Kiểm tra biên nhận, kết quả', en: 'Verify receipts and results' },
  'statistics:read': { vi: 'Xem số liệu thống kê', en: 'Read statistics' },
  webhooks: { vi: 'Nhận tin báo và gửi lại tin báo', en: 'Get notices and have them sent again' },
};

/** What can happen to a dossier that other systems are told about. */
export const agencyEventTypes = [
  'vn.mocua.dossier.submitted',
  'vn.mocua.dossier.received',
  'vn.mocua.dossier.refused',
  'vn.mocua.dossier.supplement-requested',
  'vn.mocua.dossier.supplement-answered',
  'vn.mocua.dossier.completed',
  'vn.mocua.dossier.returned',
  'vn.mocua.dossier.withdrawn',
  'vn.mocua.dossier.stopped',
] as const;
export type AgencyEventType = (typeof agencyEventTypes)[number];
