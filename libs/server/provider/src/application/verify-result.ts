import { Injectable } from '@nestjs/common';
import type { DossierId, InputOf, ResponseOf, verifyProvidedResult } from '@mocua/contract';
import { type PrintedDocument, PrintedDocuments, ReceiptSigner } from '@mocua/server/document';
import { decidedDocuments, DocumentSteps, DossierStream, StoredPapers } from '@mocua/server/dossier';

type Verification = ResponseOf<typeof verifyProvidedResult>;

type Issued = Pick<PrintedDocument, 'dossierId' | 'documentId' | 'kind' | 'printedAt'>;

const unknown: Verification = { valid: false, kind: null, dossierCode: null, issuedAt: null };

/** Says whether a receipt or a printed document was issued here and still holds. Whoever has the file knows its hash; nobody else does. */
@Injectable()
export class VerifyResult {
  constructor(
    private readonly signer: ReceiptSigner,
    private readonly documents: PrintedDocuments,
    private readonly dossiers: DossierStream,
    private readonly papers: StoredPapers,
    private readonly elsewhere: DocumentSteps,
  ) {}

  async execute(body: InputOf<typeof verifyProvidedResult>['body']): Promise<Verification> {
    if ('receipt' in body)
      return this.signer.verify(body.receipt)
        ? { ...unknown, valid: true, kind: 'submission-receipt' }
        : unknown;
    const printed = await this.documents.findByHash(body.documentSha256);
    const issued = printed ?? (await this.issuedElsewhere(body.documentSha256));
    if (issued === null) return unknown;
    const { documentId, kind, printedAt: issuedAt } = issued;
    const state = (await this.dossiers.load(issued.dossierId as DossierId))?.state;
    const revoked = (await this.papers.revocations([], [documentId])).has(documentId);
    return { valid: !revoked, kind, dossierCode: state?.code ?? state?.transactionCode ?? null, issuedAt };
  }

  /** A decision that was signed, numbered and issued in the document management system. */
  private async issuedElsewhere(sha256: string): Promise<Issued | null> {
    const dossierId = await this.elsewhere.dossierIssued(sha256);
    const state = dossierId && (await this.dossiers.load(dossierId))?.state;
    const document = state && decidedDocuments(state).at(-1);
    if (!document) return null;
    const { documentId, kind, issuedAt: printedAt } = document;
    return { dossierId, documentId, kind, printedAt };
  }
}
