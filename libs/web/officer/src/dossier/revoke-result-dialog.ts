import { Component, effect, inject, input, output, signal } from '@angular/core';
import { type DocumentView, type DossierId, revokeResult } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, useTexts } from '@mocua/web/kernel';
import { Dialog, ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';

/** Takes an issued result out of use. It cannot be undone, so it asks for the decision it rests on. */
@Component({
  selector: 'mocua-revoke-result-dialog',
  imports: [Dialog, ProblemNotice, TextField],
  template: `
    <mc-dialog [heading]="t('officer.revoke.heading')" [open]="document() !== null" (closed)="closed.emit()">
      <p>{{ t('officer.revoke.lead') }}</p>
      @if (failure(); as trouble) {
        <mc-problem-notice [failure]="trouble" />
      }
      <form novalidate (submit)="send($event)">
        <mocua-text-field
          control="revoke-number"
          [label]="t('officer.revoke.number')"
          [max]="60"
          [problem]="numberProblem()"
          [(value)]="number"
        />
        <mocua-text-field
          control="revoke-reason"
          [label]="t('officer.revoke.reason')"
          [hint]="t('officer.revoke.reasonHint')"
          [lines]="3"
          [max]="500"
          [problem]="reasonProblem()"
          [(value)]="reason"
        />
        <mocua-text-field
          control="revoke-replaced"
          [label]="t('officer.revoke.replacedBy')"
          [hint]="t('officer.revoke.replacedByHint')"
          [optional]="true"
          [max]="60"
          [(value)]="replacedBy"
        />
        <p class="mc-actions">
          <button type="submit" class="mc-button mc-button--danger" [attr.aria-disabled]="busy()">
            {{ t('officer.revoke.yes') }}
          </button>
          <button type="button" class="mc-button mc-button--secondary" (click)="closed.emit()">
            {{ t('officer.revoke.no') }}
          </button>
        </p>
      </form>
    </mc-dialog>
  `,
})
export class RevokeResultDialog {
  readonly dossierId = input.required<DossierId>();
  readonly document = input.required<DocumentView | null>();
  readonly closed = output();
  readonly revoked = output();
  readonly #api = inject(ApiClient);
  protected readonly t = useTexts();
  protected readonly number = signal('');
  protected readonly reason = signal('');
  protected readonly replacedBy = signal('');
  protected readonly numberProblem = signal('');
  protected readonly reasonProblem = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);

  constructor() {
    effect(() => {
      if (this.document() === null) return;
      for (const text of [this.number, this.reason, this.replacedBy]) text.set('');
      for (const problem of [this.numberProblem, this.reasonProblem]) problem.set('');
      this.failure.set(null);
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const document = this.document();
    const [decisionNumber, reason] = [this.number().trim(), this.reason().trim()];
    this.numberProblem.set(decisionNumber === '' ? this.t('officer.revoke.numberMissing') : '');
    this.reasonProblem.set(reason.length < 10 ? this.t('officer.revoke.reasonShort') : '');
    if (decisionNumber === '') focusOn('revoke-number');
    else if (reason.length < 10) focusOn('revoke-reason');
    if (document === null || decisionNumber === '' || reason.length < 10 || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const params = { dossierId: this.dossierId(), documentId: document.documentId };
      const body = { decisionNumber, reason, replacedBy: this.replacedBy().trim() || null };
      await this.#api.call(revokeResult, { params, body });
      this.revoked.emit();
      this.closed.emit();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
