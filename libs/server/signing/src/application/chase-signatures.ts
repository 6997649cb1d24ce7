import { Injectable } from '@nestjs/common';
import { Clock, Logger } from '@mocua/server/kernel';
import { SignatureRequests } from '../persistence/signature-requests';
import { TakeSignature } from './take-signature';

/** Looks after requests that wait for their signer: those that were called about, and those nobody called about. */
@Injectable()
export class ChaseSignatures {
  constructor(
    private readonly requests: SignatureRequests,
    private readonly taking: TakeSignature,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Answers how many requests it asked about. */
  async round(limit = 20): Promise<number> {
    const due = await this.requests.takeToLookAt(this.clock.now(), limit);
    for (const transactionId of due) {
      try {
        await this.taking.execute(transactionId);
      } catch (error) {
        this.logger.warn({ err: error, transactionId }, 'a signature was not taken; it is asked about again');
      }
    }
    return due.length;
  }
}
