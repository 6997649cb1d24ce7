import { Component, inject, input, output, signal } from '@angular/core';
import { type CitizenDossierView, withdrawDossier } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  isProblem,
  newIdempotencyKey,
  useTexts,
} from '@mocua/web/kernel';
import { Dialog, ProblemNotice } from '@mocua/web/ui';

const shortestReason = 3;

@Component({
  selector: 'mocua-withdraw-dialog',
  imports: [Dialog, ProblemNotice],
  templateUrl: './withdraw-dialog.html',
})
export class WithdrawDialog {
  readonly dossier = input.required<CitizenDossierView>();
  readonly open = input.required<boolean>();
  readonly closed = output();
  readonly withdrawn = output<CitizenDossierView>();
  /** The dossier has changed meanwhile; what was typed stays. */
  readonly outdated = output();
  readonly #api = inject(ApiClient);
  /** One key for this intent: a repeated click or try withdraws once. */
  #key = newIdempotencyKey();
  protected readonly t = useTexts();
  protected readonly reason = signal('');
  protected readonly error = signal('');
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);

  protected type(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
    this.#key = newIdempotencyKey();
  }

  protected async withdraw(): Promise<void> {
    const reason = this.reason().trim();
    this.error.set(reason.length < shortestReason ? this.t('mine.withdraw.reasonMissing') : '');
    if (this.error() !== '') document.getElementById('ly-do-rut')?.focus();
    if (this.error() !== '' || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    const { dossierId, version } = this.dossier();
    try {
      const body = { version, reason };
      const dossier = await this.#api.call(withdrawDossier, {
        params: { dossierId },
        body,
        idempotencyKey: this.#key,
      });
      this.withdrawn.emit(dossier);
      this.closed.emit();
    } catch (error) {
      this.failure.set(asApiFailure(error));
      if (isProblem(error, 'dossier.stale')) {
        this.#key = newIdempotencyKey();
        this.outdated.emit();
      }
    } finally {
      this.busy.set(false);
    }
  }
}
