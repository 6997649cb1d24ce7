/**
 * Why a call gave no answer that can be used.
 *
 * - `forbidden-address`: the target is not on the allow-list, or its name leads to an address that is not
 * - `unreachable`: no connection was made, so nothing can have happened over there
 * - `untrusted`: the certificate over there is out of date, of another name or of an unknown authority; nothing was sent
 * - `timeout`, `broken`: the connection was made and then nothing, or only a part, came back
 * - `refused`: the other side said no (4xx, or a redirect); asking again gives the same
 * - `unauthorised`: the credentials are wrong, or have no right to the service
 * - `over-quota`: too many calls; `retryAfterMs` says when to come back, if the other side said it
 * - `failed`: the other side broke down (5xx)
 * - `unreadable`: an answer that is not what the contract says: HTML, cut JSON, another charset, another shape
 * - `too-large`: an answer over the limit
 * - `circuit-open`, `too-busy`: not sent at all, to spare a service that is down, or one that is at its limit
 * - `cancelled`: the caller gave up
 */
export type FailureKind =
  | 'forbidden-address'
  | 'unreachable'
  | 'untrusted'
  | 'timeout'
  | 'broken'
  | 'refused'
  | 'unauthorised'
  | 'over-quota'
  | 'failed'
  | 'unreadable'
  | 'too-large'
  | 'circuit-open'
  | 'too-busy'
  | 'cancelled';

/** Kinds after which the effect may exist over there although no answer came: only an idempotent call may be repeated. */
const uncertain: ReadonlySet<FailureKind> = new Set([
  'timeout',
  'broken',
  'failed',
  'unreadable',
  'too-large',
  'cancelled',
]);
/** Kinds that another attempt may mend. */
const passing: ReadonlySet<FailureKind> = new Set([
  'unreachable',
  'untrusted',
  'timeout',
  'broken',
  'over-quota',
  'failed',
  'unreadable',
  'circuit-open',
  'too-busy',
]);

export interface FailureDetails {
  readonly status?: number;
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** The one error of this library. Its message names service and kind, never an address, a body or a credential. */
export class LgspFailure extends Error {
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly kind: FailureKind,
    readonly service: string,
    details: FailureDetails = {},
  ) {
    const status = details.status === undefined ? '' : ` (HTTP ${String(details.status)})`;
    super(`${service}: ${kind}${status}`, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'LgspFailure';
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** Whether the call may have had its effect over there. When false, it certainly had none. */
  get mayHaveBeenApplied(): boolean {
    return uncertain.has(this.kind);
  }

  /** Whether waiting and asking again can help. */
  get isPassing(): boolean {
    return passing.has(this.kind);
  }
}
