import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type OfficerDossierView, revokePaymentRequest } from '@mocua/contract';
import { ApiClient, formatDate, formatDong, Language, useTexts } from '@mocua/web/kernel';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';
import { messageAt, problemsOf } from './field-check';
import { TextField } from './text-field';

const shortest = 3;

/** Takes back what was asked for during the work, with a reason that the person reads. */
@Component({
  selector: 'mocua-revoke-payment-form',
  imports: [ActionFrame, TextField],
  template: `
    <mocua-action-frame
      name="revoke-payment"
      [heading]="t('officer.action.revoke-payment-request')"
      [submitLabel]="t('officer.revokePayment.submit')"
      [dossier]="dossier()"
      [run]="run"
      [errors]="problems()"
      [allowed]="allowed()"
      (submitted)="send()"
      (closed)="closed.emit()"
    >
      <p>{{ t('officer.revokePayment.lead') }}</p>
      @if (asked(); as text) {
        <p>{{ text }}</p>
      }
      <mocua-text-field
        control="revoke-payment-reason"
        [label]="t('officer.revokePayment.reason')"
        [hint]="t('officer.revokePayment.reasonHint')"
        [lines]="3"
        [max]="500"
        [problem]="problemAt('revoke-payment-reason')"
        [(value)]="reason"
      />
    </mocua-action-frame>
  `,
})
export class RevokePaymentForm {
  readonly dossier = input.required<OfficerDossierView>();
  readonly allowed = input.required<boolean>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly run = new ActionRun<{ reason: string }>();
  protected readonly reason = signal('');
  readonly #tried = signal(false);

  protected readonly asked = computed(() => {
    const request = this.dossier().paymentRequests.find(({ open }) => open);
    if (!request) return '';
    const language = this.#language.current();
    return this.t('officer.revokePayment.asked', {
      name: this.#language.text(request.name),
      amount: formatDong(request.amount, language),
      day: formatDate(request.payBy, language),
    });
  });
  protected readonly problems = computed(() =>
    problemsOf(
      [{ target: 'revoke-payment-reason', path: '/reason', problem: this.#tooShort() }],
      this.run.fields(),
    ),
  );

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected async send(): Promise<void> {
    this.#tried.set(true);
    if (this.#tooShort() !== '') return;
    const { dossierId } = this.dossier();
    const done = await this.run.send({ reason: this.reason() }, (body, idempotencyKey) =>
      this.#api.call(revokePaymentRequest, { params: { dossierId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }

  #tooShort(): string {
    const label = this.t('officer.revokePayment.reason');
    return this.#tried() && this.reason().trim().length < shortest
      ? this.t('officer.action.writeAtLeast', { min: shortest, label })
      : '';
  }
}
