import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type DossierId,
  downloadMyDocument,
  getMyPayment,
  type ReceivedPayment,
  startPayment,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  formatDong,
  formatInstant,
  Language,
  loadEndpoint,
  Localized,
  newIdempotencyKey,
  saveFile,
  Session,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice, QrCode } from '@mocua/web/ui';

/** How often the page asks whether money came, while somebody may just have paid. */
const askEveryMs = 2_000;

/** What there is to pay for a dossier, how, by when; and after that, that it came and where the receipt is. */
@Component({
  selector: 'mocua-payment-page',
  imports: [RouterLink, Localized, LoadingState, ProblemNotice, QrCode],
  templateUrl: './payment-page.html',
})
export class PaymentPage {
  /** Bound from the route. */
  readonly dossierId = input.required<DossierId>();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #session = inject(Session);
  /** One key for this intent: a repeated press makes one order. */
  readonly #key = newIdempotencyKey();
  protected readonly t = useTexts();
  protected readonly loaded = loadEndpoint(getMyPayment, () => ({ params: { dossierId: this.dossierId() } }));
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly kept = computed(() =>
    (this.loaded.value()?.received ?? []).filter((payment) => payment.refundedAt === null),
  );
  protected readonly givenBack = computed(() =>
    (this.loaded.value()?.received ?? []).filter((payment) => payment.refundedAt !== null),
  );

  constructor() {
    effect((onCleanup) => {
      const view = this.loaded.value();
      if (!view || (view.order === null && view.arriving === 0)) return;
      const timer = setTimeout(() => this.loaded.reload(), askEveryMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected money(dong: number): string {
    return formatDong(dong, this.#language.current());
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected payByText(last: string, overdue: boolean): string {
    const day = formatDate(last, this.#language.current());
    return this.t(overdue ? 'mine.payment.overdue' : 'mine.payment.payBy', { day });
  }

  protected login(): void {
    this.#session.login();
  }

  /** Goes to the page of the payment platform. */
  protected async pay(): Promise<void> {
    const payUrl = await this.#order();
    if (payUrl) location.assign(payUrl);
  }

  /** Stays, and shows the code for another phone. */
  protected async showCode(): Promise<void> {
    await this.#order();
  }

  protected async openReceipt({ documentId }: ReceivedPayment): Promise<void> {
    if (documentId === null) return;
    this.failure.set(null);
    try {
      const params = { dossierId: this.dossierId(), documentId };
      saveFile(await this.#api.download(downloadMyDocument, { params }));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }

  async #order(): Promise<string | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const params = { dossierId: this.dossierId() };
      const view = await this.#api.call(startPayment, { params, idempotencyKey: this.#key });
      this.loaded.set(view);
      return view.order?.payUrl ?? null;
    } catch (error) {
      this.failure.set(asApiFailure(error));
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
