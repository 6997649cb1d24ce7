import type { Dispatcher } from 'undici';
import { AllowedAddresses, guardedDispatcher } from '@mocua/lgsp/client';
import type { Config } from '@mocua/server/kernel';
import { type ReceiverAnswer, WebhookSender } from '@mocua/server/provider';

const keptDispatchers = 200;

/**
 * Calls receivers of webhooks. Only the origin an officer approved is reached, at an address that is public or lies in the
 * networks the settings name, checked at the moment of the connection; a redirect is an answer like any other.
 */
export class HttpWebhookSender extends WebhookSender {
  private readonly dispatchers = new Map<string, Dispatcher>();

  constructor(
    private readonly config: Pick<Config, 'secureCookies' | 'outboundNetworks'>,
    private readonly timeoutMs = 5_000,
  ) {
    super();
  }

  override mayCall(address: string): boolean {
    const url = URL.parse(address);
    return url !== null && this.allowedFor(url)?.allows(url) === true;
  }

  override async send(
    address: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<ReceiverAnswer> {
    const url = URL.parse(address);
    const allowed = url === null ? null : this.allowedFor(url);
    if (url === null || allowed?.allows(url) !== true) return { failure: 'forbidden-address' };
    try {
      const response = await this.dispatcherFor(url, allowed).request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        headers: { ...headers, 'user-agent': 'MoCua-Webhook/1' },
        body,
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      // The answer counts from its status on; what its body says is nobody's business here.
      response.body.on('error', () => undefined).destroy();
      return { status: response.statusCode };
    } catch (error) {
      return { failure: failureOf(error) };
    }
  }

  private allowedFor(url: URL): AllowedAddresses | null {
    const { protocol, hostname, port } = url;
    // Without https anybody on the way reads along; only a system for development does without it.
    if (protocol !== 'https:' && (protocol !== 'http:' || this.config.secureCookies)) return null;
    const host = hostname.replace(/^\[|\]$/gu, '');
    if (host === '') return null;
    return new AllowedAddresses([
      {
        host,
        port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
        protocol,
        privateNetworks: this.config.outboundNetworks,
      },
    ]);
  }

  private dispatcherFor(url: URL, allowed: AllowedAddresses): Dispatcher {
    const known = this.dispatchers.get(url.origin);
    if (known) return known;
    const dispatcher = guardedDispatcher(allowed, { connectMs: Math.min(3_000, this.timeoutMs) });
    this.dispatchers.set(url.origin, dispatcher);
    const oldest = this.dispatchers.keys().next().value;
    if (this.dispatchers.size > keptDispatchers && oldest !== undefined) {
      void this.dispatchers.get(oldest)?.close();
      this.dispatchers.delete(oldest);
    }
    return dispatcher;
  }
}

function failureOf(error: unknown): 'timeout' | 'unreachable' | 'forbidden-address' {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  if (code === 'LGSP_FORBIDDEN_ADDRESS') return 'forbidden-address';
  const late = name === 'TimeoutError' || (typeof code === 'string' && code.endsWith('_TIMEOUT'));
  return late ? 'timeout' : 'unreachable';
}
