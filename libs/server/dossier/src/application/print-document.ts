import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { AssignmentId, DocumentId, PartyId } from '@mocua/contract';
import type { DocumentRef, DossierState, EventActor } from '@mocua/engine/dossier';
import {
  type PrintData,
  type PrintedDocument,
  PrintedDocuments,
  type PrintedSigner,
} from '@mocua/server/document';
import { ActingAssignments, PartyDirectory, ProvinceSettings } from '@mocua/server/identity';
import { Config, problem } from '@mocua/server/kernel';
import { documentTitles } from '../domain/words';
import { SubmissionReceipts } from './filing/submission-receipts';
import { form01Data, form02Data, form03Data, signerActor, submissionReceiptData } from './printing/form-data';
import { paymentReceiptData } from './printing/payment-receipt-data';
import { resultData } from './printing/result-data';
import { officerName, type PrintSource } from './printing/print-source';
import { DossierReader } from './views/dossier-reader';

export interface PrintedFile {
  readonly content: Readable;
  readonly size: number;
  readonly fileName: string;
}

/** A printed document with the name it has for people. */
export interface PaperOfDossier {
  readonly paper: PrintedDocument;
  readonly fileName: string;
}

/** Gives a printed form or result; it is printed at the first demand and is the same paper ever after. */
@Injectable()
export class PrintDocument {
  constructor(
    private readonly reader: DossierReader,
    private readonly printed: PrintedDocuments,
    private readonly parties: PartyDirectory,
    private readonly assignments: ActingAssignments,
    private readonly receipts: SubmissionReceipts,
    private readonly province: ProvinceSettings,
    private readonly config: Config,
  ) {}

  /** @throws Problem `document.not-found` */
  async execute(state: DossierState, documentId: DocumentId): Promise<PrintedFile> {
    const { paper, fileName } = await this.print(state, documentId);
    return { content: await this.printed.open(paper), size: paper.size, fileName };
  }

  /**
   * Sees to it that the document is printed, and opens nothing that was printed before.
   *
   * @throws Problem `document.not-found`
   */
  async print(state: DossierState, documentId: DocumentId): Promise<PaperOfDossier> {
    const document = state.documents.find((each) => each.documentId === documentId);
    if (!document) throw problem('document.not-found');
    const key = { documentId, dossierId: state.dossierId, kind: document.kind, eventSeq: document.seq };
    const paper = await this.printed.printOnce(key, () => this.dataOf(state, document));
    const title = documentTitles[document.kind].vi.replace(/[^\p{L}\p{N} ]/gu, '');
    return { paper, fileName: `${title} ${state.code ?? state.transactionCode}.pdf` };
  }

  private async dataOf(state: DossierState, document: DocumentRef): Promise<PrintData[DocumentRef['kind']]> {
    const opened = await this.reader.open(state, 'officer');
    const officers = opened.events.flatMap((event) =>
      event.actor.kind === 'officer' ? [event.actor.partyId] : [],
    );
    const names = await this.parties.displayNames([...officers, state.people.owner, state.people.submitter]);
    const source: PrintSource = {
      opened,
      document,
      province: {
        name: this.province.view.name.vi,
        hotline: this.province.view.hotline,
        portal: this.config.publicOrigin,
      },
      tracking: this.receipts.tracking(state),
      nameOf: (partyId: PartyId) => names.get(partyId) ?? '',
    };
    const mapping = opened.procedure.print;
    switch (document.kind) {
      case 'submission-receipt': {
        const [first] = opened.events;
        if (first?.type !== 'dossier-submitted') throw problem('document.not-found');
        const { answers, attachments, units, reception } = first.payload;
        const { receipt } = await this.receipts.of(
          { ...state, answers, attachments, units },
          reception.dueAt,
        );
        return submissionReceiptData(source, { sha256: receipt.sha256, keyId: receipt.keyId });
      }
      case 'form-01':
        return form01Data(source);
      case 'form-02':
        return form02Data(source);
      case 'form-03':
        return form03Data(source, mapping, await this.signerOf(source, document));
      case 'payment-receipt':
        return paymentReceiptData(source);
      case 'result':
        return resultData(source, mapping, await this.signerOf(source, document));
    }
  }

  /** Who signs: the leader who approved; for a refusal to receive, the officer who refused. */
  private async signerOf(source: PrintSource, document: DocumentRef): Promise<PrintedSigner> {
    const refused = source.opened.events.find(
      (event) => event.seq === document.seq && event.type === 'dossier-refused',
    );
    const actor: EventActor | undefined = refused?.actor ?? signerActor(source);
    if (actor?.kind !== 'officer') return { name: officerName(source, actor), capacity: null, title: '' };
    const assignment = await this.assignments.find(actor.assignmentId as AssignmentId);
    const title = (assignment?.title ?? '').toLocaleUpperCase('vi');
    return { name: source.nameOf(actor.partyId), capacity: assignment?.signingCapacity ?? null, title };
  }
}
