import { Injectable } from '@nestjs/common';
import type { DocumentId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { FileStore } from '@mocua/server/document';
import { problem } from '@mocua/server/kernel';
import { decidedDocuments, type IssuedFile, ResultSignatures } from '../domain/result-signatures';
import { DocumentSteps } from '../domain/document-steps';
import { paperName, PrintDocument, type PrintedFile } from './print-document';

/** The paper as it leaves the house, with the name it has for people. */
export interface IssuedPaper {
  readonly file: IssuedFile;
  readonly fileName: string;
}

/** Gives papers out: as they were printed or, where somebody signs from afar, with the signature and never without. */
@Injectable()
export class IssuePaper {
  constructor(
    private readonly printing: PrintDocument,
    private readonly signatures: ResultSignatures,
    private readonly files: FileStore,
    private readonly elsewhere: DocumentSteps,
  ) {}

  /**
   * The paper as it is issued; null while its signature is awaited.
   *
   * @throws Problem `document.not-found`
   */
  async find(state: DossierState, documentId: DocumentId): Promise<IssuedPaper | null> {
    const decided = decidedDocuments(state).find((document) => document.documentId === documentId);
    const issuedElsewhere = decided ? await this.elsewhere.issuedFor(state) : null;
    if (decided && issuedElsewhere)
      return { file: issuedElsewhere, fileName: paperName(state, decided.kind) };
    const issue = await this.signatures.issueOf(state, documentId);
    if (issue.kind === 'awaited') return null;
    const { paper, fileName } = await this.printing.print(state, documentId);
    return { file: issue.kind === 'signed' ? issue.file : paper, fileName };
  }

  /** @throws Problem `document.not-found`, `document.awaits-signature`, `document.signature-broken` */
  async open(state: DossierState, documentId: DocumentId): Promise<PrintedFile> {
    const issued = await this.find(state, documentId);
    if (!issued) throw problem('document.awaits-signature');
    await this.signatures.requireIntact(documentId);
    const { file, fileName } = issued;
    return { content: await this.files.open(file.sha256), size: file.size, fileName };
  }

  /** What officers look at: the paper without its signature while that is awaited. @throws Problem `document.not-found` */
  async openInside(state: DossierState, documentId: DocumentId): Promise<PrintedFile> {
    const issue = await this.signatures.issueOf(state, documentId);
    return issue.kind === 'awaited' ? this.printing.execute(state, documentId) : this.open(state, documentId);
  }

  /** @throws Problem `document.awaits-signature` while a result may not be handed out */
  async requireIssued(state: DossierState): Promise<void> {
    for (const { documentId } of decidedDocuments(state)) {
      const issue = await this.signatures.issueOf(state, documentId);
      if (issue.kind === 'awaited') throw problem('document.awaits-signature');
    }
  }
}
