import type { Readable } from 'node:stream';
import { Pool } from 'undici';
import { LgspFailure } from '../failure';
import type { AllowedAddresses } from '../network/allowed-addresses';
import { guardedLookup, type Resolver } from '../network/guarded-lookup';
import { limitsOf, type ServiceDescription } from '../service';
import { kindOf } from './failure-kind';
import { Transport, type WireAnswer, type WireRequest } from './transport';

export interface HttpTransportOptions {
  /** Certificates of the authorities that sign the gateway, in PEM; those of the system by default. */
  readonly ca?: string;
  /** Client certificate, where the gateway asks for one. */
  readonly certificate?: { readonly cert: string; readonly key: string };
  /** For tests of what a name server may do. */
  readonly resolve?: Resolver;
}

/**
 * HTTP/1.1 over pooled sockets, one pool for a service, so that a service that hangs holds its own sockets and nobody
 * else's. Certificates are always checked; there is no switch. Redirects are answers like any other and never followed.
 */
export class HttpTransport extends Transport {
  private readonly pools = new Map<string, Pool>();

  constructor(
    private readonly service: ServiceDescription,
    private readonly allowed: AllowedAddresses,
    private readonly options: HttpTransportOptions = {},
  ) {
    super();
  }

  override async send({ method, url, headers, body, signal }: WireRequest): Promise<WireAnswer> {
    if (!this.allowed.allows(url)) throw new LgspFailure('forbidden-address', this.service.name);
    try {
      const answer = await this.poolFor(url).request({
        method: method as 'GET',
        path: `${url.pathname}${url.search}`,
        headers,
        body,
        signal,
      });
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name, String(value ?? '')]),
        ),
        body: answer.body as Readable,
      };
    } catch (error) {
      throw new LgspFailure(kindOf(error, signal), this.service.name, { cause: error });
    }
  }

  override async close(): Promise<void> {
    const pools = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(pools.map((pool) => pool.destroy()));
  }

  private poolFor({ origin }: URL): Pool {
    const known = this.pools.get(origin);
    if (known) return known;
    const limits = limitsOf(this.service);
    const pool = new Pool(origin, {
      connections: limits.concurrent,
      pipelining: 1,
      headersTimeout: limits.readMs,
      bodyTimeout: limits.readMs,
      connect: {
        timeout: limits.connectMs,
        rejectUnauthorized: true,
        lookup: guardedLookup(this.allowed, this.options.resolve),
        ...(this.options.ca === undefined ? {} : { ca: this.options.ca }),
        ...this.options.certificate,
      },
    });
    this.pools.set(origin, pool);
    return pool;
  }
}
