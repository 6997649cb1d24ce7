import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { Contrast, TextSize } from './display-choice';
import { DisplayStore } from './display-store';

/** How this browser shows pages; written on the root element as `data-contrast` and `data-text`. */
@Injectable({ providedIn: 'root' })
export class DisplaySettings {
  readonly #store = inject(DisplayStore);
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #contrast = signal<Contrast>(this.#store.read().contrast);
  readonly #text = signal<TextSize>(this.#store.read().text);
  readonly contrast = this.#contrast.asReadonly();
  readonly text = this.#text.asReadonly();

  constructor() {
    this.#show();
  }

  setContrast(contrast: Contrast): void {
    this.#contrast.set(contrast);
    this.#store.write({ contrast });
    this.#show();
  }

  setText(text: TextSize): void {
    this.#text.set(text);
    this.#store.write({ text });
    this.#show();
  }

  #show(): void {
    this.#root.setAttribute('data-contrast', this.#contrast());
    this.#root.setAttribute('data-text', this.#text());
  }
}
