import {
  type AllowedAddresses,
  ClientCredentials,
  HttpTransport,
  ServiceClient,
  type ServiceDescription,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { PartnerLine } from './partner-line';

/** How systems that have steps of ours are reached behind the bus, and how they prove to be themselves. */
export interface PartnerConnection {
  /** Without a trailing slash. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the systems sign their messages with. */
  readonly secret: string;
  readonly limits?: Partial<ServiceLimits>;
}

/** A hand-over ends well within the lease of its message. */
const limits: Partial<ServiceLimits> = { readMs: 6_000, totalMs: 20_000, attempts: 2, concurrent: 4 };

/** A way that is open, and the service that its operations belong to. */
export interface OpenLine {
  readonly line: PartnerLine;
  readonly service: ServiceDescription;
}

/**
 * Ways to systems behind one address, each with a client of its own, so that one that hangs holds nobody else's sockets; the token is
 * shared.
 */
export class Partners {
  private readonly lines: PartnerLine[] = [];
  private readonly tokens: HttpTransport;
  private readonly token: ClientCredentials;

  /** @param allowed - what this process may call */
  constructor(
    name: string,
    private readonly connection: PartnerConnection,
    private readonly allowed: AllowedAddresses,
  ) {
    const { url, clientId, clientSecret } = connection;
    this.tokens = new HttpTransport(this.serviceOf(`${name}-token`, `${url}/`), allowed);
    this.token = new ClientCredentials(this.tokens, { tokenUrl: `${url}/token`, clientId, clientSecret });
  }

  /** @param path - below the address, with a trailing slash */
  open(system: string, path: string): OpenLine {
    const service = this.serviceOf(system, `${this.connection.url}/${path}`);
    const transport = new HttpTransport(service, this.allowed);
    const line = new PartnerLine(new ServiceClient(service, { transport, token: this.token }));
    this.lines.push(line);
    return { line, service };
  }

  async close(): Promise<void> {
    await Promise.all(this.lines.map((line) => line.close()));
    await this.tokens.close();
  }

  private serviceOf(name: string, baseUrl: string): ServiceDescription {
    return { name, contractVersion: '1.0', baseUrl, limits: { ...limits, ...this.connection.limits } };
  }
}
