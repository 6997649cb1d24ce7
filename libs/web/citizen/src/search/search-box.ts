import { Component, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type ProcedureSummary, searchProcedures } from '@mocua/contract';
import { loadEndpoint, Localized, useTexts } from '@mocua/web/kernel';
import { RouterLink } from '@angular/router';

/** Pause in typing, in milliseconds, after which the server is asked. */
const pause = 250;
const shownAtOnce = 6;

/** Finds procedures while the person types, with or without tones; Enter leads to the full list. */
@Component({
  selector: 'mocua-search-box',
  imports: [RouterLink, Localized],
  templateUrl: './search-box.html',
})
export class SearchBox {
  readonly initial = input('');
  /** On the result page the list below the box would be there twice. */
  readonly instant = input(true);
  readonly #router = inject(Router);
  protected readonly t = useTexts();
  protected readonly words = signal('');
  readonly #asked = signal('');
  readonly #composing = signal(false);
  readonly #loaded = loadEndpoint(searchProcedures, () =>
    this.instant() && this.#asked().length >= 2 ? { query: { q: this.#asked() } } : undefined,
  );
  protected readonly searching = this.#loaded.loading;

  constructor() {
    effect(() => this.words.set(this.initial()));
    effect((onCleanup) => {
      const words = this.words().trim();
      if (this.#composing()) return;
      const timer = setTimeout(() => this.#asked.set(words), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected found(): readonly ProcedureSummary[] {
    return this.#asked().length >= 2 ? (this.#loaded.value()?.items ?? []).slice(0, shownAtOnce) : [];
  }

  protected status(): string {
    if (this.#asked().length < 2 || this.searching() || this.#loaded.value() === undefined) return '';
    const count = this.found().length;
    return count === 0
      ? this.t('site.search.none', { words: this.#asked() })
      : this.t('site.search.found', { count });
  }

  protected type(event: Event): void {
    this.words.set((event.target as HTMLInputElement).value);
  }

  /** Nothing is searched between the keys of a Telex or VNI word. */
  protected compose(composing: boolean): void {
    this.#composing.set(composing);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    await this.#router.navigate(['/tim-kiem'], { queryParams: { q: this.words().trim() } });
  }
}
