import { Component, computed, inject, signal } from '@angular/core';
import {
  amendBreach,
  type BreachContent,
  type BreachView,
  exportBreaches,
  listBreaches,
  recordBreach,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  formatInstant,
  Language,
  loadList,
  saveFile,
  useTexts,
} from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';
import { BreachForm } from './breach-form';

/** The register of breaches of personal data, with the legal clock of each. */
@Component({
  selector: 'mocua-breach-page',
  imports: [BreachForm, EmptyState, LoadingState, ProblemNotice, ShowMore],
  templateUrl: './breach-page.html',
})
export class BreachPage {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #acting = inject(ActingAssignment);
  protected readonly t = useTexts();
  protected readonly permitted = computed(() => this.#acting.permissions().includes('breach.record'));
  /** A reload after a change begins anew, because a changed line would be taken for a known one. */
  readonly #round = signal(0);
  protected readonly breaches = loadList(
    listBreaches,
    (breach) => breach.breachId,
    () => this.#round(),
  );
  /** The breach whose form is open; `new` for one that is not recorded yet. */
  protected readonly editing = signal<BreachView | 'new' | null>(null);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');
  protected readonly busy = signal(false);

  protected day(date: string): string {
    return formatDate(date, this.#language.current());
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected async save(content: BreachContent): Promise<void> {
    const open = this.editing();
    await this.#run(async () => {
      const saved =
        open === 'new' || open === null
          ? await this.#api.call(recordBreach, { body: content })
          : await this.#api.call(amendBreach, {
              params: { breachId: open.breachId },
              body: { version: open.version, content },
            });
      this.editing.set(null);
      this.message.set(this.t('officer.breaches.saved', { code: saved.code }));
      this.#round.update((round) => round + 1);
      this.breaches.reload();
    });
  }

  protected async export(): Promise<void> {
    await this.#run(async () => saveFile(await this.#api.download(exportBreaches, {})));
  }

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.message.set('');
    try {
      await work();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
