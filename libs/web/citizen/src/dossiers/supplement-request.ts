import { Component, computed, inject, input } from '@angular/core';
import type { SupplementView } from '@mocua/contract';
import { formatInstant, Language, Localized, useTexts } from '@mocua/web/kernel';

/** What the agency asks for, item by item, and until when. */
@Component({
  selector: 'mocua-supplement-request',
  imports: [Localized],
  template: `
    <section class="mc-notice mc-notice--warn" aria-labelledby="yeu-cau-bo-sung">
      <h2 id="yeu-cau-bo-sung" class="mc-notice__title">{{ t('mine.supplement.asked') }}</h2>
      <p class="mc-pre">{{ supplement().reason }}</p>
      <ol>
        @for (item of supplement().items; track item.ref) {
          <li>
            <strong>{{ item.name | localized }}</strong
            >: {{ item.instruction }}
          </li>
        }
      </ol>
      @if (until(); as date) {
        <p>{{ t('mine.supplement.until', { date }) }}</p>
      }
      <ng-content />
    </section>
  `,
})
export class SupplementRequest {
  readonly supplement = input.required<SupplementView>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly until = computed(() => {
    const until = this.supplement().answerBy;
    return until === null ? '' : formatInstant(until, this.#language.current());
  });
}
