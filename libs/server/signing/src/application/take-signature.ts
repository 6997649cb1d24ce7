import type { SignatureFault } from '@mocua/contract';
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mocua/server/kernel';
import { isSignatureOf, sha256, signatureMessage } from '../domain/cms';
import { embed } from '../domain/signable-pdf';
import { type SignatureRequest, SignatureRequests } from '../persistence/signature-requests';
import { SigningService } from '../ports';
import { SignedFileStorage } from './signed-file-storage';
import { SignerCheck } from './signer-check';
import { SigningCase } from './signing-case';

/** A signed file before it is stored, or why there is none. */
type Attached =
  { readonly signed: Buffer; readonly printedSha256: string } | { readonly fault: SignatureFault };

/** Asks what became of a request. A signature is attached only after it was checked, and only once. */
@Injectable()
export class TakeSignature {
  constructor(
    private readonly requests: SignatureRequests,
    private readonly service: SigningService,
    private readonly signers: SignerCheck,
    private readonly cases: SigningCase,
    private readonly storage: SignedFileStorage,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws SigningUnavailable when the service does not answer; the request goes on waiting */
  async execute(transactionId: string): Promise<void> {
    const request = await this.requests.byId(transactionId);
    if (request?.state !== 'waiting' || request.signingTime === null) return;
    const answer = await this.service.answerOf(transactionId);
    const now = this.clock.now();
    switch (answer.kind) {
      case 'waiting':
        return;
      case 'refused':
      case 'expired':
        await this.requests.settle(this.database, transactionId, answer.kind, null, now);
        return;
      case 'unknown':
        await this.requests.settle(this.database, transactionId, 'failed', 'not-taken', now);
        return;
      case 'signed':
        await this.attach(request, request.signingTime, answer.signature);
    }
  }

  private async attach(request: SignatureRequest, signingTime: Date, signature: Buffer): Promise<void> {
    const attached = await this.check(request, signingTime, signature);
    const now = this.clock.now();
    const { transactionId, documentId, dossierId, partyId } = request;
    if ('fault' in attached) {
      await this.requests.settle(this.database, transactionId, 'invalid', attached.fault, now);
      return;
    }
    const { signed, printedSha256 } = attached;
    const file = await this.storage.keep(signed, now);
    await this.database.transaction(async (tx) => {
      if (!(await this.requests.settle(tx, transactionId, 'signed', null, now))) return;
      const common = { documentId, dossierId, partyId, ...file, signingTime, recordedAt: now };
      await this.storage.record(tx, { ...common, method: 'remote', transactionId, printedSha256 });
    });
  }

  /** The certificate is looked at again: it may not be the one that was asked with, and not be the person's any more. */
  private async check(request: SignatureRequest, at: Date, signature: Buffer): Promise<Attached> {
    const chain = await this.signers.chainOf(request);
    const [leaf] = chain;
    const fault = await this.signers.faultOf(request, chain, at);
    if (fault !== null || !leaf) return { fault: fault ?? 'unreadable' };
    const isAsked = sha256(leaf.x509.raw).toString('hex') === request.certificateSha256;
    const { signable, attributes, paper } = await this.cases.prepare(request, leaf, at);
    if (!isAsked || !isSignatureOf(attributes, leaf, signature)) return { fault: 'wrong-signature' };
    const signed = embed(signable, signatureMessage(attributes, chain, signature));
    return { signed, printedSha256: paper.sha256 };
  }
}
