import { Component, inject, input, signal } from '@angular/core';
import {
  downloadOutgoingDocument,
  listOutgoingDocuments,
  type OfficerDossierView,
  type OutgoingDocumentView,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  Localized,
  saveFile,
  useTexts,
} from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';

/** Documents of the dossier that are signed, numbered and issued elsewhere: how far each has come, and who did what. */
@Component({
  selector: 'mocua-outgoing-documents',
  imports: [Localized, ProblemNotice],
  templateUrl: './outgoing-documents.html',
})
export class OutgoingDocuments {
  readonly dossier = input.required<OfficerDossierView>();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  readonly #api = inject(ApiClient);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly loaded = loadEndpoint(listOutgoingDocuments, () => {
    // The version is read so that the list follows the dossier.
    const { dossierId, version } = this.dossier();
    return version > 0 ? { params: { dossierId } } : undefined;
  });

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }

  /** `2026-11-16` as it stands on documents. */
  protected day(date: string): string {
    return date.split('-').reverse().join('/');
  }

  /** Why it waits, in words where there are some; else the code to pass on. */
  protected troubleOf({ trouble }: OutgoingDocumentView): string {
    const known = ['older-draft', 'number-used', 'no-number'].includes(trouble ?? '');
    return known
      ? this.t(`officer.outgoing.trouble.${trouble}`)
      : this.t('officer.outgoing.notTaken', { code: trouble ?? '' });
  }

  protected async keep({ taskId }: OutgoingDocumentView, which: 'draft' | 'issued'): Promise<void> {
    this.failure.set(null);
    const { dossierId } = this.dossier();
    try {
      saveFile(await this.#api.download(downloadOutgoingDocument, { params: { dossierId, taskId, which } }));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
