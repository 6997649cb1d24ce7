import {
  type AllowedAddresses,
  ClientCredentials,
  HttpTransport,
  ServiceClient,
  type ServiceDescription,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { DocumentManagementClient } from './document-management-client';
import { DocumentOperations } from './operations';

export interface DocumentManagementConnection {
  /** Without a trailing slash; empty where no system is connected. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the system signs its messages with. */
  readonly secret: string;
  readonly limits?: Partial<ServiceLimits>;
}

/** A hand-over ends well within the lease of its message. */
const limits: Partial<ServiceLimits> = { readMs: 6_000, totalMs: 20_000, attempts: 2, concurrent: 4 };

/** Opens the way to the document management system. @param allowed - what this process may call */
export function openDocumentManagement(
  connection: DocumentManagementConnection,
  allowed: AllowedAddresses,
): DocumentManagementClient {
  const { url, clientId, clientSecret, secret } = connection;
  if (url === '') return new DocumentManagementClient(null, secret, () => Promise.resolve());
  const limited = { ...limits, ...connection.limits };
  const service = (name: string): ServiceDescription => ({
    name,
    contractVersion: '1.0',
    baseUrl: `${url}/`,
    limits: limited,
  });
  const tokenTransport = new HttpTransport(service('document-management-token'), allowed);
  const token = new ClientCredentials(tokenTransport, { tokenUrl: `${url}/token`, clientId, clientSecret });
  const documents = service('document-management');
  const client = new ServiceClient(documents, { transport: new HttpTransport(documents, allowed), token });
  const line = { client, operations: new DocumentOperations(documents) };
  return new DocumentManagementClient(line, secret, async () => {
    await client.close();
    await tokenTransport.close();
  });
}
