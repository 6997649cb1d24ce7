import { DOCUMENT, inject, Injectable, REQUEST } from '@angular/core';
import { type DisplayChoice, displayChoiceOf, displayCookie } from './display-choice';

const byDefault: DisplayChoice = { text: 'normal', contrast: 'normal', language: 'vi' };

/** The choice of display of this browser: a cookie, so that a page made on the server looks right from its first paint. */
@Injectable({ providedIn: 'root' })
export class DisplayStore {
  readonly #document = inject(DOCUMENT);
  readonly #request = inject(REQUEST, { optional: true });
  /** For a browser that forbids cookies: the choice then holds for this page. */
  #current: DisplayChoice | null = null;

  /** Whether somebody chose anything in this browser. */
  get chosen(): boolean {
    return this.#read() !== null;
  }

  read(): DisplayChoice {
    return this.#read() ?? byDefault;
  }

  /** Keeps what changed and answers the whole choice. */
  write(change: Partial<DisplayChoice>): DisplayChoice {
    const choice = { ...this.read(), ...change };
    this.#current = choice;
    this.#document.cookie = displayCookie(choice);
    return choice;
  }

  #read(): DisplayChoice | null {
    if (this.#request !== null) return displayChoiceOf(this.#request.headers.get('cookie'));
    return this.#current ?? displayChoiceOf(this.#document.cookie);
  }
}
