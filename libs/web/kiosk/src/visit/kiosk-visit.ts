import { computed, inject, Injectable, signal } from '@angular/core';
import type { PartyId, ProcedureView, SubmissionReceipt } from '@mocua/contract';
import { Session } from '@mocua/web/kernel';

/** Where a person goes once they are signed in. */
export type Errand = '/nop-ho-so' | '/ket-qua-cua-toi';

/** A receipt together with what it is for. */
export interface FiledDossier {
  readonly receipt: SubmissionReceipt;
  readonly procedureName: string;
}

/** What one person at the machine is about. Lives in memory alone; {@link forget} drops all of it. */
@Injectable({ providedIn: 'root' })
export class KioskVisit {
  readonly #session = inject(Session);
  readonly procedure = signal<ProcedureView | null>(null);
  readonly errand = signal<Errand | null>(null);
  /** For whom the form is filled in; null: for oneself, or not asked yet. */
  readonly owner = signal<PartyId | null>(null);
  readonly filed = signal<FiledDossier | null>(null);
  readonly person = this.#session.person;

  readonly begun = computed(
    () =>
      this.person() !== null || this.procedure() !== null || this.filed() !== null || this.errand() !== null,
  );

  forget(): void {
    this.procedure.set(null);
    this.errand.set(null);
    this.owner.set(null);
    this.filed.set(null);
    this.#session.actFor(null);
  }
}
