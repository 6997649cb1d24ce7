import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ConsentView, decideConsent, downloadMyData, getPrivacy } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  Localized,
  saveFile,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { RightsRequests } from './rights-requests';

/** For what the person's data is used, what they agreed to, and what they may ask. */
@Component({
  selector: 'mocua-privacy-page',
  imports: [RouterLink, Localized, LoadingState, ProblemNotice, RightsRequests],
  templateUrl: './privacy-page.html',
})
export class PrivacyPage {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly loaded = loadEndpoint(getPrivacy, () => ({}));
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);
  protected readonly message = signal('');

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  /** The same one step in both directions; nothing is chosen beforehand. */
  protected async decide({ purpose, given }: ConsentView): Promise<void> {
    const decision = given ? 'withdrawn' : 'given';
    await this.#run(async () => {
      const body = { purpose: purpose.code, textVersion: purpose.version, decision } as const;
      this.loaded.set(await this.#api.call(decideConsent, { body }));
      const title = this.#language.text(purpose.title);
      this.message.set(
        given ? this.t('mine.privacy.withdrawn', { title }) : this.t('mine.privacy.agreed', { title }),
      );
    });
  }

  protected async download(): Promise<void> {
    await this.#run(async () => saveFile(await this.#api.download(downloadMyData, {})));
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
