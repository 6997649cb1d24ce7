import { Injectable, signal } from '@angular/core';
import type { Contrast, DisplaySettings, TextSize } from '@mocua/web/kernel';

/** Text size and contrast of one visitor, on the root element only: up to 42 pixels. */
@Injectable({ providedIn: 'root' })
export class KioskDisplay implements Pick<DisplaySettings, 'contrast' | 'text' | 'setContrast' | 'setText'> {
  readonly #contrast = signal<Contrast>('normal');
  readonly #text = signal<TextSize>('normal');
  readonly contrast = this.#contrast.asReadonly();
  readonly text = this.#text.asReadonly();

  constructor() {
    this.#show();
  }

  setContrast(contrast: Contrast): void {
    this.#contrast.set(contrast);
    this.#show();
  }

  setText(size: TextSize): void {
    this.#text.set(size);
    this.#show();
  }

  #show(): void {
    const root = document.documentElement.dataset;
    root['contrast'] = this.#contrast();
    root['text'] = this.#text();
  }
}
