import { Component, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listReceptionAlerts } from '@mocua/contract';
import { formatInstant, Language, loadEndpoint, useTexts } from '@mocua/web/kernel';

/** Dossiers of the unit that nobody has received in time; gone as soon as somebody acts on them. */
@Component({
  selector: 'mocua-reception-alerts',
  imports: [RouterLink],
  template: `
    @if (alerts.value()?.items; as items) {
      @if (items.length > 0) {
        <section class="mc-notice mc-notice--warn" aria-labelledby="nhac-tiep-nhan">
          <h2 id="nhac-tiep-nhan" class="mc-notice__title">
            {{ t('officer.alerts.title', { count: items.length }) }}
          </h2>
          <p>{{ t('officer.alerts.lead') }}</p>
          <ul>
            @for (alert of items; track alert.dossierId) {
              <li>
                <a class="mc-code" [routerLink]="['/ho-so', alert.dossierId]">{{ alert.transactionCode }}</a>
                @if (alert.answerBy; as limit) {
                  {{ t('officer.alerts.answerBy', { at: when(limit) }) }}
                }
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
})
export class ReceptionAlerts {
  /** When the list beside it was read; the alerts are read anew with it. */
  readonly refreshedAt = input.required<number | null>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly alerts = loadEndpoint(listReceptionAlerts, () => ({}));

  constructor() {
    effect(() => {
      if (this.refreshedAt() !== null) untracked(() => this.alerts.reload());
    });
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }
}
