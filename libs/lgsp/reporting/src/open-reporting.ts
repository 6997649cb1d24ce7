import {
  type AllowedAddresses,
  ClientCredentials,
  HttpTransport,
  ServiceClient,
  type ServiceDescription,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { GovernmentReporting } from './government-reporting';
import { SharedStore } from './shared-store';

export interface ReportingConnection {
  /** The gateway, without a trailing slash. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly limits?: Partial<ServiceLimits>;
}

/** Nobody waits at a screen: an answer may take its time, and the outbox comes again. */
const limits: Partial<ServiceLimits> = { connectMs: 3_000, readMs: 20_000, totalMs: 40_000, attempts: 2 };

/**
 * Opens the way to both receivers, each with sockets and a circuit of its own; nothing is asked before the first call.
 *
 * @param allowed - what this process may call
 */
export function openReporting(connection: ReportingConnection, allowed: AllowedAddresses) {
  const { baseUrl, clientId, clientSecret } = connection;
  const held = { ...limits, ...connection.limits };
  const gateway: ServiceDescription = { name: 'token', contractVersion: '1', baseUrl, limits: held };
  const tokenTransport = new HttpTransport(gateway, allowed);
  const token = new ClientCredentials(tokenTransport, {
    ...{ tokenUrl: `${baseUrl}/token`, clientId, clientSecret },
  });
  const opened = (name: string, path: string) => {
    const service: ServiceDescription = {
      ...{ name, contractVersion: '1.0', baseUrl: `${baseUrl}/${path}/1.0`, limits: held },
    };
    const transport = new HttpTransport(service, allowed);
    return { service, client: new ServiceClient(service, { transport, token, keepInLog }) };
  };
  const reports = opened('government-reports', 'baocao');
  const store = opened('province-store', 'khodungchung');
  return {
    government: new GovernmentReporting(reports.client, reports.service),
    store: new SharedStore(store.client, store.service),
    close: async (): Promise<void> => {
      await Promise.all([reports.client.close(), store.client.close(), tokenTransport.close()]);
    },
  };
}

const keepInLog = ['KyBaoCao', 'PhienBan', 'MaBam', 'KetQua', 'MaTiepNhan'];
