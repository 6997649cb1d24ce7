import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  decideConsent,
  findNationalPapers,
  getPrivacy,
  importNationalPaper,
  type NationalPaperView,
  paperKindNames,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  Language,
  loadEndpoint,
  Localized,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';

/** Papers that the national store has of the person. Purpose and basis are read before anything is asked. */
@Component({
  selector: 'mocua-national-papers-page',
  imports: [RouterLink, LoadingState, Localized, ProblemNotice],
  templateUrl: './national-papers-page.html',
})
export class NationalPapersPage {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly privacy = loadEndpoint(getPrivacy, () => ({}));
  protected readonly consent = computed(() =>
    this.privacy.value()?.byChoice.find((each) => each.purpose.code === 'national-store'),
  );
  protected readonly found = signal<readonly NationalPaperView[] | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');

  /** Asks; before the first time the consent is given by the same button, whose words say so. */
  protected async find(): Promise<void> {
    await this.#run(async () => {
      const consent = this.consent();
      if (consent?.given === false) {
        const { code, version } = consent.purpose;
        const body = { purpose: code, textVersion: version, decision: 'given' } as const;
        this.privacy.set(await this.#api.call(decideConsent, { body }));
      }
      const { items } = await this.#api.call(findNationalPapers, {});
      this.found.set(items);
      return this.t('store.national.foundNow', { count: items.length });
    });
  }

  protected async take({ code, title }: NationalPaperView): Promise<void> {
    await this.#run(async () => {
      await this.#api.call(importNationalPaper, { body: { code } });
      this.found.update((items) =>
        (items ?? []).map((each) => (each.code === code ? { ...each, kept: true } : each)),
      );
      return this.t('store.national.takenNow', { title });
    });
  }

  /** What the paper says of itself, in one line. */
  protected line({ kind, number, issuer, issuedOn, validUntil }: NationalPaperView): string {
    const date = (day: string): string => formatDate(day, this.#language.current());
    return [
      this.#language.text(paperKindNames[kind]),
      number === null ? '' : this.t('store.number', { number }),
      issuer === null ? '' : this.t('store.issuer', { issuer }),
      issuedOn === null ? '' : this.t('store.issuedOn', { date: date(issuedOn) }),
      validUntil === null ? '' : this.t('store.validUntil', { date: date(validUntil) }),
    ]
      .filter((part) => part !== '')
      .join(', ');
  }

  async #run(work: () => Promise<string>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.message.set('');
    try {
      this.message.set(await work());
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
