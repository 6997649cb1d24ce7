import { Component, inject, input, signal } from '@angular/core';
import {
  type AttachmentView,
  type DocumentView,
  downloadOfficerAttachment,
  downloadOfficerDocument,
  type OfficerDossierView,
  type ResultRevocation,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  type DownloadedFile,
  formatBytes,
  formatDate,
  formatInstant,
  Language,
  saveFile,
  useTexts,
} from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';
import { DossierStore } from './dossier-store';
import { RevokeResultDialog } from './revoke-result-dialog';
import { showInTab } from './show-in-tab';

/** Papers of the applicant and documents of the agency, to view beside the dossier or to keep. */
@Component({
  selector: 'mocua-dossier-files',
  imports: [ProblemNotice, RevokeResultDialog],
  templateUrl: './dossier-files.html',
  styleUrl: './dossier-files.css',
})
export class DossierFiles {
  readonly dossier = input.required<OfficerDossierView>();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  readonly #api = inject(ApiClient);
  readonly #acting = inject(ActingAssignment);
  readonly #store = inject(DossierStore);
  /** Names of papers by component code. */
  readonly components = input.required<ReadonlyMap<string, string>>();
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly fetching = signal<string | null>(null);
  protected readonly toRevoke = signal<DocumentView | null>(null);
  protected readonly done = signal('');

  /** The server decides; this only keeps the button from those who could never use it. */
  protected revocable({ kind, revoked }: DocumentView): boolean {
    const mayDecide = this.#acting.permissions().includes('dossier.approve');
    return mayDecide && kind === 'result' && revoked === undefined && this.dossier().outcome === 'positive';
  }

  protected revocation({ on, decisionNumber, reason }: ResultRevocation): string {
    const date = formatDate(on, this.language.current());
    return this.t('officer.dossier.revokedBy', { date, number: decisionNumber, reason });
  }

  protected async reread(): Promise<void> {
    this.done.set(this.t('officer.revoke.done'));
    await this.#store.refresh();
  }

  protected about(file: AttachmentView): string {
    const language = this.language.current();
    return `${formatBytes(file.size, language)}, ${formatInstant(file.uploadedAt, language)}`;
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }

  protected view(file: AttachmentView): Promise<void> {
    return this.#show(file.attachmentId, () => this.#attachment(file));
  }

  protected keep(file: AttachmentView): Promise<void> {
    return this.#save(file.attachmentId, () => this.#attachment(file));
  }

  protected viewDocument(document: DocumentView): Promise<void> {
    return this.#show(document.documentId, () => this.#document(document));
  }

  protected keepDocument(document: DocumentView): Promise<void> {
    return this.#save(document.documentId, () => this.#document(document));
  }

  #attachment({ attachmentId }: AttachmentView): Promise<DownloadedFile> {
    return this.#api.download(downloadOfficerAttachment, {
      params: { dossierId: this.dossier().dossierId, attachmentId },
    });
  }

  #document({ documentId }: DocumentView): Promise<DownloadedFile> {
    return this.#api.download(downloadOfficerDocument, {
      params: { dossierId: this.dossier().dossierId, documentId },
    });
  }

  async #show(id: string, fetch: () => Promise<DownloadedFile>): Promise<void> {
    const tab = window.open('', '_blank');
    showInTab(tab, await this.#fetch(id, fetch));
  }

  async #save(id: string, fetch: () => Promise<DownloadedFile>): Promise<void> {
    const file = await this.#fetch(id, fetch);
    if (file !== null) saveFile(file);
  }

  async #fetch(id: string, fetch: () => Promise<DownloadedFile>): Promise<DownloadedFile | null> {
    this.fetching.set(id);
    this.failure.set(null);
    try {
      return await fetch();
    } catch (error) {
      this.failure.set(asApiFailure(error));
      return null;
    } finally {
      this.fetching.set(null);
    }
  }
}
