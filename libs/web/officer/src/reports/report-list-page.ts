import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listReports } from '@mocua/contract';
import { formatInstant, Language, loadEndpoint, useTexts } from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';
import { monthInWords } from './report-words';

/** Versions of the monthly reports, and what became of each. */
@Component({
  selector: 'mocua-report-list-page',
  imports: [EmptyState, LoadingState, ProblemNotice, RouterLink],
  templateUrl: './report-list-page.html',
})
export class ReportListPage {
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly month = monthInWords;
  protected readonly permitted = computed(() => this.#acting.permissions().includes('report.inspect'));
  protected readonly reports = loadEndpoint(listReports, () => (this.permitted() ? {} : undefined));

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }
}
