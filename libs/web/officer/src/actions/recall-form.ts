import { Component, inject, input, output } from '@angular/core';
import { type OfficerDossierView, recallParcel } from '@mocua/contract';
import { ApiClient, useTexts } from '@mocua/web/kernel';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';

/** The officer holds the paper again; from then on it can be handed over at the counter. */
@Component({
  selector: 'mocua-recall-form',
  imports: [ActionFrame],
  template: `
    <mocua-action-frame
      name="recall"
      [heading]="t('officer.action.recall-parcel')"
      [submitLabel]="t('officer.post.recallSubmit')"
      [dossier]="dossier()"
      [run]="run"
      [allowed]="allowed()"
      (submitted)="send()"
      (closed)="closed.emit()"
    >
      <p>{{ t('officer.post.recallLead') }}</p>
    </mocua-action-frame>
  `,
})
export class RecallForm {
  readonly dossier = input.required<OfficerDossierView>();
  readonly allowed = input.required<boolean>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  protected readonly run = new ActionRun<Record<never, never>>();

  protected async send(): Promise<void> {
    const { dossierId } = this.dossier();
    const done = await this.run.send({}, (body, idempotencyKey) =>
      this.#api.call(recallParcel, { params: { dossierId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }
}
