import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import { useTexts } from '@mocua/web/kernel';
import { PAGE_MODEL } from './page-model.token';

/** What a page says about itself to the browser, to search engines and to whoever shares its address. */
@Injectable({ providedIn: 'root' })
export class PageHead {
  readonly #title = inject(Title);
  readonly #meta = inject(Meta);
  readonly #document = inject(DOCUMENT);
  readonly #frame = inject(PAGE_MODEL).frame;
  readonly #t = useTexts();

  /**
   * @param subject - what the page is about; empty for the home page
   * @param description - one or two sentences; the general one of the site when empty
   */
  describe(subject: string, description = '', faulty = false): void {
    const site = this.#t('public.name');
    const title = subject === '' ? `${site} – ${this.#t('public.home.heading')}` : `${subject} – ${site}`;
    this.#title.setTitle(faulty ? `${this.#t('public.error.prefix')} ${title}` : title);
    this.#meta.updateTag({ name: 'description', content: description || this.#t('public.description') });
  }

  /** The one address under which search engines shall know the page. */
  canonical(path: string): void {
    const link = this.#document.createElement('link');
    link.setAttribute('rel', 'canonical');
    link.setAttribute('href', this.#frame.origin + path);
    this.#document.head.appendChild(link);
  }

  /** For pages that belong to nobody's list of results: problems, answers to a form. */
  unlisted(): void {
    this.#meta.updateTag({ name: 'robots', content: 'noindex' });
  }
}
