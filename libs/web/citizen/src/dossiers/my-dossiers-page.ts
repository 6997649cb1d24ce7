import { Component, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { deleteDraft, type DossierSummary, type DraftId, listDrafts, listMyDossiers } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, loadEndpoint, useTexts } from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';
import { DossierCard } from './dossier-card';
import { DraftCard } from './draft-card';

/** Everything the person has under way: drafts first, then dossiers, newest first. */
@Component({
  selector: 'mocua-my-dossiers-page',
  imports: [RouterLink, DossierCard, DraftCard, EmptyState, LoadingState, ProblemNotice, ShowMore],
  templateUrl: './my-dossiers-page.html',
})
export class MyDossiersPage {
  readonly #api = inject(ApiClient);
  readonly #after = signal<string | undefined>(undefined);
  protected readonly t = useTexts();
  protected readonly drafts = loadEndpoint(listDrafts, () => ({}));
  protected readonly page = loadEndpoint(listMyDossiers, () => {
    const after = this.#after();
    return { query: after === undefined ? {} : { after } };
  });
  protected readonly dossiers = signal<readonly DossierSummary[]>([]);
  protected readonly next = signal<string | null>(null);
  protected readonly ready = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);

  constructor() {
    effect(() => {
      const page = this.page.value();
      if (page === undefined) return;
      this.dossiers.update((shown) => [
        ...shown,
        ...page.items.filter((item) => !shown.some((known) => known.dossierId === item.dossierId)),
      ]);
      this.next.set(page.next);
      this.ready.set(true);
    });
  }

  protected more(): void {
    const next = this.next();
    if (next !== null) this.#after.set(next);
  }

  protected async discard(draftId: DraftId): Promise<void> {
    this.failure.set(null);
    try {
      await this.#api.call(deleteDraft, { params: { draftId } });
      this.drafts.reload();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
