import {
  type AllowedAddresses,
  ClientCredentials,
  HttpTransport,
  ServiceClient,
  type ServiceDescription,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { LgspNationalStore } from './lgsp-national-store';

export interface NationalStoreConnection {
  /** The gateway, without a trailing slash. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly limits?: Partial<ServiceLimits>;
}

/** A person waits for a look-up: it comes soon, or they are told that it does not. */
const limits: Partial<ServiceLimits> = { connectMs: 2_000, readMs: 4_000, totalMs: 7_000, attempts: 2 };

/** Opens the way to the national store; nothing is asked before the first call. @param allowed - what this process may call */
export function openNationalStore(
  connection: NationalStoreConnection,
  allowed: AllowedAddresses,
): LgspNationalStore {
  const { baseUrl, clientId, clientSecret } = connection;
  const held = { ...limits, ...connection.limits };
  const service: ServiceDescription = {
    name: 'national-store',
    contractVersion: '1.0',
    baseUrl: `${baseUrl}/khodulieu/1.0`,
    limits: held,
  };
  const gateway: ServiceDescription = { name: 'token', contractVersion: '1', baseUrl, limits: held };
  const tokenTransport = new HttpTransport(gateway, allowed);
  const token = new ClientCredentials(tokenTransport, {
    tokenUrl: `${baseUrl}/token`,
    clientId,
    clientSecret,
  });
  const client = new ServiceClient(service, {
    transport: new HttpTransport(service, allowed),
    token,
    keepInLog: ['MaYeuCau', 'KetQua'],
  });
  const close = async () => {
    await client.close();
    await tokenTransport.close();
  };
  return new LgspNationalStore(client, service, close);
}
