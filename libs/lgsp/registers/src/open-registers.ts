import {
  type AllowedAddresses,
  CallMetrics,
  ClientCredentials,
  HttpTransport,
  type HttpTransportOptions,
  type MessageLog,
  ServiceCatalogue,
  ServiceClient,
  type ServiceDescription,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { SharedCatalogues } from './catalogues/shared-catalogues';
import { CivilStatusRegister } from './civil-status/civil-status-register';
import { EnterpriseRegister } from './enterprise/enterprise-register';
import { LandRegister } from './land/land-register';
import { PopulationRegister } from './population/population-register';

export interface RegisterSettings {
  /** The gateway, without a trailing slash. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly allowed: AllowedAddresses;
  readonly limits?: Partial<ServiceLimits>;
  readonly log?: MessageLog;
  readonly transport?: HttpTransportOptions;
}

export interface Registers {
  readonly population: PopulationRegister;
  readonly enterprise: EnterpriseRegister;
  readonly land: LandRegister;
  readonly civilStatus: CivilStatusRegister;
  readonly catalogues: SharedCatalogues;
  readonly metrics: CallMetrics;
  close(): Promise<void>;
}

/** Fields that stand in the message log as they are: who asked for which procedure, and never about whom. */
const harmless = ['MaYeuCau', 'MaDVC', 'MaDonVi', 'error_code'];

/** The services of the gateway that these adapters are written against, each with the version of its contract. */
export function registerCatalogue(baseUrl: string, limits: Partial<ServiceLimits> = {}): ServiceCatalogue {
  const service = (name: string, path: string, contractVersion: string): ServiceDescription => ({
    name,
    contractVersion,
    baseUrl: `${baseUrl}/${path}/${contractVersion}`,
    limits,
  });
  return new ServiceCatalogue([
    service('population', 'csdldc', '1.0'),
    service('enterprise', 'dkdn', '2.0'),
    service('land', 'datdai', '1.0'),
    service('civil-status', 'hotich', '1.0'),
    service('catalogues', 'dmdc', '1.0'),
  ]);
}

/** Opens a client of its own for each register, so that one that hangs holds nobody else's sockets; the token is shared. */
export function openRegisters(settings: RegisterSettings): Registers {
  const { baseUrl, clientId, clientSecret, allowed, limits, log, transport } = settings;
  const catalogue = registerCatalogue(baseUrl, limits);
  const metrics = new CallMetrics();
  const gateway: ServiceDescription = {
    name: 'token',
    contractVersion: '1',
    baseUrl,
    ...(limits ? { limits } : {}),
  };
  const tokenTransport = new HttpTransport(gateway, allowed, transport);
  const token = new ClientCredentials(tokenTransport, {
    tokenUrl: `${baseUrl}/token`,
    clientId,
    clientSecret,
  });
  const clients: ServiceClient[] = [];
  const open = <T>(
    name: string,
    adapter: new (client: ServiceClient, service: ServiceDescription) => T,
  ): T => {
    const service = catalogue.find(name);
    const client = new ServiceClient(service, {
      transport: new HttpTransport(service, allowed, transport),
      token,
      keepInLog: harmless,
      observe: metrics.observe,
      ...(log === undefined ? {} : { log }),
    });
    clients.push(client);
    metrics.watch(name, client);
    return new adapter(client, service);
  };
  return {
    population: open('population', PopulationRegister),
    enterprise: open('enterprise', EnterpriseRegister),
    land: open('land', LandRegister),
    civilStatus: open('civil-status', CivilStatusRegister),
    catalogues: open('catalogues', SharedCatalogues),
    metrics,
    close: async () => {
      await Promise.all(clients.map((client) => client.close()));
      await tokenTransport.close();
    },
  };
}
