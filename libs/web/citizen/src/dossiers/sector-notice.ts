import { Component, inject, input } from '@angular/core';
import { type DossierId, listMyHandovers } from '@mocua/contract';
import { formatInstant, Language, loadEndpoint, Localized, useTexts } from '@mocua/web/kernel';

/** Says in plain words that another agency's system works on the dossier, what it got and for what. */
@Component({
  selector: 'mocua-sector-notice',
  imports: [Localized],
  template: `
    @for (step of loaded.value()?.items ?? []; track $index) {
      <section class="mc-card mc-card--soft" [attr.aria-labelledby]="'co-quan-khac-' + $index">
        <h2 [id]="'co-quan-khac-' + $index" class="mc-card__title">{{ t('mine.sector.heading') }}</h2>
        <p>{{ t('mine.sector.' + step.standing, { system: language.text(step.system) }) }}</p>
        @if (step.since; as since) {
          <p class="mc-muted mc-small">{{ t('mine.sector.since', { time: when(since) }) }}</p>
        }
        <p>
          <span class="mc-small mc-muted">{{ t('mine.sector.why') }}:</span> {{ step.purpose | localized }}
        </p>
        @if (step.handedOver.length > 0) {
          <details>
            <summary>{{ t('mine.sector.what') }}</summary>
            <ul>
              @for (name of step.handedOver; track $index) {
                <li>{{ name | localized }}</li>
              }
            </ul>
          </details>
        }
      </section>
    }
  `,
})
export class SectorNotice {
  readonly dossierId = input.required<DossierId>();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly loaded = loadEndpoint(listMyHandovers, () => ({
    params: { dossierId: this.dossierId() },
  }));

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }
}
