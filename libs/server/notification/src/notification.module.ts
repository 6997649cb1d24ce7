import { type DynamicModule, Module } from '@nestjs/common';
import { PartyDirectory, ProvinceSettings } from '@mocua/server/identity';
import { Clock, Config, Database } from '@mocua/server/kernel';
import { NotificationRelayHandler } from './application/notification-relay-handler';
import { PartyContacts } from './application/party-contacts';
import { Deliveries } from './persistence/deliveries';
import { ContactDirectory, MessageSender } from './ports';

/** Notices to people, for the worker. */
@Module({})
export class NotificationModule {
  /** @param senderOf - makes the adapter of the message gateway from the configuration */
  static with(senderOf: (config: Config) => MessageSender): DynamicModule {
    return {
      module: NotificationModule,
      providers: [
        { provide: MessageSender, useFactory: senderOf, inject: [Config] },
        {
          provide: ContactDirectory,
          useFactory: (parties: PartyDirectory) => new PartyContacts(parties),
          inject: [PartyDirectory],
        },
        {
          provide: Deliveries,
          useFactory: (database: Database) => new Deliveries(database),
          inject: [Database],
        },
        {
          provide: NotificationRelayHandler,
          useFactory: (...parts: ConstructorParameters<typeof NotificationRelayHandler>) =>
            new NotificationRelayHandler(...parts),
          inject: [ContactDirectory, MessageSender, Deliveries, Clock, Config, ProvinceSettings],
        },
      ],
      exports: [NotificationRelayHandler, Deliveries],
    };
  }
}
