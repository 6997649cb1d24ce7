import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Handler, readBody, RequestError, sendJson } from '../web/exchange';

/** Seconds for which a token is good. */
const lifetimeSeconds = 600;

/** OAuth 2.0 client credentials (RFC 6749, section 4.4) as the gateway's token endpoint gives them out. */
export class AccessTokens {
  private readonly until = new Map<string, number>();

  /** @param secret - of every client: the sandbox does not tell portals apart */
  constructor(private readonly secret: string) {}

  /** Answers `POST …/token`. */
  readonly issue: Handler = async (request, response) => {
    if (request.method !== 'POST') throw new RequestError(405, 'POST');
    const form = new URLSearchParams(await readBody(request));
    if (form.get('grant_type') !== 'client_credentials')
      return sendJson(response, 400, { error: 'unsupported_grant_type' });
    if (!this.knows(request, form)) return sendJson(response, 401, { error: 'invalid_client' });
    const token = randomBytes(24).toString('base64url');
    this.until.set(token, Date.now() + lifetimeSeconds * 1_000);
    sendJson(response, 200, {
      access_token: token,
      token_type: 'Bearer',
      expires_in: lifetimeSeconds,
      scope: form.get('scope') ?? 'default',
    });
  };

  /** @throws RequestError 401 */
  require(request: IncomingMessage): void {
    const token = /^Bearer (?<token>[\w-]+)$/u.exec(request.headers.authorization ?? '')?.groups?.['token'];
    const until = token === undefined ? undefined : this.until.get(token);
    if (until === undefined || until < Date.now()) throw new RequestError(401, 'invalid_token');
  }

  /** Withdraws every token before its time, as a gateway does when it is restarted. */
  withdrawAll(): void {
    this.until.clear();
  }

  /** The secret may stand in the header or in the form; both are in use. */
  private knows(request: IncomingMessage, form: URLSearchParams): boolean {
    const basic = /^Basic (?<pair>.+)$/u.exec(request.headers.authorization ?? '')?.groups?.['pair'];
    const [, given = ''] = basic
      ? Buffer.from(basic, 'base64').toString('utf8').split(':').map(decodeForm)
      : [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
    const [one, other] = [Buffer.from(given), Buffer.from(this.secret)];
    return one.length === other.length && timingSafeEqual(one, other);
  }
}

function decodeForm(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
