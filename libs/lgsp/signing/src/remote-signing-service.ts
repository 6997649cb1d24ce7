import { createHmac, timingSafeEqual } from 'node:crypto';
import { LgspFailure, type Operation, type ServiceClient } from '@mocua/lgsp/client';
import {
  type RemoteAnswer,
  type RemoteSigningRequest,
  SigningService,
  SigningUnavailable,
  type WireMessage,
} from '@mocua/server/signing';
import { z } from 'zod';
import type { PartnerAccount, SigningOperations } from './signing-operations';

const call = z.object({
  sp_id: z.string(),
  transaction_id: z.uuid(),
  status: z.string().max(40),
  time_stamp: z.string().max(40),
  signature: z.string().regex(/^[0-9a-f]{64}$/u),
});

/** Proof of a call: only the two sides can make it. */
export function callSignature(
  { partner, secret }: PartnerAccount,
  transactionId: string,
  status: string,
  timeStamp: string,
): string {
  return createHmac('sha256', secret)
    .update([partner, transactionId, status, timeStamp].join('|'))
    .digest('hex');
}

/** A remote signing service of the kind that confirms on a phone. */
export class RemoteSigningService extends SigningService {
  constructor(
    private readonly client: ServiceClient,
    private readonly operations: SigningOperations,
    private readonly account: PartnerAccount,
  ) {
    super();
  }

  override certificates(credentialId: string): Promise<readonly Buffer[]> {
    return this.call(this.operations.certificates, credentialId);
  }

  override async ask(request: RemoteSigningRequest): Promise<boolean> {
    try {
      return await this.call(this.operations.sign, request, request.transactionId);
    } catch (error) {
      if (error instanceof LgspFailure && error.kind === 'refused') return false;
      throw error;
    }
  }

  override answerOf(transactionId: string): Promise<RemoteAnswer> {
    return this.call(this.operations.standing, transactionId);
  }

  override readCallback(message: WireMessage): string | null {
    const read = call.safeParse(message);
    if (!read.success || read.data.sp_id !== this.account.partner) return null;
    const { transaction_id: transactionId, status, time_stamp: time, signature } = read.data;
    const right = callSignature(this.account, transactionId, status, time);
    return timingSafeEqual(Buffer.from(right, 'hex'), Buffer.from(signature, 'hex')) ? transactionId : null;
  }

  override answerCallback(taken: boolean): WireMessage {
    return taken
      ? { status_code: 200, message: 'Success' }
      : { status_code: 403, message: 'signature is not valid' };
  }

  close(): Promise<void> {
    return this.client.close();
  }

  private async call<Request, Response>(
    operation: Operation<Request, Response>,
    request: Request,
    idempotencyKey?: string,
  ): Promise<Response> {
    try {
      return await this.client.call(
        operation,
        request,
        idempotencyKey === undefined ? {} : { idempotencyKey },
      );
    } catch (error) {
      // A wrong password is a matter between the two systems; no single request is to blame.
      const isTheirs = error instanceof LgspFailure && (error.isPassing || error.kind === 'unauthorised');
      throw isTheirs ? new SigningUnavailable(error) : error;
    }
  }
}
