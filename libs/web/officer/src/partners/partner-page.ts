import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  agencyScopeNames,
  type AgencyScope,
  endWebhookSubscription,
  getAgencyClient,
  revokeAgencyClient,
  rotateAgencySecret,
  type WebhookSubscriptionView,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  useTexts,
} from '@mocua/web/kernel';
import { Dialog, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';
import { DeliveryLog } from './delivery-log';
import { OneTimeSecret } from './one-time-secret';
import { PartnerForm } from './partner-form';
import { type ExchangedSecret, SigningSecretDialog } from './signing-secret-dialog';
import { type AddedSubscription, SubscriptionForm } from './subscription-form';

interface ShownSecret {
  readonly heading: string;
  readonly label: string;
  readonly secret: string;
}

/** One system of another agency: what it may do, its secret, where it wants to be told, and what it was told. */
@Component({
  selector: 'mocua-partner-page',
  imports: [
    DeliveryLog,
    Dialog,
    LoadingState,
    OneTimeSecret,
    PartnerForm,
    ProblemNotice,
    RouterLink,
    SigningSecretDialog,
    SubscriptionForm,
  ],
  templateUrl: './partner-page.html',
})
export class PartnerPage {
  /** From the address. */
  readonly clientId = input.required<string>();
  protected readonly t = useTexts();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #acting = inject(ActingAssignment);
  protected readonly permitted = computed(() => this.#acting.permissions().includes('partner.manage'));
  readonly #params = computed(() => ({ clientId: this.clientId() }));
  protected readonly partner = loadEndpoint(getAgencyClient, () =>
    this.permitted() ? { params: this.#params() } : undefined,
  );
  protected readonly opened = signal<'change' | 'subscribe' | 'rotate' | 'revoke' | null>(null);
  /** The subscription whose signing secret is about to be changed. */
  protected readonly rotating = signal<WebhookSubscriptionView | null>(null);
  protected readonly secret = signal<ShownSecret | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected scopeName(scope: AgencyScope): string {
    return this.#language.text(agencyScopeNames[scope]);
  }

  protected changed(): void {
    this.opened.set(null);
    this.message.set(this.t('officer.partners.changed'));
    this.partner.reload();
  }

  protected subscribed({ url, signingSecret }: AddedSubscription): void {
    this.opened.set(null);
    this.#showSigning(url, signingSecret);
    this.partner.reload();
  }

  protected rotate(endFormer: boolean): Promise<void> {
    return this.#do(async () => {
      const body = { endFormer };
      const made = await this.#api.call(rotateAgencySecret, { params: this.#params(), body });
      this.secret.set({
        heading: this.t('officer.partners.secretTitle', { name: made.client.name }),
        label: this.t('officer.partners.secret'),
        secret: made.clientSecret,
      });
    });
  }

  protected revoke(): Promise<void> {
    return this.#do(async () => {
      const { name } = await this.#api.call(revokeAgencyClient, { params: this.#params() });
      this.message.set(this.t('officer.partners.revoked', { name }));
    });
  }

  /** The newest secret is shown once; the former one signs as well until the overlap is over. */
  protected exchanged({ url, signingSecret }: ExchangedSecret): void {
    this.rotating.set(null);
    this.failure.set(null);
    this.message.set('');
    this.#showSigning(url, signingSecret);
    this.partner.reload();
  }

  #showSigning(url: string, secret: string): void {
    const heading = this.t('officer.partners.webhook.secretTitle', { url });
    this.secret.set({ heading, label: this.t('officer.partners.webhook.secret'), secret });
  }

  protected end({ subscriptionId, url }: WebhookSubscriptionView): Promise<void> {
    return this.#do(async () => {
      const params = { ...this.#params(), subscriptionId };
      await this.#api.call(endWebhookSubscription, { params });
      this.message.set(this.t('officer.partners.webhook.stopped', { url }));
    });
  }

  async #do(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.message.set('');
    try {
      await work();
      this.partner.reload();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.opened.set(null);
      this.busy.set(false);
    }
  }
}
