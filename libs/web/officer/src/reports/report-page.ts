import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { getReport, type ReportFigure, releaseReport, type ReportView } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  newIdempotencyKey,
  useTexts,
} from '@mocua/web/kernel';
import { Dialog, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';
import { ActingAssignment } from '../shell/acting-assignment';
import { figureInWords, monthInWords } from './report-words';

/** A version of a report: its numbers, what is different from the one before, who let it go, and letting it go. */
@Component({
  selector: 'mocua-report-page',
  imports: [Dialog, LoadingState, ProblemNotice, RouterLink, TextField],
  templateUrl: './report-page.html',
})
export class ReportPage {
  /** From the address. */
  readonly month = input.required<string>();
  readonly version = input.required<string>();
  readonly #api = inject(ApiClient);
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  #key = newIdempotencyKey();
  protected readonly t = useTexts();
  protected readonly monthOf = monthInWords;
  protected readonly permitted = computed(() => this.#acting.permissions().includes('report.inspect'));
  protected readonly mayRelease = computed(() => this.#acting.permissions().includes('report.release'));
  protected readonly unit = signal('');
  protected readonly report = loadEndpoint(getReport, () => {
    if (!this.permitted()) return undefined;
    const unit = this.unit();
    const params = { month: this.month(), version: this.version() };
    return { params, query: unit === '' ? {} : { unit } };
  });
  protected readonly asking = signal(false);
  protected readonly office = signal('');
  protected readonly officeProblem = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected figure(figure: ReportFigure | null): string {
    return figureInWords(figure, this.#language.current());
  }

  protected nameOf({ indicators }: ReportView, code: string): string {
    return indicators.find((indicator) => indicator.code === code)?.name ?? code;
  }

  /** Who let it go: a role and a unit, or the machine where the system runs. */
  protected releasedBy({ releasedBy }: ReportView['standing']): string {
    if (releasedBy === null) return this.t('officer.reports.byCommand');
    return `${this.t(`officer.role.${releasedBy.role}`)}, ${releasedBy.unit}`;
  }

  protected choose(event: Event): void {
    this.unit.set((event.target as HTMLSelectElement).value);
  }

  protected ask(isAsking: boolean): void {
    this.asking.set(isAsking);
    this.officeProblem.set('');
    this.failure.set(null);
  }

  protected async release(event: Event): Promise<void> {
    event.preventDefault();
    const answerable = this.office().trim();
    this.officeProblem.set(answerable.length < 3 ? this.t('officer.reports.officeMissing') : '');
    if (answerable.length < 3) return document.getElementById('co-quan')?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const params = { month: this.month(), version: this.version() };
      await this.#api.call(releaseReport, { params, body: { answerable }, idempotencyKey: this.#key });
      this.#key = newIdempotencyKey();
      this.ask(false);
      this.message.set(this.t('officer.reports.released'));
      this.report.reload();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
