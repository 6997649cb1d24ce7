import {
  type AllowedAddresses,
  ClientCredentials,
  HttpTransport,
  ServiceClient,
  type ServiceDescription,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { SectorOperations } from './operations';
import { type SectorLine, SectorSystemsClient } from './sector-systems-client';

export interface SectorConnection {
  /** Where sector systems are reached, each below its code, without a trailing slash. */
  readonly url: string;
  readonly systems: readonly string[];
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the systems sign their messages with. */
  readonly secret: string;
  readonly limits?: Partial<ServiceLimits>;
}

/** A hand-over ends well within the lease of its message. */
const limits: Partial<ServiceLimits> = { readMs: 6_000, totalMs: 20_000, attempts: 2, concurrent: 4 };

/** Opens the ways to the sector systems that are connected; the token is shared. @param allowed - what this process may call */
export function openSectorSystems(
  connection: SectorConnection,
  allowed: AllowedAddresses,
): SectorSystemsClient {
  const { url, systems, clientId, clientSecret, secret } = connection;
  const limited = { ...limits, ...connection.limits };
  const bus: ServiceDescription = {
    name: 'sector-token',
    contractVersion: '1',
    baseUrl: url,
    limits: limited,
  };
  const tokenTransport = new HttpTransport(bus, allowed);
  const token = new ClientCredentials(tokenTransport, { tokenUrl: `${url}/token`, clientId, clientSecret });
  const lines = new Map<string, SectorLine>();
  for (const system of systems) {
    const service: ServiceDescription = {
      name: `sector-${system}`,
      contractVersion: '1.0',
      baseUrl: `${url}/${system}/`,
      limits: limited,
    };
    const client = new ServiceClient(service, { transport: new HttpTransport(service, allowed), token });
    lines.set(system, { client, operations: new SectorOperations(service) });
  }
  return new SectorSystemsClient(lines, secret, async () => {
    await Promise.all([...lines.values()].map(({ client }) => client.close()));
    await tokenTransport.close();
  });
}
