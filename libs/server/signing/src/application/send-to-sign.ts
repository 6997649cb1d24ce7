import type { SignatureFault } from '@mocua/contract';
import { Injectable } from '@nestjs/common';
import {
  type ChunkOutcome,
  Clock,
  Database,
  DestinationUnavailable,
  OutboxChunkHandler,
  type OutboxRow,
} from '@mocua/server/kernel';
import { sha256 } from '../domain/cms';
import type { RequestState } from '../domain/signing-state';
import {
  type SignatureRequest,
  SignatureRequests,
  signingDestination,
} from '../persistence/signature-requests';
import { SigningService, SigningUnavailable } from '../ports';
import { SignerCheck } from './signer-check';
import { SigningCase } from './signing-case';

/**
 * Asks the service for a signature, after commit. Time and certificate are fixed before the service hears of it, so that
 * asking again after a lost reply is the same request. A service that is down costs a request nothing but time.
 */
@Injectable()
export class SendToSign extends OutboxChunkHandler {
  override readonly destination = signingDestination;
  override readonly chunkSize = 1;
  override readonly concurrency = 4;

  constructor(
    private readonly requests: SignatureRequests,
    private readonly signers: SignerCheck,
    private readonly cases: SigningCase,
    private readonly service: SigningService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    const outcome = new Map<string, Error | null>();
    for (const { id, payload } of rows) outcome.set(id, await this.deliver(String(payload['transactionId'])));
    return outcome;
  }

  private async deliver(transactionId: string): Promise<Error | null> {
    try {
      const request = await this.requests.byId(transactionId);
      if (request?.state === 'due') await this.ask(request);
      return null;
    } catch (error) {
      if (error instanceof SigningUnavailable) return new DestinationUnavailable(this.destination, error);
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private async ask(request: SignatureRequest): Promise<void> {
    const { transactionId, credentialId } = request;
    const chain = await this.signers.chainOf(request);
    // Signatures tell whole seconds.
    const at = request.signingTime ?? new Date(Math.floor(this.clock.now().getTime() / 1000) * 1000);
    const fault = await this.signers.faultOf(request, chain, at);
    const [leaf] = chain;
    if (fault !== null || !leaf) return this.end(request, 'invalid', fault ?? 'unreadable');
    const certificate = sha256(leaf.x509.raw).toString('hex');
    if (request.certificateSha256 !== null && request.certificateSha256 !== certificate)
      return this.end(request, 'failed', 'not-taken');
    await this.requests.fix(transactionId, at, certificate);
    const { digest, fileName } = await this.cases.prepare(request, leaf, at);
    const title = fileName.replace(/\.pdf$/u, '');
    if (!(await this.service.ask({ transactionId, credentialId, digest, title })))
      return this.end(request, 'failed', 'not-taken');
    await this.requests.asked(transactionId, this.clock.now());
  }

  private async end(
    { transactionId }: SignatureRequest,
    state: RequestState,
    fault: SignatureFault,
  ): Promise<void> {
    await this.requests.settle(this.database, transactionId, state, fault, this.clock.now());
  }
}
