import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listRightsDesk, rightsKindNames } from '@mocua/contract';
import { formatDate, Language, loadList, Localized, useTexts } from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';

/** Requests of people about their data: the open ones by due date, the closed ones newest first. */
@Component({
  selector: 'mocua-rights-desk-page',
  imports: [RouterLink, Localized, EmptyState, LoadingState, ProblemNotice, ShowMore],
  templateUrl: './rights-desk-page.html',
})
export class RightsDeskPage {
  readonly #language = inject(Language);
  readonly #acting = inject(ActingAssignment);
  protected readonly t = useTexts();
  protected readonly names = rightsKindNames;
  protected readonly state = signal<'open' | 'closed'>('open');
  protected readonly permitted = computed(() => this.#acting.permissions().includes('rights.handle'));
  protected readonly requests = loadList(
    listRightsDesk,
    (request) => request.requestId,
    () => this.state(),
    () => ({ state: this.state() }),
  );

  protected day(instant: string): string {
    return formatDate(instant, this.#language.current());
  }

  protected choose(event: Event): void {
    this.state.set((event.target as HTMLInputElement).checked ? 'closed' : 'open');
  }
}
