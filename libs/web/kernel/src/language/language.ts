import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { LocalizedText } from '@mocua/contract';
import { DisplayStore } from '../page/display-store';

export type LanguageCode = 'vi' | 'en';

/** The language of the page. Texts in data carry both languages; `text` picks one and follows a change. */
@Injectable({ providedIn: 'root' })
export class Language {
  readonly #store = inject(DisplayStore);
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #current = signal<LanguageCode>(this.#store.read().language);
  readonly current = this.#current.asReadonly();

  constructor() {
    this.#root.lang = this.#current();
  }

  /** Only {@link Texts} calls this, after the texts of the language have arrived. */
  set(code: LanguageCode): void {
    this.#current.set(code);
    this.#store.write({ language: code });
    this.#root.lang = code;
  }

  readonly text = (text: LocalizedText | null | undefined): string => text?.[this.#current()] ?? '';
}
