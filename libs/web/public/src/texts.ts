import type { TextScope } from '@mocua/web/kernel';

/** Everything the public pages say. */
export const publicTexts: TextScope = {
  name: 'public',
  load: { vi: () => import('../i18n/public.vi.json'), en: () => import('../i18n/public.en.json') },
};
