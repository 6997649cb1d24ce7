import { Injectable } from '@nestjs/common';
import { Clock } from '@mocua/server/kernel';
import { SignatureRequests } from '../persistence/signature-requests';
import { SigningService, type WireMessage } from '../ports';

/** Calls of the service. They bring no signature: one that is believed only has the request looked at sooner. */
@Injectable()
export class HearSigning {
  constructor(
    private readonly service: SigningService,
    private readonly requests: SignatureRequests,
    private readonly clock: Clock,
  ) {}

  async callback(message: WireMessage): Promise<WireMessage> {
    const transactionId = this.service.readCallback(message);
    if (transactionId !== null) await this.requests.hurry(transactionId, this.clock.now());
    return this.service.answerCallback(transactionId !== null);
  }
}
