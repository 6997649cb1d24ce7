import type { TextScope } from '@mocua/web/kernel';

/** Give this to `provideMocuaWeb`: every component here shows its own words. */
export const uiTexts: TextScope = {
  name: 'ui',
  load: { vi: () => import('../i18n/vi.json'), en: () => import('../i18n/en.json') },
};

/** Give this too where dossiers are shown: what is told of one, its states, events and dates. */
export const dossierTexts: TextScope = {
  name: 'dossier',
  load: { vi: () => import('../i18n/dossier.vi.json'), en: () => import('../i18n/dossier.en.json') },
};
