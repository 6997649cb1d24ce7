import { Component, inject, signal } from '@angular/core';
import {
  endUnitShare,
  type GivenUnitShare,
  listGivenUnitShares,
  type UnitSharePurpose,
  unitSharePurposeNames,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  Language,
  loadEndpoint,
  Session,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';

/** Which agencies may look at which papers, what for and until when, and the button that ends it. */
@Component({
  selector: 'mocua-unit-shares',
  imports: [LoadingState, ProblemNotice],
  templateUrl: './unit-shares.html',
})
export class UnitShares {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #session = inject(Session);
  protected readonly t = useTexts();
  protected readonly given = loadEndpoint(listGivenUnitShares, () => this.#whose());
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');

  protected day(day: string): string {
    return formatDate(day, this.#language.current());
  }

  protected purposeOf(purpose: UnitSharePurpose): string {
    return purpose.kind === 'other'
      ? purpose.words
      : this.#language.text(unitSharePurposeNames[purpose.kind]);
  }

  protected async end({ shareId, title }: GivenUnitShare): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.message.set('');
    try {
      await this.#api.call(endUnitShare, { params: { shareId } });
      this.message.set(this.t('store.shares.endedNow', { title }));
      this.given.reload();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** Read anew when the person acts for somebody else. */
  #whose() {
    this.#session.actingFor();
    return {};
  }
}
