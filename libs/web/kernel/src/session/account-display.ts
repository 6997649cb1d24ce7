import { effect, inject, Injectable, untracked } from '@angular/core';
import { saveDisplay } from '@mocua/contract/frame';
import { ApiClient } from '../api/api-client';
import { Language } from '../language/language';
import { Texts } from '../language/texts';
import type { DisplayChoice } from '../page/display-choice';
import { DisplaySettings } from '../page/display-settings';
import { DisplayStore } from '../page/display-store';
import { Session } from './session';

/**
 * Carries size of text, contrast and language from one browser of a person to the next. What somebody chose in this
 * browser stays; a browser where nobody chose takes over what the account keeps.
 */
@Injectable({ providedIn: 'root' })
export class AccountDisplay {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #store = inject(DisplayStore);
  readonly #settings = inject(DisplaySettings);
  readonly #language = inject(Language);
  readonly #texts = inject(Texts);
  /** The choice at sign-in or at the last saving; null while nobody is signed in. */
  #known: string | null = null;

  constructor() {
    effect(() => {
      const person = this.#session.person();
      const shown = { ...this.#shown() };
      if (person === null) this.#known = null;
      else if (this.#known === null) untracked(() => this.#begin(person.display, shown));
      else if (this.#known !== JSON.stringify(shown)) void this.#save(shown);
    });
  }

  #shown(): DisplayChoice {
    return {
      text: this.#settings.text(),
      contrast: this.#settings.contrast(),
      language: this.#language.current(),
    };
  }

  #begin(kept: DisplayChoice | null, shown: DisplayChoice): void {
    const taken = kept === null || this.#store.chosen ? shown : kept;
    this.#known = JSON.stringify(taken);
    if (taken === shown) return;
    this.#settings.setText(taken.text);
    this.#settings.setContrast(taken.contrast);
    void this.#texts.switchTo(taken.language);
  }

  async #save(choice: DisplayChoice): Promise<void> {
    this.#known = JSON.stringify(choice);
    try {
      await this.#api.call(saveDisplay, { body: choice });
    } catch {
      // the browser has the choice, which is what the person sees; the next change is saved with it
      return;
    }
  }
}
