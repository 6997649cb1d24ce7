import type { TextScope } from './texts';

export const kernelTexts: TextScope = {
  name: 'kernel',
  load: { vi: () => import('../../i18n/vi.json'), en: () => import('../../i18n/en.json') },
};
