import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { DocumentId } from '@mocua/contract';
import type { DocumentRef, DossierState } from '@mocua/engine/dossier';
import { type PrintData, type PrintedDocument, PrintedDocuments } from '@mocua/server/document';
import { problem } from '@mocua/server/kernel';
import { documentTitles } from '../domain/words';
import { SubmissionReceipts } from './filing/submission-receipts';
import { form01Data, form02Data, form03Data, submissionReceiptData } from './printing/form-data';
import { paymentReceiptData } from './printing/payment-receipt-data';
import { PrintSources } from './printing/print-sources';
import { resultData } from './printing/result-data';

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
    private readonly sources: PrintSources,
    private readonly printed: PrintedDocuments,
    private readonly receipts: SubmissionReceipts,
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
    return { paper, fileName: paperName(state, document.kind) };
  }

  private async dataOf(state: DossierState, document: DocumentRef): Promise<PrintData[DocumentRef['kind']]> {
    const { source, signer } = await this.sources.of(state, document);
    const { opened } = source;
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
        return form03Data(source, mapping, await signer());
      case 'payment-receipt':
        return paymentReceiptData(source);
      case 'result':
        return resultData(source, mapping, await signer());
    }
  }
}

/** What a paper of a dossier is called as a file. */
export function paperName(state: DossierState, kind: DocumentRef['kind']): string {
  const title = documentTitles[kind].vi.replace(/[^\p{L}\p{N} ]/gu, '');
  return `${title} ${state.code ?? state.transactionCode}.pdf`;
}
