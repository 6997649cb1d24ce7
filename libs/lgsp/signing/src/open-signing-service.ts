import {
  type AllowedAddresses,
  HttpTransport,
  ServiceClient,
  type ServiceDescription,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { RemoteSigningService } from './remote-signing-service';
import { type PartnerAccount, SigningOperations } from './signing-operations';

export interface SigningConnection extends PartnerAccount {
  /** Address of the service, for example `https://kyso.example.vn/`. */
  readonly url: string;
  readonly limits?: Partial<ServiceLimits>;
}

/** Opens the way to a remote signing service; nothing is asked before the first call. @param allowed - what may be called */
export function openSigningService(
  { url, limits, partner, secret }: SigningConnection,
  allowed: AllowedAddresses,
): RemoteSigningService {
  const service: ServiceDescription = {
    name: 'signing',
    contractVersion: '1',
    baseUrl: url,
    ...(limits ? { limits } : {}),
  };
  const client = new ServiceClient(service, { transport: new HttpTransport(service, allowed) });
  const account = { partner, secret };
  return new RemoteSigningService(client, new SigningOperations(service, account), account);
}
