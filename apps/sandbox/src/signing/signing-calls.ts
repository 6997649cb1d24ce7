import { createHmac } from 'node:crypto';
import { Callbacks } from '../faults/callbacks';
import type { Faults } from '../faults/faults';

export interface SigningAccount {
  readonly callbackUrl: string;
  readonly partner: string;
  readonly secret: string;
}

/** Calls the province when somebody answered; the signature itself is never in a call. */
export class SigningCalls {
  private readonly callbacks: Callbacks;

  constructor(
    private readonly account: SigningAccount,
    faults: Faults,
  ) {
    this.callbacks = new Callbacks('signing-out', faults);
  }

  tell(transactionId: string, status: string): void {
    const { callbackUrl, partner, secret } = this.account;
    const timeStamp = new Date().toISOString();
    const signature = createHmac('sha256', secret)
      .update([partner, transactionId, status, timeStamp].join('|'))
      .digest('hex');
    this.callbacks.tell({
      url: callbackUrl,
      path: '/callback',
      message: { sp_id: partner, transaction_id: transactionId, status, time_stamp: timeStamp, signature },
      isTaken: (answer) => answer['status_code'] === 200,
    });
  }

  close(): Promise<void> {
    return this.callbacks.close();
  }
}
