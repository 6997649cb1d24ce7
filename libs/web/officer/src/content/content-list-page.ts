import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ContentKind, contentKinds, listContent } from '@mocua/contract';
import { formatDate, formatInstant, Language, loadEndpoint, useTexts } from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';

/** Announcements, questions and guides with where each stands. */
@Component({
  selector: 'mocua-content-list-page',
  imports: [EmptyState, LoadingState, ProblemNotice, RouterLink],
  templateUrl: './content-list-page.html',
})
export class ContentListPage {
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly kinds = contentKinds;
  protected readonly kind = signal<ContentKind | null>(null);
  protected readonly permitted = computed(() => this.#acting.permissions().includes('content.edit'));
  protected readonly pages = loadEndpoint(listContent, () => {
    const kind = this.kind();
    return this.permitted() ? { query: kind === null ? {} : { kind } } : undefined;
  });

  protected choose(event: Event): void {
    const value = (event.target as HTMLSelectElement).value;
    this.kind.set(contentKinds.find((kind) => kind === value) ?? null);
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected date(day: string): string {
    return formatDate(day, this.#language.current());
  }
}
