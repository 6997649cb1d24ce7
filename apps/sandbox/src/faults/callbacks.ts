import { setTimeout as wait } from 'node:timers/promises';
import { deliver, type OutwardArea } from './deliver';
import type { Faults } from './faults';

/** One message of a fake to the province. */
export interface Callback {
  readonly url: string;
  /** What `only` of a scripted fault may look at. */
  readonly path: string;
  readonly message: Readonly<Record<string, unknown>>;
  /** Whether an answer says that the province took it. */
  readonly isTaken: (answer: Readonly<Record<string, unknown>>) => boolean;
}

const waitsMs = [0, 500, 2_000, 5_000];

/** Tells the province something, a few times, and then gives up: whoever heard nothing has to ask. */
export class Callbacks {
  private readonly closing = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly area: OutwardArea,
    private readonly faults: Faults,
  ) {}

  tell(callback: Callback): void {
    const telling = this.try(callback).finally(() => this.running.delete(telling));
    this.running.add(telling);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.running);
  }

  private async try(callback: Callback): Promise<void> {
    const [{ path }, body] = [callback, JSON.stringify(callback.message)];
    for (const ms of waitsMs) {
      try {
        await wait(ms, undefined, { signal: this.closing.signal });
        await deliver(this.faults, this.area, { path, body }, () => this.post(callback, body));
        return;
      } catch {
        if (this.closing.signal.aborted) return; // not heard: tried again after the next wait
      }
    }
  }

  private async post({ url, isTaken }: Callback, body: string): Promise<void> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(5_000)]),
    });
    if (!isTaken((await response.json()) as Readonly<Record<string, unknown>>))
      throw new Error('the province did not take the message');
  }
}
