const firstRestMs = 1_000;
const longestRestMs = 60_000;

/**
 * How fast messages go to one destination. One that does not answer is left alone, longer each time and never for a round
 * span, so that many processes do not come back together; one that answers again gets a single message first, then twice
 * as many each time.
 */
export class DestinationPace {
  private restUntil = Number.NEGATIVE_INFINITY;
  private failures = 0;
  private limit: number;

  /**
   * @param fullLimit - messages at once while all is well
   * @param random - from 0 (included) to 1 (excluded)
   */
  constructor(
    private readonly fullLimit: number,
    private readonly random: () => number = Math.random,
  ) {
    this.limit = fullLimit;
  }

  /** How many messages may go now; 0 while the destination rests. */
  limitAt(now: number): number {
    return now < this.restUntil ? 0 : this.limit;
  }

  /** The destination did not answer. */
  unavailable(now: number): void {
    const span = Math.min(longestRestMs, firstRestMs * 2 ** this.failures);
    this.failures = Math.min(this.failures + 1, 16);
    this.restUntil = now + jittered(span, this.random);
    this.limit = 1;
  }

  /** The destination answered. */
  answered(): void {
    this.failures = 0;
    this.restUntil = Number.NEGATIVE_INFINITY;
    this.limit = Math.min(this.fullLimit, this.limit * 2);
  }
}

/** Somewhere in the upper half of a span. */
export function jittered(span: number, random: () => number): number {
  return span * (0.5 + random() / 2);
}
