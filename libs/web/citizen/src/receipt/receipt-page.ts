import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type DossierId, downloadMyDocument, getMyDossier } from '@mocua/contract';
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
import { LoadingState, ProblemNotice, QrCode } from '@mocua/web/ui';
import { keptReceipt } from './kept-receipt';

/** What the person takes away: code, PIN, QR, and what happens next. */
@Component({
  selector: 'mocua-receipt-page',
  imports: [RouterLink, Localized, LoadingState, ProblemNotice, QrCode],
  templateUrl: './receipt-page.html',
})
export class ReceiptPage {
  /** Bound from the route. */
  readonly dossierId = input.required<DossierId>();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly dossier = loadEndpoint(getMyDossier, () => ({
    params: { dossierId: this.dossierId() },
  }));
  protected readonly receipt = computed(() => keptReceipt(this.dossierId()));
  protected readonly shown = computed(() => this.receipt() ?? this.dossier.value() ?? null);
  protected readonly trackingUrl = computed(
    () => new URL(this.shown()?.tracking.url ?? '/tra-cuu', location.origin).href,
  );
  protected readonly document = computed(() =>
    this.dossier.value()?.documents.find((document) => document.kind === 'submission-receipt'),
  );
  protected readonly downloadFailure = signal<ApiFailure | null>(null);

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected print(): void {
    window.print();
  }

  protected async downloadPdf(): Promise<void> {
    const document = this.document();
    if (document === undefined) return;
    this.downloadFailure.set(null);
    try {
      const params = { dossierId: this.dossierId(), documentId: document.documentId };
      saveFile(await this.#api.download(downloadMyDocument, { params }));
    } catch (error) {
      this.downloadFailure.set(asApiFailure(error));
    }
  }

  protected downloadSigned(): void {
    const receipt = this.receipt();
    if (receipt === null) return;
    const blob = new Blob([JSON.stringify(receipt.receipt, null, 2)], { type: 'application/json' });
    saveFile({ blob, fileName: `bien-nhan-${receipt.transactionCode}.json` });
  }
}
