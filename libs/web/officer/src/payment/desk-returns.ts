import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listDeskReturns } from '@mocua/contract';
import { formatDate, formatDong, Language, loadList, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';

/** Dossiers whose money is given back over this counter, the oldest first; each opens where it is given back. */
@Component({
  selector: 'mocua-desk-returns',
  imports: [ProblemNotice, RouterLink],
  template: `
    <h2>{{ t('officer.payment.returns') }}</h2>
    @if (list.items(); as items) {
      @if (items.length > 0) {
        <p>{{ t('officer.payment.returnsLead') }}</p>
        <ul class="mc-stack">
          @for (item of items; track item.dossierId) {
            <li class="mc-card mc-card--soft">
              <a class="mc-code" [routerLink]="['/ho-so', item.dossierId]">{{ item.code }}</a>
              <p>
                <strong>{{ money(item.amount) }}</strong> – {{ t('officer.payment.returnWhy.' + item.why) }}
                {{ t('officer.payment.returnSince', { day: day(item.since) }) }}
              </p>
            </li>
          }
        </ul>
        @if (list.hasMore()) {
          <p>
            <button type="button" class="mc-button mc-button--secondary" (click)="list.more()">
              {{ t('officer.payment.more') }}
            </button>
          </p>
        }
      } @else {
        <p class="mc-muted">{{ t('officer.payment.noReturns') }}</p>
      }
    } @else if (list.failure(); as problem) {
      <mc-problem-notice [failure]="problem" [retryable]="true" (retried)="list.reload()" />
    }
  `,
})
export class DeskReturns {
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly list = loadList(listDeskReturns, (item) => item.dossierId);

  protected money(dong: number): string {
    return formatDong(dong, this.#language.current());
  }

  protected day(instant: string): string {
    return formatDate(instant, this.#language.current());
  }
}
