import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { deliver } from '../faults/deliver';
import type { Faults } from '../faults/faults';

export interface SigningAccount {
  readonly callbackUrl: string;
  readonly partner: string;
  readonly secret: string;
}

const waitsMs = [0, 500, 2_000, 5_000];

/** Calls the province when somebody answered, a few times; the signature itself is never in a call. */
export class SigningCalls {
  private readonly closing = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly account: SigningAccount,
    private readonly faults: Faults,
  ) {}

  tell(transactionId: string, status: string): void {
    const telling = this.try(transactionId, status).finally(() => this.running.delete(telling));
    this.running.add(telling);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.running);
  }

  private async try(transactionId: string, status: string): Promise<void> {
    const { partner, secret } = this.account;
    const timeStamp = new Date().toISOString();
    const signature = createHmac('sha256', secret)
      .update([partner, transactionId, status, timeStamp].join('|'))
      .digest('hex');
    const call = { sp_id: partner, transaction_id: transactionId, status, time_stamp: timeStamp, signature };
    const body = JSON.stringify(call);
    for (const ms of waitsMs) {
      try {
        await wait(ms, undefined, { signal: this.closing.signal });
        await deliver(this.faults, 'signing-out', { path: '/callback', body }, () => this.post(body));
        return;
      } catch {
        if (this.closing.signal.aborted) return; // not heard: tried again after the next wait
      }
    }
  }

  private async post(body: string): Promise<void> {
    const response = await fetch(this.account.callbackUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(5_000)]),
    });
    const answer = (await response.json()) as { status_code?: number };
    if (answer.status_code !== 200) throw new Error('the province did not take the call');
  }
}
