import { Component, computed, inject, input } from '@angular/core';
import type { LocalizedText, ProcedureSummary } from '@mocua/contract';
import { Language, Localized, useTexts } from '@mocua/web/kernel';
import { firstWords } from '../procedure/first-words';

/** A card gives an idea; the page has the whole text. */
const shortText = 64;

/** A procedure in a list: its name leads to its page, the rest answers "how long, how much". */
@Component({
  selector: 'mocua-procedure-card',
  imports: [Localized],
  template: `
    <article class="mc-card">
      <h3 class="mc-card__title">
        <a [href]="address()">{{ procedure().name | localized }}</a>
      </h3>
      <p class="mc-small mc-muted">
        {{ procedure().field | localized }} · {{ t('public.procedure.duration') }}: {{ duration() }} ·
        {{ t('public.procedure.fee') }}: {{ fee() }}
      </p>
      @if (via(); as other) {
        <p class="mc-small">{{ t('public.search.via', { words: other }) }}</p>
      }
    </article>
  `,
})
export class ProcedureCard {
  readonly procedure = input.required<ProcedureSummary>();
  /** The other words it was found by; null where its name says what was asked. */
  readonly via = input<string | null>(null);
  protected readonly t = useTexts();
  readonly #language = inject(Language);
  protected readonly duration = computed(() => this.#short(this.procedure().duration));
  protected readonly fee = computed(() => this.#short(this.procedure().fee));
  protected readonly address = computed(() => `/thu-tuc/${encodeURIComponent(this.procedure().code)}`);

  #short(text: LocalizedText): string {
    return firstWords(this.#language.text(text), shortText).words;
  }
}
