import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listAgencyClients } from '@mocua/contract';
import { formatInstant, Language, loadList, useTexts } from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';
import { OneTimeSecret } from './one-time-secret';
import { PartnerForm, type RegisteredPartner } from './partner-form';

/** Systems of other agencies that may ask us. */
@Component({
  selector: 'mocua-partner-list-page',
  imports: [EmptyState, LoadingState, OneTimeSecret, PartnerForm, ProblemNotice, RouterLink],
  templateUrl: './partner-list-page.html',
})
export class PartnerListPage {
  protected readonly t = useTexts();
  readonly #language = inject(Language);
  readonly #acting = inject(ActingAssignment);
  protected readonly permitted = computed(() => this.#acting.permissions().includes('partner.manage'));
  protected readonly clients = loadList(
    listAgencyClients,
    (client) => client.clientId,
    () => this.permitted(),
  );
  protected readonly registering = signal(false);
  protected readonly registered = signal<RegisteredPartner | null>(null);

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected show(registered: RegisteredPartner): void {
    this.registering.set(false);
    this.registered.set(registered);
    this.clients.update((items) => [registered.client, ...items]);
  }
}
