import { Component, inject, signal } from '@angular/core';
import { deleteDraft, type DraftId, listDrafts, listMyDossiers, listMyMirrors } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  loadEndpoint,
  loadList,
  Session,
  useTexts,
} from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';
import { DossierCard } from './dossier-card';
import { DraftCard } from './draft-card';
import { MirrorCard } from './mirror-card';

/** Everything the person has under way: drafts first, then dossiers, newest first, then those that others resolve. */
@Component({
  selector: 'mocua-my-dossiers-page',
  imports: [DossierCard, DraftCard, EmptyState, LoadingState, MirrorCard, ProblemNotice, ShowMore],
  templateUrl: './my-dossiers-page.html',
})
export class MyDossiersPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  protected readonly t = useTexts();
  protected readonly drafts = loadEndpoint(listDrafts, () => ({}));
  protected readonly list = loadList(
    listMyDossiers,
    (dossier) => dossier.dossierId,
    () => this.#session.actingFor()?.partyId ?? null,
  );
  protected readonly mirrors = loadEndpoint(listMyMirrors, () => {
    this.#session.actingFor();
    return {};
  });
  protected readonly failure = signal<ApiFailure | null>(null);

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
