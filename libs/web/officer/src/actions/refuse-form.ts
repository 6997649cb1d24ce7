import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type OfficerDossierView, refuseDossier } from '@mocua/contract';
import { ApiClient, useTexts } from '@mocua/web/kernel';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';
import { messageAt, problemsOf } from './field-check';
import { TextField } from './text-field';

/** Refuses reception with a reason and its legal ground (form 03). */
@Component({
  selector: 'mocua-refuse-form',
  imports: [ActionFrame, TextField],
  template: `
    <mocua-action-frame
      name="refuse"
      [heading]="t('officer.action.refuse')"
      [submitLabel]="t('officer.refuse.submit')"
      [danger]="true"
      [dossier]="dossier()"
      [run]="run"
      [errors]="problems()"
      [allowed]="allowed()"
      (submitted)="send()"
      (closed)="closed.emit()"
    >
      <p>{{ t('officer.refuse.lead') }}</p>
      <mocua-text-field
        control="refuse-reason"
        [label]="t('officer.refuse.reason')"
        [hint]="t('officer.refuse.reasonHint')"
        [lines]="4"
        [max]="2000"
        [problem]="problemAt('refuse-reason')"
        [(value)]="reason"
      />
      <mocua-text-field
        control="refuse-ground"
        [label]="t('officer.refuse.ground')"
        [hint]="t('officer.refuse.groundHint')"
        [max]="500"
        [problem]="problemAt('refuse-ground')"
        [(value)]="ground"
      />
    </mocua-action-frame>
  `,
})
export class RefuseForm {
  readonly dossier = input.required<OfficerDossierView>();
  readonly allowed = input.required<boolean>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  protected readonly run = new ActionRun<{ reason: string; ground: string }>();
  protected readonly reason = signal('');
  protected readonly ground = signal('');
  readonly #tried = signal(false);

  protected readonly problems = computed(() =>
    problemsOf(
      [
        { target: 'refuse-reason', path: '/reason', problem: this.#tooShort(this.reason(), 10, 'reason') },
        { target: 'refuse-ground', path: '/ground', problem: this.#tooShort(this.ground(), 3, 'ground') },
      ],
      this.run.fields(),
    ),
  );

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected async send(): Promise<void> {
    this.#tried.set(true);
    if (
      this.#tooShort(this.reason(), 10, 'reason') !== '' ||
      this.#tooShort(this.ground(), 3, 'ground') !== ''
    )
      return;
    const { dossierId } = this.dossier();
    const done = await this.run.send(
      { reason: this.reason(), ground: this.ground() },
      (body, idempotencyKey) =>
        this.#api.call(refuseDossier, { params: { dossierId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }

  #tooShort(value: string, min: number, field: 'reason' | 'ground'): string {
    const label = this.t(`officer.refuse.${field}`);
    return this.#tried() && value.trim().length < min
      ? this.t('officer.action.writeAtLeast', { min, label })
      : '';
  }
}
