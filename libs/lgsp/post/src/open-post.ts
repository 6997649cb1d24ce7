import {
  type AllowedAddresses,
  HttpTransport,
  ServiceClient,
  type ServiceDescription,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { type PostAccount, PostOperations } from './operations';
import { PublicPost } from './public-post';

export interface PostConnection extends PostAccount {
  /** Address of the interface, for example `https://api.buuchinh.example.vn/`. */
  readonly url: string;
  /** What the post signs its messages with. */
  readonly secret: string;
  readonly limits?: Partial<ServiceLimits>;
}

/** Nobody waits for these answers; a call as a whole ends well within the lease of its errand. */
const limits: Partial<ServiceLimits> = { totalMs: 20_000, attempts: 2, concurrent: 4, perSecond: 5 };

/** Opens the way to the post. @param allowed - what this process may call */
export function openPost(connection: PostConnection, allowed: AllowedAddresses): PublicPost {
  const service: ServiceDescription = {
    name: 'post',
    contractVersion: '1',
    baseUrl: connection.url,
    limits: { ...limits, ...connection.limits },
  };
  const client = new ServiceClient(service, { transport: new HttpTransport(service, allowed) });
  return new PublicPost(client, new PostOperations(service, connection), connection.secret);
}
