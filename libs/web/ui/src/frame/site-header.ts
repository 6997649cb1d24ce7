import { Component, computed, inject, input, output } from '@angular/core';
import { Language, useTexts } from '@mocua/web/kernel';
import { Emblem } from './emblem';

/**
 * The head of every page for citizens, whether Angular runs on it or not: without script its links and its form do the same
 * by loading a page. Says what was asked for; whoever listens may do it in place.
 */
@Component({
  selector: 'mc-site-header',
  imports: [Emblem],
  templateUrl: './site-header.html',
})
export class SiteHeader {
  readonly province = input.required<string>();
  readonly emblem = input('');
  /** Path of this page: marks the link to it, and is where a change of display leads back to. */
  readonly path = input.required<string>();
  readonly signedIn = input(false);
  /** Name of whoever is signed in; empty where the page does not know it. */
  readonly person = input('');
  readonly displayAsked = output<Event>();
  readonly languageAsked = output<Event>();
  readonly logoutAsked = output();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly other = computed(() =>
    this.#language.current() === 'vi'
      ? { code: 'en', name: 'English', short: 'EN' }
      : { code: 'vi', name: 'Tiếng Việt', short: 'VI' },
  );
  protected readonly displayAddress = computed(() => `/hien-thi?tro-ve=${encodeURIComponent(this.path())}`);

  protected current(start: string): 'page' | null {
    const path = this.path().replace(/[?#].*$/u, '');
    return path === start || path.startsWith(`${start}/`) ? 'page' : null;
  }

  protected skip(event: Event): void {
    // where the page has a base address, a fragment link would leave the page
    event.preventDefault();
    const target = document.getElementById('noi-dung');
    target?.focus();
    target?.scrollIntoView();
  }
}
