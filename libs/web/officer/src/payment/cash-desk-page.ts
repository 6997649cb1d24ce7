import { Component, computed, inject, signal, viewChild } from '@angular/core';
import {
  type CashDue,
  type CashReceipt,
  closeCashDesk,
  findCashDue,
  getCashDesk,
  takeCash,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDong,
  formatInstant,
  Language,
  loadEndpoint,
  Localized,
  newIdempotencyKey,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';
import { ActingAssignment } from '../shell/acting-assignment';
import { DeskReturns } from './desk-returns';
import { HandOvers } from './hand-overs';
import { readDong } from './read-dong';

/** The cash desk: find a dossier by its code, take what it owes, and close the day by counting. */
@Component({
  selector: 'mocua-cash-desk-page',
  imports: [DeskReturns, HandOvers, LoadingState, Localized, ProblemNotice, TextField],
  templateUrl: './cash-desk-page.html',
})
export class CashDeskPage {
  readonly #api = inject(ApiClient);
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  /** One key for each sum that is taken: a repeated press takes it once. */
  #key = newIdempotencyKey();
  protected readonly t = useTexts();
  protected readonly permitted = computed(() => this.#acting.permissions().includes('payment.collect'));
  protected readonly desk = loadEndpoint(getCashDesk, () => (this.permitted() ? {} : undefined));
  protected readonly handOvers = viewChild(HandOvers);
  protected readonly code = signal('');
  protected readonly due = signal<CashDue | null>(null);
  protected readonly taken = signal<CashReceipt | null>(null);
  protected readonly counted = signal('');
  protected readonly note = signal('');
  protected readonly countProblem = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);

  protected money(dong: number): string {
    return formatDong(dong, this.#language.current());
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected async find(event: Event): Promise<void> {
    event.preventDefault();
    this.taken.set(null);
    await this.#run(async () => {
      this.due.set(null);
      this.due.set(await this.#api.call(findCashDue, { query: { code: this.code().trim() } }));
      this.#key = newIdempotencyKey();
    });
  }

  protected async take(due: CashDue): Promise<void> {
    await this.#run(async () => {
      const body = { dossierId: due.dossierId, amount: due.due };
      this.taken.set(await this.#api.call(takeCash, { body, idempotencyKey: this.#key }));
      this.due.set(null);
      this.code.set('');
      this.desk.reload();
    });
  }

  protected async close(event: Event): Promise<void> {
    event.preventDefault();
    const counted = readDong(this.counted());
    this.countProblem.set(counted === null ? this.t('officer.payment.countMissing') : '');
    if (counted === null) return document.getElementById('da-dem')?.focus();
    await this.#run(async () => {
      const body = { counted, note: this.note() };
      this.desk.set(await this.#api.call(closeCashDesk, { body }));
      this.handOvers()?.reload(); // what was counted for another unit is on its way now
    });
  }

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
