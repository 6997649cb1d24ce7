import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type PreparedReport, prepareReport, type ReportStandingView } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, newIdempotencyKey, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';
import { finishedMonths, monthInWords } from './report-words';

const shownMonths = 12;
const shortestReason = 10;

/** Makes a version of the report of a month that is over; says why where the month has one already. */
@Component({
  selector: 'mocua-prepare-report-form',
  imports: [ProblemNotice, TextField],
  templateUrl: './prepare-report-form.html',
})
export class PrepareReportForm {
  /** Versions that are there. */
  readonly known = input.required<readonly ReportStandingView[]>();
  readonly prepared = output<PreparedReport>();
  readonly closed = output();
  readonly #api = inject(ApiClient);
  #key = newIdempotencyKey();
  protected readonly t = useTexts();
  protected readonly inWords = monthInWords;
  protected readonly months = finishedMonths(new Date(), shownMonths);
  protected readonly month = signal(this.months[0] ?? '');
  protected readonly reason = signal('');
  protected readonly reasonProblem = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  /** Whether the month has a version, so that another one needs a reason. */
  protected readonly isAnother = computed(() => this.known().some(({ month }) => month === this.month()));

  protected choose(event: Event): void {
    this.month.set((event.target as HTMLSelectElement).value);
    this.reasonProblem.set('');
    this.failure.set(null);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.isAnother() ? this.reason().trim() : null;
    const isMissing = reason !== null && reason.length < shortestReason;
    this.reasonProblem.set(isMissing ? this.t('officer.reports.prepareReasonMissing') : '');
    if (isMissing) return document.getElementById('ly-do-phien-ban')?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const body = { month: this.month(), reason };
      const made = await this.#api.call(prepareReport, { body, idempotencyKey: this.#key });
      this.#key = newIdempotencyKey();
      this.prepared.emit(made);
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
