import { Component, computed, inject, signal } from '@angular/core';
import {
  type DocumentView,
  type DossierSummary,
  getMyDossier,
  listMyDossiers,
  printMyDocument,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  Language,
  loadEndpoint,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice, QrCode } from '@mocua/web/ui';
import { KioskSession } from '../session/kiosk-session';
import { MachineParts } from '../session/machine-parts';

/** The results that are ready for the signed-in person: printed here, or opened on their phone. */
@Component({
  selector: 'mocua-results-screen',
  imports: [LoadingState, ProblemNotice, QrCode],
  templateUrl: './results-screen.html',
  styleUrl: './results-screen.css',
})
export class ResultsScreen {
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly session = inject(KioskSession);
  readonly #api = inject(ApiClient);
  readonly #parts = inject(MachineParts);
  protected readonly dossiers = loadEndpoint(listMyDossiers, () => ({ query: {} }));
  protected readonly ready = computed(() =>
    (this.dossiers.value()?.items ?? []).filter(({ state }) => state === 'done' || state === 'returned'),
  );
  protected readonly opened = signal<DossierSummary | null>(null);
  protected readonly documents = signal<readonly DocumentView[]>([]);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly printing = signal('');
  protected readonly printed = signal<ReadonlySet<string>>(new Set());
  /** The person's own pages; they sign in there on their phone. */
  protected readonly onPhone = computed(() => `${location.origin}/ho-so/${this.opened()?.dossierId ?? ''}`);

  protected async open(dossier: DossierSummary): Promise<void> {
    await this.#try(async () => {
      const { documents } = await this.#api.call(getMyDossier, { params: { dossierId: dossier.dossierId } });
      this.documents.set(documents.filter((document) => document.kind === 'result'));
      this.opened.set(dossier);
    });
  }

  protected async print(document: DocumentView): Promise<void> {
    const dossierId = this.opened()?.dossierId;
    if (dossierId === undefined || this.printing() !== '') return;
    const { documentId } = document;
    this.printing.set(documentId);
    await this.#try(async () => {
      await this.#api.call(printMyDocument, { params: { dossierId, documentId }, body: {} });
      this.#parts.note('printer', true);
      this.printed.update((all) => new Set([...all, documentId]));
    });
    this.printing.set('');
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      const failure = asApiFailure(error);
      if (failure.kind === 'problem' && failure.code === 'kiosk.printer-unavailable')
        this.#parts.note('printer', false);
      this.failure.set(failure);
    }
  }
}
