/** How a service wants to be asked, and how much of it. Everything but name, contract version and address has a default. */
export interface ServiceDescription {
  /** Short name for logs and metrics, for example `dvcqg`. */
  readonly name: string;
  /** Version of the contract that the operations were written against, for example `1.4`. */
  readonly contractVersion: string;
  /** Origin and path prefix, for example `https://lgsp.example.gov.vn/dvcqg/`. */
  readonly baseUrl: string;
  readonly limits?: Partial<ServiceLimits>;
}

export interface ServiceLimits {
  /** Until a connection is made. */
  readonly connectMs: number;
  /** From the last byte sent to the first byte of the answer, and between two pieces of it. */
  readonly readMs: number;
  /** For the whole call with all its attempts. */
  readonly totalMs: number;
  /** Sockets and calls under way at once; what comes on top waits in a queue. */
  readonly concurrent: number;
  /** Calls that may wait; what comes on top is `too-busy` at once. */
  readonly queued: number;
  /** Calls a second, averaged; null for no limit of our own. */
  readonly perSecond: number | null;
  /** Attempts of an idempotent call, the first one included. */
  readonly attempts: number;
  /** First wait before another attempt; it doubles, with jitter, up to `longestWaitMs`. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** Failures in a row that open the circuit, and how long it stays open before one call may probe. */
  readonly failuresToOpen: number;
  readonly openMs: number;
  /** Largest answer that is read into memory; streams have no limit. */
  readonly answerBytes: number;
}

export const defaultLimits: ServiceLimits = {
  connectMs: 3_000,
  readMs: 10_000,
  totalMs: 30_000,
  concurrent: 8,
  queued: 64,
  perSecond: null,
  attempts: 3,
  firstWaitMs: 200,
  longestWaitMs: 5_000,
  failuresToOpen: 5,
  openMs: 10_000,
  answerBytes: 5 * 1024 * 1024,
};

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What one call sends, as an operation encoded it. */
export interface EncodedRequest {
  /** Below the base address, without a leading slash; already percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonValue;
}

/**
 * One thing a service can do. `encode` and `decode` are the only places that know the words of the wire; what they take
 * and give are types of our own.
 */
export interface Operation<Request, Response> {
  readonly service: ServiceDescription;
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Whether the same call twice has the effect of one. Only then is it ever repeated. */
  readonly idempotent: boolean;
  encode(request: Request): EncodedRequest;
  /** @throws any error when the answer is not of the contract; the call then fails as `unreadable` */
  decode(answer: unknown): Response;
}

export function limitsOf(service: ServiceDescription): ServiceLimits {
  return { ...defaultLimits, ...service.limits };
}
