import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import { TitleStrategy } from '@angular/router';
import type { Audience } from '@mocua/contract';
import { kernelTexts } from './language/kernel-texts';
import { provideTexts, type TextScope, Texts } from './language/texts';
import { DisplaySettings } from './page/display-settings';
import { provideNavigationFocus } from './page/navigation-focus';
import { PageTitle, SITE_NAME } from './page/page-title';
import { AccountDisplay } from './session/account-display';
import { AUDIENCE } from './session/credentials';

export interface WebOptions {
  readonly audience: Audience;
  /** Text key of the site's name, for titles. */
  readonly siteName: string;
  /** Texts that the shell shows at once. */
  readonly texts: readonly TextScope[];
}

/** Everything a front end of the portal needs besides its own router. */
export function provideMocuaWeb(options: WebOptions): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideTexts(),
    { provide: AUDIENCE, useValue: options.audience },
    { provide: SITE_NAME, useValue: options.siteName },
    { provide: TitleStrategy, useExisting: PageTitle },
    provideNavigationFocus(),
    provideAppInitializer(() => {
      inject(DisplaySettings);
      if (options.audience === 'citizen') inject(AccountDisplay);
      return inject(Texts).ensure(kernelTexts, ...options.texts);
    }),
  ]);
}
