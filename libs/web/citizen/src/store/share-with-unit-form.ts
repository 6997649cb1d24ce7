import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type GivenUnitShare,
  type ShareableUnit,
  shareWithUnit,
  type StoredPaperView,
  type UnitSharePurpose,
  type UnitSharePurposeKind,
  unitSharePurposeNames,
  unitSharePurposes,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  Localized,
  newIdempotencyKey,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { consentTo } from './consent-to';
import { DayField } from './day-field';
import { dayOf } from './typed-day';
import { UnitSearch } from './unit-search';

const fewestWords = 5;

/**
 * Lets one agency look at a paper: which, what for, until when. What the agency will see stands above the button; before the
 * first time the consent is given by the same button, whose words say so.
 */
@Component({
  selector: 'mocua-share-with-unit-form',
  imports: [DayField, LoadingState, Localized, ProblemNotice, RouterLink, UnitSearch],
  templateUrl: './share-with-unit-form.html',
})
export class ShareWithUnitForm {
  readonly paper = input.required<StoredPaperView>();
  readonly left = output();
  readonly shared = output<GivenUnitShare>();
  readonly #api = inject(ApiClient);
  protected readonly t = useTexts();
  protected readonly purposes = unitSharePurposes;
  protected readonly purposeNames = unitSharePurposeNames;
  protected readonly needed = consentTo('store-sharing');
  protected readonly unit = signal<ShareableUnit | null>(null);
  protected readonly purpose = signal<UnitSharePurposeKind | null>(null);
  protected readonly words = signal('');
  protected readonly until = signal('');
  /** Errors appear with the first try and follow what is chosen from then on. */
  protected readonly tried = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);
  protected readonly unitError = computed(() =>
    this.tried() && this.unit() === null ? this.t('store.unitSharing.unitMissing') : '',
  );
  protected readonly purposeError = computed(() =>
    this.tried() && this.purpose() === null ? this.t('store.unitSharing.purposeMissing') : '',
  );
  protected readonly wordsError = computed(() =>
    this.tried() && this.purpose() === 'other' && this.#purpose() === null
      ? this.t('store.unitSharing.wordsMissing')
      : '',
  );
  protected readonly untilError = computed(() => {
    const day = dayOf(this.until());
    if (!this.tried() || (day !== 'none' && day !== 'wrong')) return '';
    return this.t(day === 'none' ? 'store.sharing.untilMissing' : 'store.day.wrong');
  });
  /** One key for one wish: pressing twice shares once. */
  readonly #key = newIdempotencyKey();

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async share(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const unit = this.unit();
    const purpose = this.#purpose();
    const until = dayOf(this.until());
    if (unit === null || purpose === null || until === 'none' || until === 'wrong') {
      document.getElementById(this.#firstWrong())?.focus();
      return;
    }
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.needed.give();
      const params = { paperId: this.paper().paperId };
      const body = { unitId: unit.unitId, purpose, until };
      this.shared.emit(await this.#api.call(shareWithUnit, { params, body, idempotencyKey: this.#key }));
      this.left.emit();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  #purpose(): UnitSharePurpose | null {
    const kind = this.purpose();
    const words = this.words().trim();
    if (kind === 'other') return words.length < fewestWords ? null : { kind, words };
    return kind === null ? null : { kind };
  }

  #firstWrong(): string {
    if (this.unitError() !== '') return 'tim-co-quan';
    if (this.purposeError() !== '') return `de-lam-gi-${unitSharePurposes[0]}`;
    return this.wordsError() === '' ? 'co-quan-den' : 'de-lam-gi-loi-noi';
  }
}
