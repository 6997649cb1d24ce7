import { Injectable, signal } from '@angular/core';
import type { LocalizedText } from '@mocua/contract';
import type { Language, LanguageCode } from '@mocua/web/kernel';

/** The language of one visitor: begins in Vietnamese, and nothing of the choice stays on the device. */
@Injectable({ providedIn: 'root' })
export class KioskLanguage implements Pick<Language, 'current' | 'set' | 'text'> {
  readonly #current = signal<LanguageCode>('vi');
  readonly current = this.#current.asReadonly();

  set(code: LanguageCode): void {
    this.#current.set(code);
    document.documentElement.lang = code;
  }

  readonly text = (text: LocalizedText | null | undefined): string => text?.[this.#current()] ?? '';
}
