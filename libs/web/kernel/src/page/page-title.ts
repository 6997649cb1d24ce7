import { effect, inject, Injectable, InjectionToken, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Texts } from '../language/texts';

/** Text key of the site's own name, the tail of every title. */
export const SITE_NAME = new InjectionToken<string>('site name key');

/** Titles are text keys in the routes; a page may put its own subject or "Lỗi:" in front. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  readonly #title = inject(Title);
  readonly #texts = inject(Texts);
  readonly #siteName = inject(SITE_NAME);
  readonly #key = signal<string | null>(null);
  readonly #subject = signal<string | null>(null);
  readonly #faulty = signal(false);

  constructor() {
    super();
    effect(() => {
      const key = this.#key();
      const page = this.#subject() ?? (key === null ? null : this.#texts.translate(key));
      const parts = [page, this.#texts.translate(this.#siteName)].filter((part) => part !== null);
      this.#title.setTitle(
        `${this.#faulty() ? `${this.#texts.translate('kernel.errorPrefix')} ` : ''}${parts.join(' – ')}`,
      );
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.#subject.set(null);
    this.#faulty.set(false);
    this.#key.set(this.buildTitle(snapshot) ?? null);
  }

  /** For pages about one thing, for example the name of a procedure. */
  about(subject: string): void {
    this.#subject.set(subject);
  }

  /** Whether the page shows an error summary. */
  faulty(faulty: boolean): void {
    this.#faulty.set(faulty);
  }
}
