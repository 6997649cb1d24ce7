import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listRecordReviews } from '@mocua/contract';
import { formatInstant, Language, loadEndpoint, useTexts } from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';

/** Procedures imported from the national database: what waits for approval first. */
@Component({
  selector: 'mocua-record-list-page',
  imports: [EmptyState, LoadingState, ProblemNotice, RouterLink],
  templateUrl: './record-list-page.html',
})
export class RecordListPage {
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly permitted = computed(() => this.#acting.permissions().includes('catalogue.manage'));
  protected readonly records = loadEndpoint(listRecordReviews, () => (this.permitted() ? {} : undefined));

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }
}
