import { Component, computed, inject, input } from '@angular/core';
import { formatTime, Language, useTexts } from '@mocua/web/kernel';
import type { SaveState } from './draft-saver';

/** Whether what was typed is safe, in words. */
@Component({
  selector: 'mocua-save-status',
  template: `<p class="mc-small mc-muted mc-no-print" role="status">{{ text() }}</p>`,
})
export class SaveStatus {
  readonly state = input.required<SaveState | null>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly text = computed(() => {
    const state = this.state();
    if (state === null) return '';
    return state.kind === 'saved'
      ? this.t('filing.save.saved', { time: formatTime(state.at, this.#language.current()) })
      : this.t(`filing.save.${state.kind}`);
  });
}
