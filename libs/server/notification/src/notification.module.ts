import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { PartyDirectory, ProvinceSettings } from '@mocua/server/identity';
import { Clock, Config, Database } from '@mocua/server/kernel';
import { AccessScope } from '@mocua/server/personal-data';
import { KeepNotice } from './application/keep-notice';
import { ListReceptionAlerts } from './application/list-reception-alerts';
import { NoticeSettings } from './application/notice-settings';
import { NotificationRelayHandler } from './application/notification-relay-handler';
import { PartyContacts } from './application/party-contacts';
import { ReadMessages } from './application/read-messages';
import { MessageController } from './http/message.controller';
import { Deliveries } from './persistence/deliveries';
import { Messages } from './persistence/messages';
import { ReceptionAlerts } from './persistence/reception-alerts';
import { TurnedOff } from './persistence/turned-off';
import { ContactDirectory, MessageSender, NoticeOrigin } from './ports';

const onDatabase = [Deliveries, Messages, ReceptionAlerts, TurnedOff];
const shared: Provider[] = [
  ...onDatabase.map((store) => ({
    provide: store,
    useFactory: (database: Database) => new store(database),
    inject: [Database],
  })),
  {
    provide: ContactDirectory,
    useFactory: (parties: PartyDirectory, access: AccessScope) => new PartyContacts(parties, access),
    inject: [PartyDirectory, AccessScope],
  },
  {
    provide: KeepNotice,
    useFactory: (messages: Messages, alerts: ReceptionAlerts) => new KeepNotice(messages, alerts),
    inject: [Messages, ReceptionAlerts],
  },
];

/** Notices to people and units. */
@Module({})
export class NotificationModule {
  /**
   * For the worker.
   *
   * @param senderOf - makes the adapter of the message gateway from the configuration
   */
  static with(senderOf: (config: Config) => MessageSender): DynamicModule {
    return {
      module: NotificationModule,
      providers: [
        ...shared,
        { provide: MessageSender, useFactory: senderOf, inject: [Config] },
        {
          provide: NotificationRelayHandler,
          useFactory: (...parts: ConstructorParameters<typeof NotificationRelayHandler>) =>
            new NotificationRelayHandler(...parts),
          inject: [KeepNotice, ContactDirectory, TurnedOff, MessageSender, Deliveries, Clock, NoticeOrigin],
        },
        {
          provide: NoticeOrigin,
          useFactory: (config: Config, province: ProvinceSettings): NoticeOrigin => ({
            publicOrigin: config.publicOrigin,
            hotline: province.view.hotline,
          }),
          inject: [Config, ProvinceSettings],
        },
      ],
      exports: [NotificationRelayHandler, Deliveries],
    };
  }

  /** For the API: the inbox and the settings; nothing is sent from here. */
  static forApi(): DynamicModule {
    return {
      module: NotificationModule,
      controllers: [MessageController],
      providers: [
        ...shared,
        {
          provide: ReadMessages,
          useFactory: (messages: Messages, clock: Clock) => new ReadMessages(messages, clock),
          inject: [Messages, Clock],
        },
        {
          provide: ListReceptionAlerts,
          useFactory: (alerts: ReceptionAlerts) => new ListReceptionAlerts(alerts),
          inject: [ReceptionAlerts],
        },
        {
          provide: NoticeSettings,
          useFactory: (contacts: ContactDirectory, off: TurnedOff) => new NoticeSettings(contacts, off),
          inject: [ContactDirectory, TurnedOff],
        },
      ],
    };
  }
}
