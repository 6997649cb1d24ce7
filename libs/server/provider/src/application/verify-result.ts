import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf, verifyProvidedResult } from '@mocua/contract';
import { PrintedDocuments, ReceiptSigner } from '@mocua/server/document';
import { DossierProgress, StoredPapers } from '@mocua/server/dossier';

type Verification = ResponseOf<typeof verifyProvidedResult>;

const unknown: Verification = { valid: false, kind: null, dossierCode: null, issuedAt: null };

/** Says whether a receipt or a printed document was issued here and still holds. Whoever has the file knows its hash; nobody else does. */
@Injectable()
export class VerifyResult {
  constructor(
    private readonly signer: ReceiptSigner,
    private readonly documents: PrintedDocuments,
    private readonly progress: DossierProgress,
    private readonly papers: StoredPapers,
  ) {}

  async execute(body: InputOf<typeof verifyProvidedResult>['body']): Promise<Verification> {
    if ('receipt' in body)
      return this.signer.verify(body.receipt)
        ? { ...unknown, valid: true, kind: 'submission-receipt' }
        : unknown;
    const document = await this.documents.findByHash(body.documentSha256);
    if (document === null) return unknown;
    const dossier = (await this.progress.many([document.dossierId])).get(document.dossierId);
    const { documentId } = document;
    const revoked = (await this.papers.revocations([], [documentId])).has(documentId);
    return {
      valid: !revoked,
      kind: document.kind,
      dossierCode: dossier?.code ?? dossier?.transactionCode ?? null,
      issuedAt: document.printedAt,
    };
  }
}
