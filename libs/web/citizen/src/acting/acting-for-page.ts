import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { PartyId } from '@mocua/contract';
import { formatDate, Language, Session, useTexts } from '@mocua/web/kernel';
import { EmptyState } from '@mocua/web/ui';

/** On whose behalf the person works from here on: themselves, or somebody whose papers the agency has seen. */
@Component({
  selector: 'mocua-acting-for-page',
  imports: [EmptyState],
  templateUrl: './acting-for-page.html',
})
export class ActingForPage {
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly parties = computed(() => this.#session.person()?.actingFor ?? []);
  protected readonly others = computed(() => this.parties().filter((party) => party.kind !== 'self'));
  protected readonly wish = signal<PartyId | null>(null);
  protected readonly chosen = computed(
    () => this.wish() ?? this.#session.actingFor()?.partyId ?? this.parties()[0]?.partyId ?? null,
  );

  protected date(day: string): string {
    return formatDate(day, this.#language.current());
  }

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    this.#session.actFor(this.chosen());
    await this.#router.navigateByUrl('/ho-so');
  }
}
