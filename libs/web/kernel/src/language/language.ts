import { Injectable, signal } from '@angular/core';
import type { LocalizedText } from '@mocua/contract';
import { readPreference, writePreference } from '../local/preferences';

export type LanguageCode = 'vi' | 'en';

/** The language of the page. Texts in data carry both languages; `text` picks one and follows a change. */
@Injectable({ providedIn: 'root' })
export class Language {
  readonly #current = signal<LanguageCode>(readPreference('language') === 'en' ? 'en' : 'vi');
  readonly current = this.#current.asReadonly();

  constructor() {
    document.documentElement.lang = this.#current();
  }

  /** Only {@link Texts} calls this, after the texts of the language have arrived. */
  set(code: LanguageCode): void {
    this.#current.set(code);
    writePreference('language', code);
    document.documentElement.lang = code;
  }

  readonly text = (text: LocalizedText | null | undefined): string => text?.[this.#current()] ?? '';
}
