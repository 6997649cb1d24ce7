import type { Provider } from '@angular/core';
import { DisplaySettings, Language } from '@mocua/web/kernel';
import { KioskDisplay } from './display/kiosk-display';
import { KioskLanguage } from './display/kiosk-language';

/** Puts forgetful settings in the place of those that keep themselves in the browser: nothing stays on the device. */
export const kioskProviders: readonly Provider[] = [
  { provide: Language, useExisting: KioskLanguage },
  { provide: DisplaySettings, useExisting: KioskDisplay },
];
