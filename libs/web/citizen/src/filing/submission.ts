import { inject, Injectable, signal } from '@angular/core';
import type { DraftId, SubmissionReceipt } from '@mocua/contract';
import { submitDossier } from '@mocua/contract/frame';
import { ApiClient, type ApiFailure, asApiFailure, newIdempotencyKey } from '@mocua/web/kernel';
import { keepReceipt } from '../receipt/kept-receipt';

/** Waits before a repeated try, in milliseconds. The same key goes along, so repeating is safe. */
const waits = [1_000, 3_000, 8_000];

export type SubmissionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly attempt: number }
  | { readonly kind: 'failed'; readonly failure: ApiFailure };

/** Files a draft once, whatever happens on the way. Provided by the draft's shell. */
@Injectable()
export class Submission {
  readonly #api = inject(ApiClient);
  readonly #state = signal<SubmissionState>({ kind: 'idle' });
  readonly state = this.#state.asReadonly();

  /** Resolves with the receipt, or with null when it failed or is already under way. */
  async submit(draftId: DraftId, version: number): Promise<SubmissionReceipt | null> {
    if (this.#state().kind === 'sending') return null;
    const idempotencyKey = keyFor(draftId, version);
    for (let attempt = 0; ; attempt += 1) {
      this.#state.set({ kind: 'sending', attempt });
      try {
        const receipt = await this.#api.call(submitDossier, {
          params: { draftId },
          body: { version },
          idempotencyKey,
        });
        keepReceipt(receipt);
        this.#state.set({ kind: 'idle' });
        return receipt;
      } catch (error) {
        const failure = asApiFailure(error);
        const wait = waits[attempt];
        if (failure.kind === 'problem' || wait === undefined) {
          this.#state.set({ kind: 'failed', failure });
          return null;
        }
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }
}

/** One key per draft and version, kept for the tab: a reload or a second click repeats, it does not file again. */
function keyFor(draftId: DraftId, version: number): string {
  const name = `mocua.submission.${draftId}.${String(version)}`;
  const kept = sessionStorage.getItem(name);
  if (kept !== null) return kept;
  const key = newIdempotencyKey();
  sessionStorage.setItem(name, key);
  return key;
}
