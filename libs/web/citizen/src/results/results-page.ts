import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type DocumentId, downloadMyDocument, listMyResults, type MyResult } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  Language,
  loadList,
  Localized,
  saveFile,
  Session,
  useTexts,
} from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';

/** Every result in one place, to download again whenever it is needed. */
@Component({
  selector: 'mocua-results-page',
  imports: [RouterLink, Localized, EmptyState, LoadingState, ProblemNotice, ShowMore],
  templateUrl: './results-page.html',
})
export class ResultsPage {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #session = inject(Session);
  protected readonly t = useTexts();
  protected readonly list = loadList(
    listMyResults,
    (result) => result.documentId,
    () => this.#session.actingFor()?.partyId ?? null,
  );
  protected readonly busy = signal<DocumentId | null>(null);
  protected readonly failure = signal<ApiFailure | null>(null);

  protected date(instant: string): string {
    return formatDate(instant, this.#language.current());
  }

  protected async download({ dossierId, documentId }: MyResult): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(documentId);
    this.failure.set(null);
    try {
      const file = await this.#api.download(downloadMyDocument, { params: { dossierId, documentId } });
      saveFile(file);
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(null);
    }
  }
}
