import { Component, inject, input, output } from '@angular/core';
import { type OfficerDossierView, sendSupplement, type SupplementId } from '@mocua/contract';
import { ApiClient, useTexts } from '@mocua/web/kernel';
import { DossierStore } from '../dossier/dossier-store';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';
import { SupplementSummary } from './supplement-summary';

/** The one-stop sends what the specialist prepared; from then on the clock pauses. */
@Component({
  selector: 'mocua-send-supplement-form',
  imports: [ActionFrame, SupplementSummary],
  template: `
    <mocua-action-frame
      name="send-supplement"
      [heading]="t('officer.action.send-supplement')"
      [submitLabel]="t('officer.send.submit')"
      [dossier]="dossier()"
      [run]="run"
      [allowed]="allowed()"
      (submitted)="send()"
      (closed)="closed.emit()"
    >
      <p>{{ t('officer.send.lead') }}</p>
      @if (dossier().supplement; as supplement) {
        <mocua-supplement-summary
          [supplement]="supplement"
          [form]="dossier().form"
          [components]="store.componentNames()"
        />
      }
    </mocua-action-frame>
  `,
})
export class SendSupplementForm {
  readonly dossier = input.required<OfficerDossierView>();
  readonly allowed = input.required<boolean>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts();
  protected readonly store = inject(DossierStore);
  readonly #api = inject(ApiClient);
  protected readonly run = new ActionRun<{ supplementId: SupplementId }>();

  protected async send(): Promise<void> {
    const { dossierId, supplement } = this.dossier();
    if (!supplement) return;
    const done = await this.run.send({ supplementId: supplement.supplementId }, (body, idempotencyKey) =>
      this.#api.call(sendSupplement, { params: { dossierId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }
}
