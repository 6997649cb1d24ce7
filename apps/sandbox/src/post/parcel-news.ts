import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { deliver } from '../faults/deliver';
import type { Faults } from '../faults/faults';
import type { Movement } from './parcel-book';
import { postTime } from './post-time';

export interface PostCustomer {
  readonly callbackUrl: string;
  readonly customer: string;
  readonly token: string;
  readonly secret: string;
}

const waitsMs = [0, 500, 2_000, 5_000];

/** Tells the province that a parcel moved, a few times, and then gives up: whoever heard nothing has to ask. */
export class ParcelNews {
  private readonly closing = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly customer: PostCustomer,
    private readonly faults: Faults,
  ) {}

  tell(movement: Movement): void {
    const telling = this.try(movement).finally(() => this.running.delete(telling));
    this.running.add(telling);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.running);
  }

  private async try({ reference, code, at }: Movement): Promise<void> {
    const message = { OrderNumber: reference, StatusCode: code, StatusDate: postTime(at) };
    const Signature = createHmac('sha256', this.customer.secret)
      .update(Object.values(message).join('|'))
      .digest('hex');
    const body = JSON.stringify({ ...message, Signature });
    for (const ms of waitsMs) {
      try {
        await wait(ms, undefined, { signal: this.closing.signal });
        await deliver(this.faults, 'post-out', { path: '/callback', body }, () => this.post(body));
        return;
      } catch {
        if (this.closing.signal.aborted) return; // not heard: tried again after the next wait
      }
    }
  }

  private async post(body: string): Promise<void> {
    const response = await fetch(this.customer.callbackUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(5_000)]),
    });
    const answer = (await response.json()) as { Status?: string };
    if (answer.Status !== '100') throw new Error('the province did not take the message');
  }
}
