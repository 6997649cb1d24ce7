import { Component, computed, input } from '@angular/core';
import type { ProcedureSummary } from '@mocua/contract';
import { Localized, useTexts } from '@mocua/web/kernel';

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
        {{ procedure().field | localized }} · {{ t('public.procedure.duration') }}:
        {{ procedure().duration | localized }} · {{ t('public.procedure.fee') }}:
        {{ procedure().fee | localized }}
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
  protected readonly address = computed(() => `/thu-tuc/${encodeURIComponent(this.procedure().code)}`);
}
