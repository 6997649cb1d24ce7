import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import {
  type AgencyClientView,
  agencyScopeNames,
  type AgencyScope,
  agencyScopes,
  changeAgencyClient,
  registerAgencyClient,
} from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, Language, useTexts } from '@mocua/web/kernel';
import { ErrorSummary, ProblemNotice } from '@mocua/web/ui';
import { messageAt, problemsOf } from '../actions/field-check';
import { TextField } from '../actions/text-field';

export interface RegisteredPartner {
  readonly client: AgencyClientView;
  /** The server shows it once. */
  readonly secret: string;
}

/** Registers a system of another agency, or changes what one may do. */
@Component({
  selector: 'mocua-partner-form',
  imports: [ErrorSummary, ProblemNotice, TextField],
  templateUrl: './partner-form.html',
})
export class PartnerForm {
  /** The system to change; null registers a new one. */
  readonly client = input<AgencyClientView | null>(null);
  readonly registered = output<RegisteredPartner>();
  readonly changed = output<AgencyClientView>();
  readonly closed = output();
  protected readonly t = useTexts();
  protected readonly scopes = agencyScopes;
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly name = signal('');
  protected readonly agency = signal('');
  protected readonly chosen = signal<readonly AgencyScope[]>([]);
  /** Codes as they are typed, separated by commas or spaces. */
  protected readonly procedures = signal('');
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly attempts = signal(0);
  readonly #tried = computed(() => this.attempts() > 0);

  protected readonly problems = computed(() => {
    const failure = this.failure();
    const none = this.#tried() && this.chosen().length === 0;
    return problemsOf(
      [
        { target: 'partner-name', path: '/name', problem: this.#tooShort(this.name(), 'name') },
        { target: 'partner-agency', path: '/agency', problem: this.#tooShort(this.agency(), 'agency') },
        {
          target: `partner-scope-${agencyScopes[0]}`,
          path: '/scopes',
          problem: none
            ? this.t('officer.action.chooseOne', { label: this.t('officer.partners.scopes') })
            : '',
        },
        { target: 'partner-procedures', path: '/procedureCodes', problem: '' },
      ],
      failure?.kind === 'problem' ? failure.fields : [],
    );
  });

  constructor() {
    effect(() => {
      const client = this.client();
      if (client === null) return;
      this.name.set(client.name);
      this.agency.set(client.agency);
      this.chosen.set(client.scopes);
      this.procedures.set(client.procedureCodes.join(', '));
    });
  }

  protected scopeName(scope: AgencyScope): string {
    return this.#language.text(agencyScopeNames[scope]);
  }

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected choose(scope: AgencyScope, event: Event): void {
    const wanted = (event.target as HTMLInputElement).checked;
    this.chosen.update((scopes) =>
      agencyScopes.filter((each) => (each === scope ? wanted : scopes.includes(each))),
    );
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.attempts.update((count) => count + 1);
    this.failure.set(null);
    if (this.problems().length > 0) return;
    this.busy.set(true);
    const procedureCodes = this.procedures()
      .toUpperCase()
      .split(/[\s,;]+/u)
      .filter((code) => code !== '');
    const body = { name: this.name(), agency: this.agency(), scopes: [...this.chosen()], procedureCodes };
    try {
      const client = this.client();
      if (client === null) {
        const made = await this.#api.call(registerAgencyClient, { body });
        this.registered.emit({ client: made.client, secret: made.clientSecret });
      } else {
        const params = { clientId: client.clientId };
        this.changed.emit(await this.#api.call(changeAgencyClient, { params, body }));
      }
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  #tooShort(value: string, field: 'name' | 'agency'): string {
    const label = this.t(`officer.partners.${field}`);
    return this.#tried() && value.trim().length < 2
      ? this.t('officer.action.writeAtLeast', { min: 2, label })
      : '';
  }
}
