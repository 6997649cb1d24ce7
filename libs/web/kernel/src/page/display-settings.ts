import { Injectable, signal } from '@angular/core';
import { readPreference, writePreference } from '../local/preferences';

export type Contrast = 'normal' | 'high';
export type TextSize = 'normal' | 'large' | 'larger';

/** How this browser shows pages; written on the root element as `data-contrast` and `data-text`. */
@Injectable({ providedIn: 'root' })
export class DisplaySettings {
  readonly #contrast = signal<Contrast>(readPreference('contrast') === 'high' ? 'high' : 'normal');
  readonly #text = signal<TextSize>(textSize(readPreference('text')));
  readonly contrast = this.#contrast.asReadonly();
  readonly text = this.#text.asReadonly();

  constructor() {
    this.#show();
  }

  setContrast(contrast: Contrast): void {
    this.#contrast.set(contrast);
    writePreference('contrast', contrast);
    this.#show();
  }

  setText(size: TextSize): void {
    this.#text.set(size);
    writePreference('text', size);
    this.#show();
  }

  #show(): void {
    const root = document.documentElement.dataset;
    root['contrast'] = this.#contrast();
    root['text'] = this.#text();
  }
}

function textSize(value: string | null): TextSize {
  return value === 'large' || value === 'larger' ? value : 'normal';
}
