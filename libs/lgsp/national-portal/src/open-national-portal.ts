import {
  type AllowedAddresses,
  HttpTransport,
  ServiceClient,
  type ServiceDescription,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { NationalPortalClient, type NationalPortalSettings } from './national-portal-client';

export interface NationalPortalConnection extends NationalPortalSettings {
  /** Address of the adapter, for example `https://lgsp.example.gov.vn/dvcqg/`. */
  readonly url: string;
  readonly limits?: Partial<ServiceLimits>;
}

/** The adapter answers within six seconds or not at all; a call as a whole must end well within the lease of its messages. */
const limits: Partial<ServiceLimits> = { readMs: 6_000, totalMs: 20_000, attempts: 2, concurrent: 8 };

/** Opens the way to the national portal. @param allowed - what this process may call */
export function openNationalPortal(
  connection: NationalPortalConnection,
  allowed: AllowedAddresses,
): NationalPortalClient {
  const service: ServiceDescription = {
    name: 'dvcqg',
    contractVersion: '1.4',
    baseUrl: connection.url,
    limits: { ...limits, ...connection.limits },
  };
  const client = new ServiceClient(service, { transport: new HttpTransport(service, allowed) });
  return new NationalPortalClient(client, service, connection);
}
