import { Component, computed, inject, input, output, signal } from '@angular/core';
import { confirmSupplement, type OfficerDossierView, type SupplementId } from '@mocua/contract';
import { ApiClient, useTexts } from '@mocua/web/kernel';
import { DossierStore } from '../dossier/dossier-store';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';
import { messageAt, problemsOf } from './field-check';
import { SupplementSummary } from './supplement-summary';
import { TextField } from './text-field';

/** Says whether the applicant's answer is complete; if it is, the clock runs on. */
@Component({
  selector: 'mocua-confirm-supplement-form',
  imports: [ActionFrame, SupplementSummary, TextField],
  templateUrl: './confirm-supplement-form.html',
})
export class ConfirmSupplementForm {
  readonly dossier = input.required<OfficerDossierView>();
  readonly allowed = input.required<boolean>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts();
  protected readonly store = inject(DossierStore);
  readonly #api = inject(ApiClient);
  protected readonly run = new ActionRun<{ supplementId: SupplementId; complete: boolean; note?: string }>();
  protected readonly complete = signal<boolean | null>(null);
  protected readonly note = signal('');
  readonly #tried = signal(false);

  readonly #choiceProblem = computed(() =>
    this.#tried() && this.complete() === null
      ? this.t('officer.action.chooseOne', { label: this.t('officer.confirm.question') })
      : '',
  );
  readonly #noteProblem = computed(() =>
    this.#tried() && this.complete() === false && this.note().trim().length < 3
      ? this.t('officer.action.writeAtLeast', { min: 3, label: this.t('officer.confirm.note') })
      : '',
  );
  protected readonly problems = computed(() =>
    problemsOf(
      [
        { target: 'confirm-complete', path: '/complete', problem: this.#choiceProblem() },
        { target: 'confirm-note', path: '/note', problem: this.#noteProblem() },
      ],
      this.run.fields(),
    ),
  );

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected async send(): Promise<void> {
    this.#tried.set(true);
    const { dossierId, supplement } = this.dossier();
    const complete = this.complete();
    if (!supplement || complete === null || this.#noteProblem() !== '') return;
    const note = this.note().trim() === '' ? {} : { note: this.note() };
    const done = await this.run.send(
      { supplementId: supplement.supplementId, complete, ...note },
      (body, idempotencyKey) =>
        this.#api.call(confirmSupplement, { params: { dossierId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }
}
