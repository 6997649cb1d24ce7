import { Component, computed, inject, input, output, signal } from '@angular/core';
import { addWebhookSubscription, type AgencyEventType, agencyEventTypes } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, useTexts } from '@mocua/web/kernel';
import { ErrorSummary, ProblemNotice } from '@mocua/web/ui';
import { messageAt, problemsOf } from '../actions/field-check';
import { TextField } from '../actions/text-field';

export interface AddedSubscription {
  readonly url: string;
  /** The server shows it once. */
  readonly signingSecret: string;
}

/** Says where a system wants to be told, and of what. */
@Component({
  selector: 'mocua-subscription-form',
  imports: [ErrorSummary, ProblemNotice, TextField],
  templateUrl: './subscription-form.html',
})
export class SubscriptionForm {
  readonly clientId = input.required<string>();
  readonly added = output<AddedSubscription>();
  readonly closed = output();
  protected readonly t = useTexts();
  protected readonly types = agencyEventTypes;
  readonly #api = inject(ApiClient);
  protected readonly url = signal('');
  protected readonly chosen = signal<readonly AgencyEventType[]>(agencyEventTypes);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly attempts = signal(0);

  protected readonly problems = computed(() => {
    const failure = this.failure();
    const tried = this.attempts() > 0;
    return problemsOf(
      [
        {
          target: 'webhook-url',
          path: '/url',
          problem: tried && !URL.canParse(this.url()) ? this.t('officer.partners.webhook.urlWrong') : '',
        },
        {
          target: 'webhook-event-0',
          path: '/eventTypes',
          problem:
            tried && this.chosen().length === 0
              ? this.t('officer.action.chooseOne', { label: this.t('officer.partners.webhook.events') })
              : '',
        },
      ],
      failure?.kind === 'problem' ? failure.fields : [],
    );
  });

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected typeName(type: AgencyEventType): string {
    return this.t(`officer.partners.event.${type.slice(type.lastIndexOf('.') + 1)}`);
  }

  protected choose(type: AgencyEventType, event: Event): void {
    const wanted = (event.target as HTMLInputElement).checked;
    this.chosen.update((types) =>
      agencyEventTypes.filter((each) => (each === type ? wanted : types.includes(each))),
    );
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.attempts.update((count) => count + 1);
    this.failure.set(null);
    if (this.problems().length > 0) return;
    this.busy.set(true);
    try {
      const body = { url: this.url().trim(), eventTypes: [...this.chosen()] };
      const params = { clientId: this.clientId() };
      const { signingSecret } = await this.#api.call(addWebhookSubscription, { params, body });
      this.added.emit({ url: body.url, signingSecret });
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
