import { effect, Injectable } from '@angular/core';
import { getProvince } from '@mocua/contract/frame';
import { loadEndpoint } from '../api/load-endpoint';
import { acceptableTheme } from './theme';

/** The province of this deployment; its theme is applied as soon as it arrives. */
@Injectable({ providedIn: 'root' })
export class Province {
  readonly #loaded = loadEndpoint(getProvince, () => ({}));
  readonly #sheet = new CSSStyleSheet();
  readonly view = this.#loaded.value;

  constructor() {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
    effect(() => {
      const theme = acceptableTheme(this.view()?.theme ?? {});
      const rules = Object.entries(theme).map(([name, value]) => `--${name}: ${value};`);
      // a constructed sheet is CSSOM: it needs no nonce and no inline style
      this.#sheet.replaceSync(`:root:not([data-contrast='high']) { ${rules.join(' ')} }`);
    });
  }
}
