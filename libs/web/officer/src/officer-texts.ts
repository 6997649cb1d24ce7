import type { TextScope } from '@mocua/web/kernel';

/** Texts of the workspace. */
export const officerTexts: TextScope = {
  name: 'officer',
  load: { vi: () => import('../i18n/vi.json'), en: () => import('../i18n/en.json') },
};
