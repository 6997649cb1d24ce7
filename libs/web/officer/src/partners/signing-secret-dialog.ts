import { Component, computed, inject, input, output, signal } from '@angular/core';
import { rotateSigningSecret, type WebhookSubscriptionView } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, newIdempotencyKey, useTexts } from '@mocua/web/kernel';
import { Dialog, ProblemNotice } from '@mocua/web/ui';

export interface ExchangedSecret {
  readonly url: string;
  readonly signingSecret: string;
}

/** An exchange that was asked for and not answered yet. */
interface PendingExchange {
  readonly subscriptionId: string;
  readonly overlapHours: number;
  readonly key: string;
}

/**
 * Exchanges the secret that events are signed with. While no answer has come, the same choice goes out under the same key, and the
 * server shows the secret of the first time.
 */
@Component({
  selector: 'mocua-signing-secret-dialog',
  imports: [Dialog, ProblemNotice],
  templateUrl: './signing-secret-dialog.html',
})
export class SigningSecretDialog {
  readonly clientId = input.required<string>();
  /** Whose secret is exchanged; null while the dialog is closed. */
  readonly subscription = input.required<WebhookSubscriptionView | null>();
  readonly exchanged = output<ExchangedSecret>();
  readonly closed = output();
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  readonly #pending = signal<PendingExchange | null>(null);
  protected readonly overlaps = [24, 168, 0] as const;
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  /** The choice that is still without an answer. */
  protected readonly unanswered = computed(() => {
    const pending = this.#pending();
    return !this.busy() && pending !== null && pending.subscriptionId === this.subscription()?.subscriptionId
      ? pending.overlapHours
      : null;
  });

  protected async exchange(overlapHours: number): Promise<void> {
    const subscription = this.subscription();
    if (this.busy() || subscription === null) return;
    const { subscriptionId, url } = subscription;
    const before = this.#pending();
    const isAgain = before?.subscriptionId === subscriptionId && before.overlapHours === overlapHours;
    const idempotencyKey = isAgain ? before.key : newIdempotencyKey();
    this.#pending.set({ subscriptionId, overlapHours, key: idempotencyKey });
    this.busy.set(true);
    this.failure.set(null);
    try {
      const params = { clientId: this.clientId(), subscriptionId };
      const body = { overlapHours };
      const { signingSecret } = await this.#api.call(rotateSigningSecret, { params, body, idempotencyKey });
      this.#pending.set(null);
      this.exchanged.emit({ url, signingSecret });
    } catch (error) {
      const failure = asApiFailure(error);
      this.failure.set(failure);
      // only without an answer may the exchange have happened
      if (failure.kind !== 'connection') this.#pending.set(null);
    } finally {
      this.busy.set(false);
    }
  }

  protected close(): void {
    this.failure.set(null);
    this.closed.emit();
  }
}
