import type { DocumentId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { Injectable } from '@nestjs/common';
import { FileNotStored, FileStore } from '@mocua/server/document';
import {
  decidedDocuments,
  type ResultIssue,
  ResultSignatures,
  type SignatureWord,
  type SignedDocument,
} from '@mocua/server/dossier';
import { problem } from '@mocua/server/kernel';
import { checkSignedPdf, type SignatureCheck } from '../domain/signed-pdf';
import { Credentials } from '../persistence/credentials';
import { type SignedPaper, SignedPapers } from '../persistence/signed-papers';
import { TrustedAuthorities } from '../ports';
import { contentOf, signingReason } from './signing-case';

/** Answers for the signatures that were stored. A file is checked at every look: what was true once is not taken on trust. */
@Injectable()
export class StoredSignatures extends ResultSignatures {
  constructor(
    private readonly papers: SignedPapers,
    private readonly credentials: Credentials,
    private readonly files: FileStore,
    private readonly trust: TrustedAuthorities,
  ) {
    super();
  }

  override async issueOf(state: DossierState, documentId: DocumentId): Promise<ResultIssue> {
    if (!decidedDocuments(state).some((document) => document.documentId === documentId))
      return { kind: 'as-printed' };
    const paper = await this.papers.find(documentId);
    if (paper) return { kind: 'signed', file: paper };
    const { dossierId } = state;
    return (await this.credentials.signersOf([dossierId])).has(dossierId)
      ? { kind: 'awaited' }
      : { kind: 'as-printed' };
  }

  override signedAs(sha256: string): Promise<SignedDocument | null> {
    return this.papers.signedAs(sha256);
  }

  override async requireIntact(documentId: DocumentId): Promise<void> {
    const paper = await this.papers.find(documentId);
    if (paper?.method === 'remote' && !(await this.check(paper)).holds)
      throw problem('document.signature-broken');
  }

  override async wordOf(state: DossierState): Promise<SignatureWord | null> {
    const document = decidedDocuments(state).at(-1);
    if (!document) return null;
    const issue = await this.issueOf(state, document.documentId);
    if (issue.kind === 'as-printed') return null;
    const paper = await this.papers.find(document.documentId);
    if (!paper) return { state: 'awaited', signer: null, signedAt: null };
    if (paper.method === 'paper') return { state: 'on-paper', signer: null, signedAt: null };
    const found = await this.check(paper);
    return found.holds
      ? { state: 'holds', signer: found.holder, signedAt: paper.signingTime.toISOString() }
      : { state: 'broken', signer: null, signedAt: null };
  }

  async check(paper: SignedPaper & { readonly method: 'remote' }): Promise<SignatureCheck> {
    try {
      const signed = await contentOf(this.files, paper.sha256);
      const printed = await contentOf(this.files, paper.printedSha256);
      const roots = await this.trust.roots();
      return checkSignedPdf({ signed, printed, reason: signingReason, at: paper.signingTime, roots });
    } catch (error) {
      if (error instanceof FileNotStored) return { holds: false, fault: 'changed' };
      throw error;
    }
  }
}
