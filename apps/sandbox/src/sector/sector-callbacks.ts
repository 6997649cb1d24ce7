import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import canonicalize from 'canonicalize';
import { deliver } from '../faults/deliver';
import type { Faults } from '../faults/faults';
import type { News } from './sector-book';

export interface ProvinceLine {
  /** Without the code of the system. */
  readonly callbackUrl: string;
  readonly secret: string;
}

const waitsMs = [0, 500, 2_000, 5_000];

/** Tells the province what happened to a case, a few times, and then gives up: whoever heard nothing has to ask. */
export class SectorCallbacks {
  private readonly closing = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly line: ProvinceLine,
    private readonly faults: Faults,
  ) {}

  tell(system: string, news: News): void {
    const signature = createHmac('sha256', this.line.secret)
      .update(canonicalize(news) ?? '')
      .digest('hex');
    const body = JSON.stringify({ ...news, ChuKy: signature });
    const telling = this.try(system, body).finally(() => this.running.delete(telling));
    this.running.add(telling);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.running);
  }

  private async try(system: string, body: string): Promise<void> {
    for (const ms of waitsMs) {
      try {
        await wait(ms, undefined, { signal: this.closing.signal });
        await deliver(this.faults, 'sector-out', { path: `/${system}`, body }, () => this.post(system, body));
        return;
      } catch {
        if (this.closing.signal.aborted) return; // not heard: tried again after the next wait
      }
    }
  }

  private async post(system: string, body: string): Promise<void> {
    const response = await fetch(`${this.line.callbackUrl}/${system}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(5_000)]),
    });
    const answer = (await response.json()) as { error_code?: string };
    if (answer.error_code !== '0') throw new Error('the province did not take the message');
  }
}
