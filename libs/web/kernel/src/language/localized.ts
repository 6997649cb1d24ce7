import { inject, Pipe, type PipeTransform } from '@angular/core';
import type { LocalizedText } from '@mocua/contract';
import { Language } from './language';

/** `{{ procedure.name | localized }}`; impure, because the language is a signal and not an argument. */
@Pipe({ name: 'localized', pure: false })
export class Localized implements PipeTransform {
  readonly #language = inject(Language);

  transform(text: LocalizedText | null | undefined): string {
    return this.#language.text(text);
  }
}
