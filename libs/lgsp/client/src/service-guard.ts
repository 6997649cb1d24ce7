import {
  bulkhead,
  type BulkheadPolicy,
  BulkheadRejectedError,
  circuitBreaker,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import { LgspFailure } from './failure';
import { limitsOf, type ServiceDescription, type ServiceLimits } from './service';
import { TokenBucket } from './token-bucket';

/** Failures that say the service is ill. A refusal says the opposite: it is there and thinks. */
const illness: ReadonlySet<string> = new Set([
  'unreachable',
  'untrusted',
  'timeout',
  'broken',
  'failed',
  'unreadable',
]);

/** Keeps one service from taking more than its share, and leaves one that is down alone. */
export class ServiceGuard {
  private readonly breaker: CircuitBreakerPolicy;
  private readonly bulkhead: BulkheadPolicy;
  private readonly bucket: TokenBucket | null;
  private readonly limits: ServiceLimits;

  /** @param now - milliseconds since the epoch */
  constructor(
    private readonly service: ServiceDescription,
    now: () => number,
  ) {
    const limits = limitsOf(service);
    this.limits = limits;
    this.breaker = circuitBreaker(
      handleWhen((error) => error instanceof LgspFailure && illness.has(error.kind)),
      { halfOpenAfter: limits.openMs, breaker: new ConsecutiveBreaker(limits.failuresToOpen) },
    );
    this.bulkhead = bulkhead(limits.concurrent, limits.queued);
    this.bucket = limits.perSecond === null ? null : new TokenBucket(limits.perSecond, now);
  }

  get isOpen(): boolean {
    return this.breaker.state === CircuitState.Open;
  }

  /** Calls under way, and calls that wait for a place. */
  get load(): { readonly underWay: number; readonly waiting: number } {
    const { concurrent, queued } = this.limits;
    const { executionSlots, queueSlots } = this.bulkhead;
    return { underWay: concurrent - executionSlots, waiting: queued - queueSlots };
  }

  /** @throws LgspFailure `too-busy`, `circuit-open`, and what the work throws */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    try {
      return await this.bulkhead.execute(async () => {
        await this.bucket?.take(signal);
        return this.breaker.execute(work);
      }, signal);
    } catch (error) {
      if (error instanceof BulkheadRejectedError) throw new LgspFailure('too-busy', this.service.name);
      if (isBrokenCircuitError(error)) throw new LgspFailure('circuit-open', this.service.name);
      throw error;
    }
  }
}
