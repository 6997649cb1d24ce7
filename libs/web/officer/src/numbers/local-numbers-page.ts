import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listLocalNumbers, type LocalNumber, noteNumberEntered } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  formatInstant,
  Language,
  loadList,
  useTexts,
} from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';

/** Numbers that were given here while the document management system could not be used, until they are entered there. */
@Component({
  selector: 'mocua-local-numbers-page',
  imports: [EmptyState, LoadingState, ProblemNotice, RouterLink, ShowMore],
  templateUrl: './local-numbers-page.html',
})
export class LocalNumbersPage {
  readonly #api = inject(ApiClient);
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly permitted = computed(() => this.#acting.permissions().includes('dossier.issue'));
  protected readonly which = signal<'open' | 'entered'>('open');
  protected readonly numbers = loadList(
    listLocalNumbers,
    ({ taskId }) => taskId,
    () => this.which(),
    () => ({ which: this.which() }),
  );
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected day(date: string): string {
    return formatDate(date, this.#language.current());
  }

  protected async entered({ taskId, number, dossierCode }: LocalNumber): Promise<void> {
    this.failure.set(null);
    try {
      await this.#api.call(noteNumberEntered, { params: { taskId } });
      this.numbers.update((items) => items.filter((each) => each.taskId !== taskId));
      this.message.set(this.t('officer.numbers.noted', { number: number ?? dossierCode }));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
