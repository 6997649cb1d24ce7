import { inject, Injectable, signal } from '@angular/core';
import { provideTransloco, type Translation, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Language, type LanguageCode } from './language';

/** The texts of one library: `name` is the first part of its keys, each language is a JSON file of its own. */
export interface TextScope {
  readonly name: string;
  readonly load: Readonly<Record<LanguageCode, () => Promise<Translation>>>;
}

export type TextParams = Readonly<Record<string, string | number>>;
/** Text by key, `{{ t('citizen.home.title') }}`; reading it in a template follows a change of language. */
export type Translate = (key: string, params?: TextParams) => string;

/** Loads the texts of libraries when they are first needed, and switches the language of all of them together. */
@Injectable({ providedIn: 'root' })
export class Texts {
  readonly #transloco = inject(TranslocoService);
  readonly #language = inject(Language);
  readonly #scopes = new Map<string, TextScope>();
  readonly #loads = signal(0);

  readonly translate: Translate = (key, params) => {
    this.#loads();
    return this.#transloco.translate(key, params, this.#language.current());
  };

  async ensure(...scopes: readonly TextScope[]): Promise<void> {
    for (const scope of scopes) this.#scopes.set(scope.name, scope);
    await this.#loadAll(scopes, this.#language.current());
  }

  async switchTo(code: LanguageCode): Promise<void> {
    await this.#loadAll([...this.#scopes.values()], code);
    this.#transloco.setActiveLang(code);
    this.#language.set(code);
  }

  async #loadAll(scopes: readonly TextScope[], code: LanguageCode): Promise<void> {
    await Promise.all(
      scopes.map((scope) => {
        const path = `${scope.name}/${code}`;
        return firstValueFrom(this.#transloco.load(path, { inlineLoader: { [path]: scope.load[code] } }));
      }),
    );
    this.#loads.update((count) => count + 1);
  }
}

/** Route resolver that shows a page only when its texts are there. */
export function withTexts(...scopes: readonly TextScope[]): { texts: () => Promise<void> } {
  return { texts: () => inject(Texts).ensure(...scopes) };
}

/** The lookup for templates. */
export function useTexts(): Translate {
  return inject(Texts).translate;
}

export function provideTexts() {
  return provideTransloco({
    config: {
      availableLangs: ['vi', 'en'],
      defaultLang: 'vi',
      prodMode: true,
      reRenderOnLangChange: false,
      missingHandler: { logMissingKey: true, useFallbackTranslation: false, allowEmpty: true },
    },
  });
}
