import type { TextScope } from '@mocua/web/kernel';

/** Public pages and the frame around all pages. */
export const siteTexts: TextScope = {
  name: 'site',
  load: { vi: () => import('../i18n/site.vi.json'), en: () => import('../i18n/site.en.json') },
};
/** From opening a draft to the receipt. */
export const filingTexts: TextScope = {
  name: 'filing',
  load: { vi: () => import('../i18n/filing.vi.json'), en: () => import('../i18n/filing.en.json') },
};
/** Many dossiers from one table. */
export const batchTexts: TextScope = {
  name: 'batch',
  load: { vi: () => import('../i18n/batch.vi.json'), en: () => import('../i18n/batch.en.json') },
};
/** What a signed-in person has: dossiers, account. */
export const mineTexts: TextScope = {
  name: 'mine',
  load: { vi: () => import('../i18n/mine.vi.json'), en: () => import('../i18n/mine.en.json') },
};
/** Papers that a person keeps. */
export const storeTexts: TextScope = {
  name: 'store',
  load: { vi: () => import('../i18n/store.vi.json'), en: () => import('../i18n/store.en.json') },
};
