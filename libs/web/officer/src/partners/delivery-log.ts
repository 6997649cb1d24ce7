import { Component, inject, input, signal } from '@angular/core';
import { listWebhookDeliveries, replayWebhookDelivery, type WebhookDelivery } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';

/** What a system was told, newest first; whatever is settled can be sent again. */
@Component({
  selector: 'mocua-delivery-log',
  imports: [LoadingState, ProblemNotice],
  templateUrl: './delivery-log.html',
})
export class DeliveryLog {
  readonly clientId = input.required<string>();
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly state = signal<WebhookDelivery['state'] | ''>('');
  /** Where the page on the screen begins; empty for the newest. */
  protected readonly after = signal('');
  protected readonly states = ['pending', 'delivered', 'failed', 'cancelled'] as const;
  protected readonly deliveries = loadEndpoint(listWebhookDeliveries, () => ({
    params: { clientId: this.clientId() },
    query: {
      limit: 20,
      ...this.#given('state', this.state()),
      ...this.#given('after', this.after()),
    },
  }));
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');
  readonly #busy = signal(false);

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected eventName({ eventType }: WebhookDelivery): string {
    return this.t(`officer.partners.event.${eventType.slice(eventType.lastIndexOf('.') + 1)}`);
  }

  /** The last answer in words: its status, or why there was none. */
  protected answer({ lastStatus, lastError }: WebhookDelivery): string {
    if (lastStatus !== null) return this.t('officer.partners.log.status', { status: lastStatus });
    return lastError === null
      ? this.t('officer.partners.log.notYet')
      : this.t(`officer.partners.error.${lastError}`);
  }

  protected choose(event: Event): void {
    this.state.set((event.target as HTMLSelectElement).value as WebhookDelivery['state'] | '');
    this.after.set('');
  }

  protected async replay(delivery: WebhookDelivery): Promise<void> {
    if (this.#busy()) return;
    this.#busy.set(true);
    this.failure.set(null);
    this.message.set('');
    try {
      const params = { clientId: this.clientId(), deliveryId: delivery.deliveryId };
      await this.#api.call(replayWebhookDelivery, { params });
      this.message.set(this.t('officer.partners.log.replayed', { code: delivery.subject }));
      this.deliveries.reload();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.#busy.set(false);
    }
  }

  #given<K extends string, V extends string>(key: K, value: V | ''): Partial<Record<K, V>> {
    return value === '' ? {} : ({ [key]: value } as Record<K, V>);
  }
}
