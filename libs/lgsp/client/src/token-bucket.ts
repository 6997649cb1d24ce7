import { setTimeout as sleep } from 'node:timers/promises';

/** Spaces calls out to an average rate, letting a burst of one second's worth through. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  /** @param now - milliseconds since the epoch */
  constructor(
    private readonly perSecond: number,
    private readonly now: () => number,
  ) {
    this.tokens = Math.max(1, perSecond);
    this.filledAt = now();
  }

  /** Waits for its turn; turns are given in the order in which they are asked for. */
  async take(signal: AbortSignal): Promise<void> {
    const at = this.now();
    const most = Math.max(1, this.perSecond);
    this.tokens = Math.min(most, this.tokens + (Math.max(0, at - this.filledAt) * this.perSecond) / 1_000);
    this.filledAt = at;
    // A debt is the place in the queue.
    this.tokens -= 1;
    if (this.tokens < 0) await sleep((-this.tokens * 1_000) / this.perSecond, undefined, { signal });
  }
}
