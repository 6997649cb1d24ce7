import type { TextScope } from '@mocua/web/kernel';

/** Texts of the kiosk. */
export const kioskTexts: TextScope = {
  name: 'kiosk',
  load: { vi: () => import('../i18n/vi.json'), en: () => import('../i18n/en.json') },
};
