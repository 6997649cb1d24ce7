import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FailureKind, LgspFailure } from './failure';
import { digestOf, type LoggedExchange } from './message-log/entry';
import type { MessageLog } from './message-log/message-log';
import { NoMessageLog } from './message-log/message-log';
import { redact } from './message-log/redact';
import { readText } from './read-answer';
import { retryAfterMs, retryWait } from './retry-wait';
import {
  type EncodedRequest,
  limitsOf,
  type Operation,
  type ServiceDescription,
  type ServiceLimits,
} from './service';
import { ServiceGuard } from './service-guard';
import { NoToken, type TokenSource } from './token/token-source';
import { isTimeout } from './transport/failure-kind';
import type { Transport, WireAnswer } from './transport/transport';

export interface CallOptions {
  /** Goes through every log on the way; made up when it is not given. */
  readonly correlationId?: string;
  /** The same for every attempt of one intention, also days later. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** One call as metrics see it. */
export interface ObservedCall {
  readonly service: string;
  readonly operation: string;
  /** `answered`, or the kind of the failure. */
  readonly outcome: string;
  readonly attempts: number;
  readonly ms: number;
}

export interface ServiceClientOptions {
  readonly transport: Transport;
  readonly token?: TokenSource;
  readonly log?: MessageLog;
  /** Names of wire fields that hold nothing personal and may stand in the log. */
  readonly keepInLog?: readonly string[];
  readonly observe?: (call: ObservedCall) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** From 0 (included) to 1 (excluded). */
  readonly random?: () => number;
}

/** A large answer as it streams in; the reader must read it or destroy it. */
export interface StreamedAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

interface Call {
  readonly operation: Pick<Operation<never, never>, 'name' | 'method' | 'idempotent'>;
  readonly request: EncodedRequest;
  readonly body: string | Readable | null;
  readonly correlationId: string;
  readonly idempotencyKey: string | null;
  readonly signal: AbortSignal;
  /** Stops the clock of the whole call; what streams on may take as long as it takes. */
  readonly release: () => void;
}

/** Asks one service: with its token, within its limits, again where that is safe, and with every attempt written down. */
export class ServiceClient {
  private readonly limits: ServiceLimits;
  private readonly guard: ServiceGuard;
  private readonly transport: Transport;
  private readonly token: TokenSource;
  private readonly log: MessageLog;
  private readonly kept: ReadonlySet<string>;
  private readonly observe: (call: ObservedCall) => void;
  private readonly now: () => number;
  private readonly random: () => number;

  constructor(
    private readonly service: ServiceDescription,
    options: ServiceClientOptions,
  ) {
    this.limits = limitsOf(service);
    this.now = options.now ?? Date.now;
    this.random = options.random ?? Math.random;
    this.guard = new ServiceGuard(service, this.now);
    this.transport = options.transport;
    this.token = options.token ?? new NoToken();
    this.log = options.log ?? new NoMessageLog();
    this.kept = new Set((options.keepInLog ?? []).map((name) => name.toLowerCase()));
    this.observe = options.observe ?? (() => undefined);
  }

  /** Whether the service is left alone just now, because it failed too often. */
  get isResting(): boolean {
    return this.guard.isOpen;
  }

  /** Calls under way, and calls that wait for a place; for metrics. */
  get load(): { readonly underWay: number; readonly waiting: number } {
    return this.guard.load;
  }

  /**
   * Asks and reads the whole answer.
   *
   * @throws LgspFailure
   */
  async call<Request, Response>(
    operation: Operation<Request, Response>,
    request: Request,
    options: CallOptions = {},
  ): Promise<Response> {
    const encoded = operation.encode(request);
    const body = encoded.body === undefined ? null : JSON.stringify(encoded.body);
    const call = this.prepare(operation, encoded, body, options);
    return this.attempts(call, async (answer, note) => {
      const text = await readText(answer, this.service.name, this.limits.answerBytes, call.signal);
      note(text);
      this.requireSuccess(answer);
      return this.decode(operation, text, answer.status);
    });
  }

  /**
   * Asks for something large and hands the body on as it comes. What breaks while it is read is the reader's to see.
   *
   * @throws LgspFailure
   */
  async download<Request>(
    operation: Operation<Request, unknown>,
    request: Request,
    options: CallOptions = {},
  ): Promise<StreamedAnswer> {
    const encoded = operation.encode(request);
    const body = encoded.body === undefined ? null : JSON.stringify(encoded.body);
    return this.attempts(this.prepare(operation, encoded, body, options), async (answer, note) => {
      if (answer.status < 200 || answer.status > 299) {
        note(await readText(answer, this.service.name, this.limits.answerBytes));
        this.requireSuccess(answer);
      }
      return { headers: answer.headers, body: answer.body };
    });
  }

  /**
   * Sends something large as it is read. A stream can be read once, so it is sent once.
   *
   * @throws LgspFailure
   */
  async upload<Request, Response>(
    operation: Operation<Request, Response>,
    request: Request,
    content: { readonly body: Readable; readonly mediaType: string; readonly bytes?: number },
    options: CallOptions = {},
  ): Promise<Response> {
    const encoded = operation.encode(request);
    const headers = {
      ...encoded.headers,
      'content-type': content.mediaType,
      ...(content.bytes === undefined ? {} : { 'content-length': String(content.bytes) }),
    };
    const call = this.prepare(operation, { ...encoded, headers }, content.body, options);
    return this.attempts(call, async (answer, note) => {
      const text = await readText(answer, this.service.name, this.limits.answerBytes, call.signal);
      note(text);
      this.requireSuccess(answer);
      return this.decode(operation, text, answer.status);
    });
  }

  /** Ends the connections and writes out the log. */
  async close(): Promise<void> {
    await this.transport.close();
    await this.log.flush();
  }

  private prepare(
    operation: Call['operation'],
    request: EncodedRequest,
    body: Call['body'],
    { correlationId, idempotencyKey, signal }: CallOptions,
  ): Call {
    const total = new AbortController();
    const timer = setTimeout(
      () => total.abort(new DOMException('The call took too long.', 'TimeoutError')),
      this.limits.totalMs,
    );
    return {
      operation,
      request,
      body,
      correlationId: correlationId ?? randomUUID(),
      idempotencyKey: idempotencyKey ?? null,
      signal: signal === undefined ? total.signal : AbortSignal.any([signal, total.signal]),
      release: () => clearTimeout(timer),
    };
  }

  private async attempts<T>(
    call: Call,
    read: (answer: WireAnswer, note: (text: string) => void) => Promise<T>,
  ): Promise<T> {
    const began = this.now();
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await this.guard.run(() => this.attempt(call, attempt, read), call.signal);
        call.release();
        this.report(call, 'answered', attempt, began);
        return result;
      } catch (error) {
        const failure = this.asFailure(error, call.signal);
        if (failure.kind === 'unauthorised' && failure.status === 401 && !renewed && isRepeatable(call)) {
          // The token may have been withdrawn before its time: one fresh one, once.
          renewed = true;
          this.token.forget();
          continue;
        }
        const wait = this.mayRepeat(call, failure, attempt)
          ? retryWait(failure, attempt, this.limits, this.random)
          : null;
        if (wait === null || !(await waited(wait, call.signal))) {
          call.release();
          this.report(call, failure.kind, attempt, began);
          throw failure;
        }
      }
    }
  }

  private async attempt<T>(
    call: Call,
    attempt: number,
    read: (answer: WireAnswer, note: (text: string) => void) => Promise<T>,
  ): Promise<T> {
    const began = this.now();
    let status: number | null = null;
    let answered: string | null = null;
    const write = (outcome: string): void =>
      this.log.append(this.exchangeOf(call, { attempt, began, status, answered, outcome }));
    try {
      const credentials = await this.token.headers(call.signal);
      const answer = await this.transport.send({
        method: call.operation.method,
        url: this.urlOf(call.request),
        headers: { ...this.headersOf(call), ...credentials },
        body: call.body,
        signal: call.signal,
      });
      status = answer.status;
      const result = await read(answer, (text) => (answered = text));
      write('answered');
      return result;
    } catch (error) {
      write(this.asFailure(error, call.signal).kind);
      throw error;
    }
  }

  private mayRepeat(call: Call, failure: LgspFailure, attempt: number): boolean {
    if (attempt >= this.limits.attempts || !isRepeatable(call) || call.signal.aborted) return false;
    if (!failure.isPassing || pointlessNow.has(failure.kind)) return false;
    return call.operation.idempotent || !failure.mayHaveBeenApplied;
  }

  private urlOf({ path, query }: EncodedRequest): URL {
    const base = this.service.baseUrl.endsWith('/') ? this.service.baseUrl : `${this.service.baseUrl}/`;
    const url = new URL(base);
    // Joined as text and parsed once: an operation cannot leave its service by an absolute path or another host.
    const joined = new URL(`${base}${path.replace(/^\/+/u, '')}`);
    if (joined.origin !== url.origin || !joined.pathname.startsWith(url.pathname))
      throw new LgspFailure('forbidden-address', this.service.name);
    for (const [name, value] of Object.entries(query ?? {})) joined.searchParams.set(name, value);
    return joined;
  }

  private headersOf({ request, body, correlationId, idempotencyKey }: Call): Record<string, string> {
    return {
      accept: 'application/json',
      ...(typeof body === 'string' ? { 'content-type': 'application/json; charset=utf-8' } : {}),
      ...request.headers,
      'x-correlation-id': correlationId,
      'x-contract-version': this.service.contractVersion,
      ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
    };
  }

  /** @throws LgspFailure for every status that is no success */
  private requireSuccess({ status, headers }: WireAnswer): void {
    if (status >= 200 && status < 300) return;
    const { name } = this.service;
    if (status === 401 || status === 403) throw new LgspFailure('unauthorised', name, { status });
    if (status === 429 || status === 503) {
      const after = retryAfterMs(headers['retry-after'], this.now());
      const kind = status === 429 ? 'over-quota' : 'failed';
      throw new LgspFailure(kind, name, { status, ...(after === undefined ? {} : { retryAfterMs: after }) });
    }
    throw new LgspFailure(status >= 500 || status === 408 ? 'failed' : 'refused', name, { status });
  }

  private decode<Response>(operation: Operation<never, Response>, text: string, status: number): Response {
    try {
      return operation.decode(text === '' ? null : JSON.parse(text));
    } catch (cause) {
      if (cause instanceof LgspFailure) throw cause;
      throw new LgspFailure('unreadable', this.service.name, { status, cause });
    }
  }

  private asFailure(error: unknown, signal: AbortSignal): LgspFailure {
    if (error instanceof LgspFailure) return error;
    if (signal.aborted)
      return new LgspFailure(isTimeout(signal.reason) ? 'timeout' : 'cancelled', this.service.name, {
        cause: error,
      });
    throw error;
  }

  private exchangeOf(
    call: Call,
    seen: { attempt: number; began: number; status: number | null; answered: string | null; outcome: string },
  ): LoggedExchange {
    const { answered } = seen;
    return {
      at: new Date(seen.began).toISOString(),
      service: this.service.name,
      contractVersion: this.service.contractVersion,
      operation: call.operation.name,
      correlationId: call.correlationId,
      idempotencyKey: call.idempotencyKey,
      attempt: seen.attempt,
      requestDigest: typeof call.body === 'string' ? digestOf(call.body) : null,
      answerDigest: answered === null ? null : digestOf(answered),
      status: seen.status,
      outcome: seen.outcome,
      ms: this.now() - seen.began,
      kept: this.kept.size === 0 ? null : redact(call.request.body ?? null, this.kept),
    };
  }

  private report(call: Call, outcome: string, attempts: number, began: number): void {
    this.observe({
      service: this.service.name,
      operation: call.operation.name,
      outcome,
      attempts,
      ms: this.now() - began,
    });
  }
}

/** Kinds that time mends, but not the time a caller waits. */
const pointlessNow: ReadonlySet<FailureKind> = new Set(['circuit-open', 'too-busy', 'untrusted']);

/** A stream is used up by its first attempt. */
function isRepeatable(call: Call): boolean {
  return call.body === null || typeof call.body === 'string';
}

/** Waits; false when the caller gave up meanwhile. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
