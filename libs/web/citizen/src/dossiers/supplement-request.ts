import { Component, computed, inject, input } from '@angular/core';
import type { FormDefinition, SupplementItem, SupplementView } from '@mocua/contract';
import { formatInstant, Language, useTexts } from '@mocua/web/kernel';

/** What the agency asks for, item by item, and until when. */
@Component({
  selector: 'mocua-supplement-request',
  template: `
    <section class="mc-notice mc-notice--warn" aria-labelledby="yeu-cau-bo-sung">
      <h2 id="yeu-cau-bo-sung" class="mc-notice__title">{{ t('mine.supplement.asked') }}</h2>
      <p class="mc-pre">{{ supplement().reason }}</p>
      <ol>
        @for (item of supplement().items; track item.ref) {
          <li>
            <strong>{{ label(item) }}</strong
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
  readonly form = input.required<FormDefinition>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly until = computed(() => {
    const until = this.supplement().answerBy;
    return until === null ? '' : formatInstant(until, this.#language.current());
  });
  readonly #labels = computed(() => {
    const sections = this.form().pages.flatMap((page) => page.sections);
    const fields = sections.flatMap((section) => section.fields);
    return new Map(fields.map((field) => [field.id, this.#language.text(field.label)]));
  });

  protected label(item: SupplementItem): string {
    return this.#labels().get(item.ref) ?? this.t(`mine.supplement.${item.kind}`);
  }
}
