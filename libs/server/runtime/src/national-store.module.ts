import { type DynamicModule, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type LgspNationalStore, openNationalStore } from '@mocua/lgsp/national-store';
import { NationalStore } from '@mocua/server/data-store';
import { Config } from '@mocua/server/kernel';
import { outboundAddresses } from './guard-outbound';

/** Holds the way to the national store, so that its sockets end with the process. */
@Injectable()
class OpenedNationalStore implements OnApplicationShutdown {
  readonly store: LgspNationalStore;

  constructor(config: Config) {
    const { lgspUrl: baseUrl, lgspClientId: clientId, lgspClientSecret: clientSecret } = config;
    this.store = openNationalStore({ baseUrl, clientId, clientSecret }, outboundAddresses(config));
  }

  onApplicationShutdown(): Promise<void> {
    return this.store.close();
  }
}

/** Gives the data store the national one behind the service bus; nothing is asked before the first call. */
@Module({})
export class NationalStoreModule {
  static withLgsp(): DynamicModule {
    return {
      module: NationalStoreModule,
      global: true,
      providers: [
        OpenedNationalStore,
        {
          provide: NationalStore,
          useFactory: ({ store }: OpenedNationalStore) => store,
          inject: [OpenedNationalStore],
        },
      ],
      exports: [NationalStore],
    };
  }
}
