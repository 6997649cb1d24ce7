import { Component, computed, inject, input, signal } from '@angular/core';
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
  saveFile,
  useTexts,
} from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { type ShownStep, StepElsewhere } from './step-elsewhere';

/** Documents of the dossier that are signed, numbered and issued elsewhere: how far each has come, and who did what. */
@Component({
  selector: 'mocua-outgoing-documents',
  imports: [ProblemNotice, StepElsewhere],
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

  protected readonly documents = computed(() =>
    (this.loaded.value()?.items ?? [])
      .filter(({ byHand, handedOverAt }) => byHand !== 'free' || handedOverAt !== null)
      .map((document) => ({ document, shown: this.#shownOf(document) })),
  );

  protected async keep({ taskId }: OutgoingDocumentView, which: 'draft' | 'issued'): Promise<void> {
    this.failure.set(null);
    const { dossierId } = this.dossier();
    try {
      saveFile(await this.#api.download(downloadOutgoingDocument, { params: { dossierId, taskId, which } }));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }

  #shownOf(document: OutgoingDocumentView): ShownStep {
    const { t } = this;
    const when = (instant: string) => formatInstant(instant, this.language.current());
    const { exception, issued, handedOverAt } = document;
    const inWords = exception && { time: when(exception.at), reason: exception.reason };
    return {
      id: `van-ban-${document.taskId}`,
      heading: t('officer.outgoing.heading'),
      name: document.kind,
      stepName: document.stepName,
      standing: t(`officer.outgoing.standing.${document.standing}`),
      exception: inWords && t('officer.outgoing.exception', inWords),
      facts: [
        [t('officer.outgoing.number'), issued && issued.number],
        [t('officer.outgoing.issuedOn'), issued?.issuedOn ? day(issued.issuedOn) : null],
        [t('officer.outgoing.signer'), issued && issued.signer],
        [t('officer.outgoing.signature'), this.#signatureOf(document)],
        [t('officer.outgoing.handedOverAt'), handedOverAt && when(handedOverAt)],
        [t('officer.outgoing.externalCode'), document.externalCode],
        [t('officer.outgoing.basis'), document.basis],
        [t('officer.outgoing.why'), this.#troubleOf(document)],
      ],
      newsHeading: t('officer.outgoing.news'),
      news: document.news.map(({ kind, at, by, number, text, overtaken }) => ({
        what: t(`officer.outgoing.did.${kind}`),
        when: when(at),
        more: [by, number && t('officer.outgoing.withNumber', { number }), text],
        overtaken,
      })),
      overtaken: t('officer.outgoing.overtaken'),
    };
  }

  #signatureOf({ signature }: OutgoingDocumentView): string | null {
    if (signature === null) return null;
    const signers = signature.signers.join(', ');
    return this.t(`officer.outgoing.signed.${signature.state}`, { signers });
  }

  /** Why it waits, in words where there are some; else the code to pass on. */
  #troubleOf({ trouble }: OutgoingDocumentView): string | null {
    if (trouble === null) return null;
    const known = ['older-draft', 'number-used', 'no-number', 'signature-broken'].includes(trouble);
    return known
      ? this.t(`officer.outgoing.trouble.${trouble}`)
      : this.t('officer.outgoing.notTaken', { code: trouble });
  }
}

/** `2026-11-16` as it stands on documents. */
function day(date: string): string {
  return date.split('-').reverse().join('/');
}
