import { Component, computed, inject, input, signal } from '@angular/core';
import {
  getDossierPayments,
  type OfficerDossierView,
  type ReceivedPayment,
  requestRefund,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDong,
  formatInstant,
  Language,
  loadEndpoint,
  newIdempotencyKey,
  useTexts,
} from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';
import { ActingAssignment } from '../shell/acting-assignment';

/** What was paid for a dossier; and how it is given back where the dossier ended without a result or costs less by now. */
@Component({
  selector: 'mocua-dossier-payments',
  imports: [ProblemNotice, TextField],
  template: `
    @if (payments.value(); as view) {
      @if (failure(); as problem) {
        <mc-problem-notice [failure]="problem" />
      }
      <p role="status">{{ asked() }}</p>
      @if (!view.ended && overpaid() > 0 && asked() === '') {
        <p class="mc-notice">{{ t('officer.payment.overpaid', { amount: money(overpaid()) }) }}</p>
      }
      <ul>
        @for (payment of view.received; track payment.orderId) {
          <li>
            {{ line(payment) }}
            @if (payment.refundedAt !== null) {
              <strong>{{ t('officer.payment.refunded') }}</strong>
            } @else {
              @if (payment.returned > 0) {
                <strong>{{ t('officer.payment.refundedPart', { amount: money(payment.returned) }) }}</strong>
              }
            }
            @if (returnable(payment); as amount) {
              <mocua-text-field
                [control]="'ly-do-hoan-' + payment.orderId"
                [label]="t('officer.payment.refundReason')"
                [max]="500"
                [problem]="problem()"
                [(value)]="reason"
              />
              <button
                type="button"
                class="mc-button mc-button--secondary"
                [attr.aria-disabled]="busy()"
                (click)="refund(payment, amount)"
              >
                {{ t('officer.payment.refund', { amount: money(amount) }) }}
              </button>
            }
          </li>
        }
      </ul>
    } @else if (payments.failure(); as problem) {
      <mc-problem-notice [failure]="problem" [retryable]="true" (retried)="payments.reload()" />
    }
  `,
})
export class DossierPayments {
  readonly dossier = input.required<Pick<OfficerDossierView, 'dossierId' | 'version'>>();
  readonly #api = inject(ApiClient);
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  readonly #key = newIdempotencyKey();
  protected readonly t = useTexts();
  protected readonly mayRefund = computed(() => this.#acting.permissions().includes('payment.refund'));
  protected readonly payments = loadEndpoint(getDossierPayments, () => {
    const { dossierId, version } = this.dossier();
    return version > 0 ? { params: { dossierId } } : undefined;
  });
  protected readonly overpaid = computed(() =>
    (this.payments.value()?.returnable ?? []).reduce((sum, { amount }) => sum + amount, 0),
  );
  protected readonly reason = signal('');
  protected readonly problem = signal('');
  protected readonly asked = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);

  protected money(dong: number): string {
    return formatDong(dong, this.#language.current());
  }

  protected line({ amount, method, paidAt, receipt }: ReceivedPayment): string {
    const at = formatInstant(paidAt, this.#language.current());
    return this.t(`officer.payment.line.${method}`, { amount: this.money(amount), at, receipt });
  }

  /** What this officer may give back of a payment now. */
  protected returnable({ orderId }: ReceivedPayment): number {
    if (!this.mayRefund() || this.asked() !== '') return 0;
    return this.payments.value()?.returnable.find((each) => each.orderId === orderId)?.amount ?? 0;
  }

  protected async refund({ orderId, method }: ReceivedPayment, amount: number): Promise<void> {
    this.problem.set(this.reason().trim().length < 3 ? this.t('officer.payment.noteMissing') : '');
    if (this.problem() !== '') return document.getElementById(`ly-do-hoan-${orderId}`)?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const params = { dossierId: this.dossier().dossierId };
      const body = { orderId, reason: this.reason() };
      this.payments.set(await this.#api.call(requestRefund, { params, body, idempotencyKey: this.#key }));
      const done = method === 'cash' ? 'officer.payment.paidOut' : 'officer.payment.refundAsked';
      this.asked.set(this.t(done, { amount: this.money(amount) }));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
