import type { Readable } from 'node:stream';

/** One request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Text is sent as it is; a stream is sent once and never repeated. */
  readonly body: string | Readable | null;
  readonly signal: AbortSignal;
}

/** The head of an answer with its body still to be read. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

/**
 * The way to a service: the provincial gateway today, a national axis tomorrow. A transport adds what its way asks for and
 * knows nothing of retries, tokens or logs.
 *
 * `send` throws `LgspFailure` of the kinds `forbidden-address`, `unreachable`, `timeout`, `broken` and `cancelled`.
 */
export abstract class Transport {
  abstract send(request: WireRequest): Promise<WireAnswer>;

  /** Closes what is open, after what is under way. */
  abstract close(): Promise<void>;
}
