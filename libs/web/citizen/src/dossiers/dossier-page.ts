import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type AttachmentId,
  type CitizenAction,
  type DocumentView,
  type DossierId,
  downloadMyAttachment,
  downloadMyDocument,
  getMyDossier,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  Localized,
  PageTitle,
  saveFile,
  Session,
  useTexts,
} from '@mocua/web/kernel';
import { DueDate, LoadingState, PaymentRequests, ProblemNotice, StatusTag, Timeline } from '@mocua/web/ui';
import { DossierAnswers } from './dossier-answers';
import { MyDossierOrigins } from './dossier-origins';
import { DossierFee } from './dossier-fee';
import { DossierParcel } from './dossier-parcel';
import { SectorNotice } from './sector-notice';
import { SigningNotice } from './signing-notice';
import { SupplementRequest } from './supplement-request';
import { WithdrawDialog } from './withdraw-dialog';

/** One dossier: where it is, what to do now, and everything that belongs to it. */
@Component({
  selector: 'mocua-dossier-page',
  imports: [
    RouterLink,
    Localized,
    DueDate,
    LoadingState,
    PaymentRequests,
    ProblemNotice,
    StatusTag,
    Timeline,
    DossierAnswers,
    DossierFee,
    DossierParcel,
    MyDossierOrigins,
    SectorNotice,
    SigningNotice,
    SupplementRequest,
    WithdrawDialog,
  ],
  templateUrl: './dossier-page.html',
})
export class DossierPage {
  /** Bound from the route. */
  readonly dossierId = input.required<DossierId>();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #session = inject(Session);
  protected readonly t = useTexts();
  protected readonly loaded = loadEndpoint(getMyDossier, () => ({ params: { dossierId: this.dossierId() } }));
  protected readonly withdrawing = signal(false);
  protected readonly downloadFailure = signal<ApiFailure | null>(null);
  protected readonly result = computed(() =>
    this.loaded.value()?.documents.find((document) => document.kind === 'result'),
  );

  /** The owner, when it is somebody the person may act for and does not act for now. */
  protected readonly owner = computed(() => {
    const ownerId = this.loaded.value()?.ownerPartyId;
    const acting = this.#session.actingFor()?.partyId ?? this.#session.person()?.partyId;
    if (ownerId === undefined || ownerId === acting) return null;
    return this.#session.person()?.actingFor.find((party) => party.partyId === ownerId) ?? null;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const dossier = this.loaded.value();
      if (dossier !== undefined)
        title.about(`${dossier.code ?? dossier.transactionCode} – ${this.t('mine.title.dossier')}`);
    });
  }

  protected actForOwner(): void {
    this.#session.actFor(this.loaded.value()?.ownerPartyId ?? null);
    this.loaded.reload();
  }

  protected can(action: CitizenAction): boolean {
    return this.loaded.value()?.actions.includes(action) ?? false;
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected login(): void {
    this.#session.login();
  }

  protected async openDocument(document: DocumentView): Promise<void> {
    await this.#download(() =>
      this.#api.download(downloadMyDocument, {
        params: { dossierId: this.dossierId(), documentId: document.documentId },
      }),
    );
  }

  protected async openAttachment(attachmentId: AttachmentId, fileName: string): Promise<void> {
    await this.#download(async () => {
      const file = await this.#api.download(downloadMyAttachment, {
        params: { dossierId: this.dossierId(), attachmentId },
      });
      return { ...file, fileName };
    });
  }

  async #download(
    fetchFile: () => Promise<{ readonly blob: Blob; readonly fileName: string }>,
  ): Promise<void> {
    this.downloadFailure.set(null);
    try {
      saveFile(await fetchFile());
    } catch (error) {
      this.downloadFailure.set(asApiFailure(error));
    }
  }
}
