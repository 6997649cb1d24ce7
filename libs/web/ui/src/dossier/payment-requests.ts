import { Component, computed, inject, input } from '@angular/core';
import type { PaymentRequestView } from '@mocua/contract';
import { formatDate, formatDong, Language, Localized, useTexts } from '@mocua/web/kernel';

/** What was asked for during the work: why, how much and how that came about, on which ground, who pays and until when. */
@Component({
  selector: 'mc-payment-requests',
  imports: [Localized],
  template: `
    <h2>{{ t('dossier.paymentRequests.heading') }}</h2>
    @for (request of requests(); track request.requestedAt) {
      <section class="mc-card mc-card--soft" [attr.aria-label]="request.name | localized">
        <h3>{{ request.name | localized }}</h3>
        <p [class.mc-notice]="request.open">{{ standing(request) }}</p>
        <dl class="mc-summary-list">
          @if (request.revoked; as revoked) {
            <div>
              <dt>{{ t('dossier.paymentRequests.revokedWhy') }}</dt>
              <dd>{{ revoked.reason }}</dd>
            </div>
          }
          <div>
            <dt>{{ t('dossier.paymentRequests.amount') }}</dt>
            <dd>
              <p>
                <strong>{{ money(request.amount) }}</strong>
              </p>
              @for (line of request.lines; track $index) {
                @if (request.lines.length > 1) {
                  <p>{{ line.name | localized }}: {{ line.explanation | localized }}</p>
                } @else {
                  <p>{{ line.explanation | localized }}</p>
                }
              }
            </dd>
          </div>
          <div>
            <dt>{{ t('dossier.paymentRequests.payBy') }}</dt>
            <dd>{{ day(request.payBy) }}</dd>
          </div>
          <div>
            <dt>{{ t('dossier.paymentRequests.why') }}</dt>
            <dd>{{ request.reason }}</dd>
          </div>
          @if (request.document; as document) {
            <div>
              <dt>{{ t('dossier.paymentRequests.paper') }}</dt>
              <dd>
                {{
                  t('dossier.paymentRequests.document', {
                    name: language.text(document.name),
                    number: document.number,
                    date: day(document.date),
                  })
                }}
              </dd>
            </div>
          }
          <div>
            <dt>{{ t('dossier.paymentRequests.payer') }}</dt>
            <dd>{{ t('dossier.paymentRequests.payers.' + request.payer) }}</dd>
          </div>
          <div>
            <dt>{{ t('dossier.paymentRequests.basis') }}</dt>
            <dd>{{ request.basis }}</dd>
          </div>
        </dl>
      </section>
    }
  `,
})
export class PaymentRequests {
  readonly all = input.required<readonly PaymentRequestView[]>();
  protected readonly language = inject(Language);
  protected readonly t = useTexts();
  /** The latest first: it is the one that may wait. */
  protected readonly requests = computed(() => [...this.all()].reverse());

  protected standing({ open, overdue, revoked }: PaymentRequestView): string {
    if (revoked !== null) {
      const day = formatDate(revoked.at, this.language.current());
      return this.t('dossier.paymentRequests.revoked', { day });
    }
    if (overdue) return this.t('dossier.paymentRequests.overdue');
    return this.t(open ? 'dossier.paymentRequests.open' : 'dossier.paymentRequests.settled');
  }

  protected money(dong: number): string {
    return formatDong(dong, this.language.current());
  }

  protected day(date: string): string {
    return formatDate(date, this.language.current());
  }
}
