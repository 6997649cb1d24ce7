import { Component, computed, inject, signal } from '@angular/core';
import { listReconciliations, listUnmatched, resolveUnmatched, type UnmatchedPayment } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  formatDong,
  formatInstant,
  Language,
  loadEndpoint,
  loadList,
  newIdempotencyKey,
  useTexts,
} from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';
import { ActingAssignment } from '../shell/acting-assignment';
import { CashDays } from './cash-days';

/** Money that matches nothing, and how each of the last days compared with the statement of the platform. */
@Component({
  selector: 'mocua-unmatched-page',
  imports: [CashDays, EmptyState, LoadingState, ProblemNotice, TextField],
  templateUrl: './unmatched-page.html',
})
export class UnmatchedPage {
  readonly #api = inject(ApiClient);
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  #key = newIdempotencyKey();
  protected readonly t = useTexts();
  protected readonly permitted = computed(() => this.#acting.permissions().includes('payment.reconcile'));
  protected readonly list = loadList(listUnmatched, (item) => item.unmatchedId);
  protected readonly days = loadEndpoint(listReconciliations, () => (this.permitted() ? {} : undefined));
  protected readonly chosen = signal<UnmatchedPayment | null>(null);
  protected readonly note = signal('');
  protected readonly noteProblem = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);

  protected money(dong: number): string {
    return formatDong(dong, this.#language.current());
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected day(date: string): string {
    return formatDate(date, this.#language.current());
  }

  protected choose(item: UnmatchedPayment | null): void {
    this.chosen.set(item);
    this.note.set('');
    this.noteProblem.set('');
    this.#key = newIdempotencyKey();
  }

  protected async resolve(item: UnmatchedPayment, resolution: 'return' | 'explained'): Promise<void> {
    this.noteProblem.set(this.note().trim().length < 3 ? this.t('officer.payment.noteMissing') : '');
    if (this.noteProblem() !== '') return document.getElementById('giai-thich')?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const params = { unmatchedId: item.unmatchedId };
      const body = { resolution, note: this.note() };
      await this.#api.call(resolveUnmatched, { params, body, idempotencyKey: this.#key });
      this.list.update((items) => items.filter((each) => each.unmatchedId !== item.unmatchedId));
      this.choose(null);
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
