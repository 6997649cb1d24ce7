import { inject, Injectable, signal } from '@angular/core';
import type { LocalizedText } from '@mocua/contract';
import type { Language, LanguageCode } from '@mocua/web/kernel';
import { PAGE_MODEL } from './page-model.token';

/** Takes the place of the kernel's language: the request decides it, and nothing is kept. */
@Injectable()
export class PageLanguage implements Pick<Language, 'current' | 'set' | 'text'> {
  readonly #current = signal<LanguageCode>(inject(PAGE_MODEL).frame.language);
  readonly current = this.#current.asReadonly();

  set(code: LanguageCode): void {
    this.#current.set(code);
  }

  readonly text = (text: LocalizedText | null | undefined): string => text?.[this.#current()] ?? '';
}
