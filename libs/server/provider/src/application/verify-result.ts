import { Injectable } from '@nestjs/common';
import type { DocumentId, DossierId, InputOf, ResponseOf, verifyProvidedResult } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { PrintedDocuments, ReceiptSigner } from '@mocua/server/document';
import {
  decidedDocuments,
  DocumentSteps,
  DossierStream,
  ResultSignatures,
  StoredPapers,
} from '@mocua/server/dossier';
import { standingOfFile } from '../domain/file-standing';

type Verification = ResponseOf<typeof verifyProvidedResult>;

/** A file that was made here, and the document it is of. */
interface FileOfDocument {
  readonly state: DossierState;
  readonly documentId: DocumentId;
  readonly kind: string;
  readonly issuedAt: string;
}

const unknown: Verification = {
  ...{ valid: false, standing: 'unknown', kind: null, dossierCode: null, issuedAt: null },
};

/**
 * Says whether a receipt or a file was issued here and still holds, whichever way it was issued: as it was printed, signed from afar or by
 * hand, or by the document management system. Whoever has the file knows its hash; nobody else does.
 */
@Injectable()
export class VerifyResult {
  constructor(
    private readonly signer: ReceiptSigner,
    private readonly documents: PrintedDocuments,
    private readonly dossiers: DossierStream,
    private readonly papers: StoredPapers,
    private readonly elsewhere: DocumentSteps,
    private readonly signatures: ResultSignatures,
  ) {}

  async execute(body: InputOf<typeof verifyProvidedResult>['body']): Promise<Verification> {
    if ('receipt' in body)
      return this.signer.verify(body.receipt)
        ? { ...unknown, valid: true, standing: 'valid', kind: 'submission-receipt' }
        : unknown;
    const file = await this.find(body.documentSha256);
    if (file === null) return unknown;
    const { state, documentId, kind, issuedAt } = file;
    const issued = await this.issuedFile(state, documentId);
    const revoked = (await this.papers.revocations([], [documentId])).has(documentId);
    const standing = standingOfFile(body.documentSha256, issued, revoked);
    if (standing === 'unknown') return unknown;
    const dossierCode = state.code ?? state.transactionCode;
    return { valid: standing === 'valid', standing, kind, dossierCode, issuedAt };
  }

  private async find(sha256: string): Promise<FileOfDocument | null> {
    const printed = await this.documents.findByHash(sha256);
    if (printed !== null) {
      const { dossierId, documentId, kind, printedAt: issuedAt } = printed;
      const state = await this.stateOf(dossierId as DossierId);
      return state && { state, documentId, kind, issuedAt };
    }
    const signed = await this.signatures.signedAs(sha256);
    const dossierId = signed?.dossierId ?? (await this.elsewhere.dossierIssued(sha256));
    const state = dossierId && (await this.stateOf(dossierId));
    if (!state) return null;
    const decided = decidedDocuments(state);
    const document = signed
      ? decided.find(({ documentId }) => documentId === signed.documentId)
      : decided.at(-1);
    if (!document) return null;
    const { documentId, kind, issuedAt } = document;
    return { state, documentId, kind, issuedAt };
  }

  /** Hash of the file that is given out as the document; `as-printed` where that is the paper itself, null while nothing may leave. */
  private async issuedFile(state: DossierState, documentId: DocumentId): Promise<string | null> {
    const isDecided = decidedDocuments(state).some((each) => each.documentId === documentId);
    const elsewhere = isDecided ? await this.elsewhere.issuedFor(state) : null;
    if (elsewhere !== null) return elsewhere.sha256;
    const issue = await this.signatures.issueOf(state, documentId);
    if (issue.kind === 'awaited') return null;
    return issue.kind === 'signed' ? issue.file.sha256 : 'as-printed';
  }

  private async stateOf(dossierId: DossierId): Promise<DossierState | null> {
    return (await this.dossiers.load(dossierId))?.state ?? null;
  }
}
