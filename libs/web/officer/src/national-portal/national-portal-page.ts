import { Component, computed, inject, signal } from '@angular/core';
import {
  listNationalDeliveries,
  listNationalDifferences,
  type NationalDeadLetter,
  replayNationalDelivery,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  useTexts,
} from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';

/** What is not the same here and at the national portal, why, and what could not be told. */
@Component({
  selector: 'mocua-national-portal-page',
  imports: [EmptyState, LoadingState, ProblemNotice],
  templateUrl: './national-portal-page.html',
})
export class NationalPortalPage {
  readonly #api = inject(ApiClient);
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly permitted = computed(() => this.#acting.permissions().includes('catalogue.manage'));
  readonly #after = signal<string | undefined>(undefined);
  protected readonly differences = loadEndpoint(listNationalDifferences, () => {
    const after = this.#after();
    return this.permitted() ? { query: after === undefined ? {} : { after } } : undefined;
  });
  protected readonly deliveries = loadEndpoint(listNationalDeliveries, () =>
    this.permitted() ? { query: {} } : undefined,
  );
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly announcement = signal('');

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  /** A fact in plain words; an instant as people write it. */
  protected value(text: string | null): string {
    if (text === null) return this.t('officer.national.nothing');
    return /^\d{4}-\d\d-\d\dT[\d:]+Z$/u.test(text) ? this.when(text) : text;
  }

  protected next(cursor: string): void {
    this.#after.set(cursor);
  }

  protected async replay(letter: NationalDeadLetter): Promise<void> {
    this.failure.set(null);
    try {
      await this.#api.call(replayNationalDelivery, { params: { deliveryId: letter.deliveryId } });
      this.announcement.set(this.t('officer.national.replayed'));
      this.deliveries.reload();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
