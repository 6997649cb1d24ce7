import { Component, inject, signal } from '@angular/core';
import { listSigningKeys, verifyReceipt } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, PageTitle, useTexts } from '@mocua/web/kernel';
import { ErrorSummary, ProblemNotice, type SummaryError } from '@mocua/web/ui';
import { checkReceipt, readReceipt, type SignedReceipt } from './receipt-signature';

interface Outcome {
  readonly valid: boolean;
  readonly keyId: string;
  readonly byServer: boolean;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
}

/** Anybody can check a receipt here; the browser does it, the server only where the browser cannot. */
@Component({
  selector: 'mocua-verify-receipt-page',
  imports: [ErrorSummary, ProblemNotice],
  templateUrl: './verify-receipt-page.html',
})
export class VerifyReceiptPage {
  readonly #api = inject(ApiClient);
  readonly #title = inject(PageTitle);
  protected readonly t = useTexts();
  protected readonly text = signal('');
  protected readonly errors = signal<readonly SummaryError[]>([]);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);
  protected readonly outcome = signal<Outcome | null>(null);

  protected type(event: Event): void {
    this.text.set((event.target as HTMLTextAreaElement).value);
  }

  protected async take(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file === undefined) return;
    this.text.set(await file.text());
    await this.check();
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    await this.check();
  }

  protected async check(): Promise<void> {
    this.outcome.set(null);
    this.failure.set(null);
    const receipt = readReceipt(this.text());
    const message = this.text().trim() === '' ? 'site.verify.missing' : 'site.verify.unreadable';
    this.errors.set(receipt === null ? [{ target: 'bien-nhan', message: this.t(message) }] : []);
    this.#title.faulty(receipt === null);
    if (receipt === null || this.busy()) return;
    this.busy.set(true);
    try {
      this.outcome.set(await this.#judge(receipt));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  async #judge(receipt: SignedReceipt): Promise<Outcome> {
    const { keys } = await this.#api.call(listSigningKeys, {});
    const verdict = await checkReceipt(receipt, keys);
    const byServer = verdict === 'unsupported';
    const valid = byServer
      ? (await this.#api.call(verifyReceipt, { body: receipt })).valid
      : verdict === 'valid';
    return { valid, byServer, keyId: receipt.keyId, rows: valid ? rowsOf(receipt.canonical) : [] };
  }
}

function rowsOf(canonical: string): Outcome['rows'] {
  const content: unknown = JSON.parse(canonical);
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}
