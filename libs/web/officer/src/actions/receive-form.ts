import { Component, computed, inject, input, output, signal } from '@angular/core';
import { listUnitOptions, type OfficerDossierView, receiveDossier, type UnitId } from '@mocua/contract';
import { ApiClient, formatInstant, Language, loadEndpoint, useTexts } from '@mocua/web/kernel';
import { DossierStore } from '../dossier/dossier-store';
import { ActionFrame } from './action-frame';
import { ActionRun } from './action-run';
import { messageAt, problemsOf } from './field-check';
import { TextField } from './text-field';
import { UnpaidNotice } from './unpaid-notice';

interface Reception {
  competentUnitId?: UnitId;
  note?: string;
}

/** Receives the dossier; says beforehand what that sets in motion. */
@Component({
  selector: 'mocua-receive-form',
  imports: [ActionFrame, TextField, UnpaidNotice],
  templateUrl: './receive-form.html',
})
export class ReceiveForm {
  readonly dossier = input.required<OfficerDossierView>();
  readonly allowed = input.required<boolean>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  readonly #api = inject(ApiClient);
  protected readonly run = new ActionRun<Reception>();
  /** Another unit than the one the applicant named; empty: keep it. */
  protected readonly unit = signal('');
  protected readonly note = signal('');

  protected readonly procedure = inject(DossierStore).procedure;
  protected readonly units = loadEndpoint(listUnitOptions, () => ({
    query: { filter: 'register-keeper' as const },
  }));
  protected readonly otherUnits = computed(
    () =>
      this.units.value()?.items.filter((unit) => unit.unitId !== this.dossier().competentUnit.unitId) ?? [],
  );
  protected readonly competent = computed(
    () =>
      this.otherUnits().find((unit) => unit.unitId === this.unit())?.name ??
      this.dossier().competentUnit.name,
  );
  protected readonly travels = computed(() => {
    const competent = this.unit() || this.dossier().competentUnit.unitId;
    return competent !== this.dossier().receivingUnit.unitId;
  });
  protected readonly problems = computed(() =>
    problemsOf(
      [
        { target: 'receive-unit', path: '/competentUnitId', problem: '' },
        { target: 'receive-note', path: '/note', problem: '' },
      ],
      this.run.fields(),
    ),
  );

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }

  protected choose(event: Event): void {
    this.unit.set((event.target as HTMLSelectElement).value);
  }

  protected async send(): Promise<void> {
    const chosen = this.otherUnits().find((unit) => unit.unitId === this.unit());
    const typed: Reception = {
      ...(chosen ? { competentUnitId: chosen.unitId } : {}),
      ...(this.note().trim() === '' ? {} : { note: this.note() }),
    };
    const { dossierId } = this.dossier();
    const done = await this.run.send(typed, (body, idempotencyKey) =>
      this.#api.call(receiveDossier, { params: { dossierId }, body, idempotencyKey }),
    );
    if (done) this.done.emit();
  }
}
