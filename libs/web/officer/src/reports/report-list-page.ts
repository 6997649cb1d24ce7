import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listReports, type PreparedReport } from '@mocua/contract';
import { formatInstant, Language, loadEndpoint, useTexts } from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';
import { PrepareReportForm } from './prepare-report-form';
import { monthInWords } from './report-words';

/** Versions of the monthly reports, and what became of each. */
@Component({
  selector: 'mocua-report-list-page',
  imports: [EmptyState, LoadingState, PrepareReportForm, ProblemNotice, RouterLink],
  templateUrl: './report-list-page.html',
})
export class ReportListPage {
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly month = monthInWords;
  protected readonly permitted = computed(() => this.#acting.permissions().includes('report.inspect'));
  protected readonly mayPrepare = computed(() => this.#acting.permissions().includes('report.release'));
  protected readonly opened = signal(false);
  protected readonly message = signal('');
  protected readonly reports = loadEndpoint(listReports, () => (this.permitted() ? {} : undefined));

  protected prepared({ isNew, standing: { month, version } }: PreparedReport): void {
    this.opened.set(false);
    const key = isNew ? 'officer.reports.prepared' : 'officer.reports.unchanged';
    this.message.set(this.t(key, { month: this.month(month), version }));
    this.reports.reload();
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }
}
