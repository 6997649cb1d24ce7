import { LgspFailure } from '../failure';
import { readText } from '../read-answer';
import type { Transport } from '../transport/transport';
import { TokenSource } from './token-source';

export interface ClientCredentialsOptions {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
  /** How long before its end a token is taken for ended, so that none ends on the way. */
  readonly leewayMs?: number;
}

interface KeptToken {
  readonly value: string;
  readonly until: number;
}

/** Lifetime of a token whose answer names none (RFC 6749 recommends to say it, some gateways do not). */
const unnamedLifetimeSeconds = 300;
const largestAnswer = 64 * 1024;

/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4). One token is shared by all calls and asked for once, however many
 * calls wait for it; a caller that gives up does not take it away from the others.
 */
export class ClientCredentials extends TokenSource {
  private kept: KeptToken | null = null;
  private asking: Promise<KeptToken> | null = null;

  /** @param now - milliseconds since the epoch */
  constructor(
    private readonly transport: Transport,
    private readonly options: ClientCredentialsOptions,
    private readonly now: () => number = Date.now,
    private readonly timeoutMs = 10_000,
  ) {
    super();
  }

  override async headers(signal: AbortSignal): Promise<Readonly<Record<string, string>>> {
    const token = await this.token();
    signal.throwIfAborted();
    return { authorization: `Bearer ${token}` };
  }

  override forget(): void {
    this.kept = null;
  }

  private async token(): Promise<string> {
    if (this.kept !== null && this.kept.until > this.now()) return this.kept.value;
    this.asking ??= this.ask().finally(() => (this.asking = null));
    this.kept = await this.asking;
    return this.kept.value;
  }

  private async ask(): Promise<KeptToken> {
    const { tokenUrl, clientId, clientSecret, scope, leewayMs = 30_000 } = this.options;
    const answer = await this.transport.send({
      method: 'POST',
      url: new URL(tokenUrl),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(`${formEncode(clientId)}:${formEncode(clientSecret)}`).toString('base64')}`,
      },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        ...(scope === undefined ? {} : { scope }),
      }).toString(),
      signal: AbortSignal.timeout(this.timeoutMs),
    });
    const text = await readText(answer, 'token', largestAnswer);
    if (answer.status === 400 || answer.status === 401 || answer.status === 403)
      throw new LgspFailure('unauthorised', 'token', { status: answer.status });
    if (answer.status !== 200) throw new LgspFailure('failed', 'token', { status: answer.status });
    const { token, seconds } = readToken(text);
    // A clock that is wrong over there can say nonsense; the wait before the next question is never below a second.
    return { value: token, until: this.now() + Math.max(1_000, seconds * 1_000 - leewayMs) };
  }
}

function readToken(text: string): { token: string; seconds: number } {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new LgspFailure('unreadable', 'token', { cause });
  }
  const { access_token: token, expires_in: seconds } = (answer ?? {}) as Record<string, unknown>;
  if (typeof token !== 'string' || token === '') throw new LgspFailure('unreadable', 'token');
  const lifetime = Number(seconds ?? unnamedLifetimeSeconds);
  return { token, seconds: Number.isFinite(lifetime) && lifetime > 0 ? lifetime : unnamedLifetimeSeconds };
}

/** RFC 6749, section 2.3.1: id and secret are form-encoded before they are joined. */
function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
