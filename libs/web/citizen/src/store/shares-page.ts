import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  endShare,
  type GivenShare,
  listGivenShares,
  listReceivedShares,
  type ReceivedShare,
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
import { PaperPreview } from './paper-preview';
import { PaperSummary } from './paper-summary';
import { UnitShares } from './unit-shares';

/** Which papers others may see until when, and which ones others let the person see. */
@Component({
  selector: 'mocua-shares-page',
  imports: [RouterLink, LoadingState, PaperPreview, PaperSummary, ProblemNotice, UnitShares],
  templateUrl: './shares-page.html',
})
export class SharesPage {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #session = inject(Session);
  protected readonly t = useTexts();
  protected readonly given = loadEndpoint(listGivenShares, () => this.#whose());
  protected readonly received = loadEndpoint(listReceivedShares, () => this.#whose());
  protected readonly shown = signal<ReceivedShare | null>(null);
  protected readonly preview = computed(() => this.shown());
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');

  protected day(day: string): string {
    return formatDate(day, this.#language.current());
  }

  protected async end({ shareId, title }: GivenShare): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.message.set('');
    try {
      await this.#api.call(endShare, { params: { shareId } });
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
