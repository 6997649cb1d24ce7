import { Component, inject } from '@angular/core';
import {
  type Contrast,
  DisplaySettings,
  Language,
  type LanguageCode,
  Texts,
  type TextSize,
  useTexts,
} from '@mocua/web/kernel';

interface Choice<T> {
  readonly value: T;
  readonly label: string;
}

let count = 0;

/** Language, size of text and contrast; every choice takes effect at once and is kept in this browser. */
@Component({
  selector: 'mc-display-settings',
  templateUrl: './display-settings-panel.html',
})
export class DisplaySettingsPanel {
  readonly #texts = inject(Texts);
  /** The panel may stand on a page and in a dialog at once. */
  protected readonly id = `mc-display-${String((count += 1))}`;
  protected readonly settings = inject(DisplaySettings);
  protected readonly language = inject(Language);
  protected readonly t = useTexts();
  protected readonly languages: readonly Choice<LanguageCode>[] = [
    { value: 'vi', label: 'Tiếng Việt' },
    { value: 'en', label: 'English' },
  ];
  protected readonly sizes: readonly Choice<TextSize>[] = [
    { value: 'normal', label: 'ui.display.textNormal' },
    { value: 'large', label: 'ui.display.textLarge' },
    { value: 'larger', label: 'ui.display.textLarger' },
    { value: 'largest', label: 'ui.display.textLargest' },
    { value: 'double', label: 'ui.display.textDouble' },
  ];
  protected readonly contrasts: readonly Choice<Contrast>[] = [
    { value: 'normal', label: 'ui.display.contrastNormal' },
    { value: 'high', label: 'ui.display.contrastHigh' },
  ];

  protected async speak(code: LanguageCode): Promise<void> {
    await this.#texts.switchTo(code);
  }
}
