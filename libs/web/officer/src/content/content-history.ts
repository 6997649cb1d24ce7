import { Component, inject, input } from '@angular/core';
import type { ContentChange } from '@mocua/contract';
import { formatInstant, Language, useTexts } from '@mocua/web/kernel';

/** Who did what to a page, newest first. */
@Component({
  selector: 'mocua-content-history',
  template: `
    <h2>{{ t('officer.content.history') }}</h2>
    <ol class="mc-timeline">
      @for (change of changes(); track $index) {
        <li [class.mc-timeline__now]="$first">
          <p class="mc-timeline__title">
            {{ t('officer.content.did.' + change.action, { version: change.version }) }}
          </p>
          <p class="mc-timeline__meta">{{ when(change.at) }} · {{ change.who }}</p>
          @if (change.note) {
            <p class="mc-timeline__note">{{ change.note }}</p>
          }
        </li>
      }
    </ol>
  `,
})
export class ContentHistory {
  readonly changes = input.required<readonly ContentChange[]>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }
}
