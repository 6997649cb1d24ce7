import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import type { DossierId } from '@mocua/contract';
import { DisplayStore, PartyDirectory, ProvinceSettings } from '@mocua/server/identity';
import { Clock, Config, Database, type OfficerActor } from '@mocua/server/kernel';
import { AccessScope, ConsentLedger } from '@mocua/server/personal-data';
import { HearReceipt } from './application/hear-receipt';
import { KeepNotice } from './application/keep-notice';
import { ListReceptionAlerts } from './application/list-reception-alerts';
import { ReadNoticeReach } from './application/notice-reach';
import { NoticeSettings } from './application/notice-settings';
import { NotificationRelayHandler } from './application/notification-relay-handler';
import { PartyContacts } from './application/party-contacts';
import { ReadMessages } from './application/read-messages';
import { SendDue } from './application/send-due';
import { declaredQuietHours } from './domain/quiet-hours';
import { MessagePartnerController } from './http/message-partner.controller';
import { MessageController } from './http/message.controller';
import { Deliveries } from './persistence/deliveries';
import { Messages } from './persistence/messages';
import { ReceptionAlerts } from './persistence/reception-alerts';
import { TurnedOff } from './persistence/turned-off';
import { ContactDirectory, DossierGate, MessageSender, NoticeOrigin, ReceiptReader } from './ports';

const quietHours = Symbol('quiet hours');
const onDatabase = [Deliveries, Messages, ReceptionAlerts, TurnedOff];
const shared: Provider[] = [
  ...onDatabase.map((store) => ({
    provide: store,
    useFactory: (database: Database) => new store(database),
    inject: [Database],
  })),
  {
    provide: ContactDirectory,
    useFactory: (...parts: ConstructorParameters<typeof PartyContacts>) => new PartyContacts(...parts),
    inject: [PartyDirectory, AccessScope, ConsentLedger, DisplayStore],
  },
  {
    provide: KeepNotice,
    useFactory: (messages: Messages, alerts: ReceptionAlerts) => new KeepNotice(messages, alerts),
    inject: [Messages, ReceptionAlerts],
  },
];

/** Whoever opens a dossier for an officer. */
interface OfficerDossiers {
  /** @throws Problem `dossier.not-found` when the officer may not see it */
  forOfficer(actor: OfficerActor, dossierId: DossierId): Promise<unknown>;
}

export interface NotificationApiParts {
  readonly readerOf: (config: Config) => ReceiptReader;
  readonly dossiers: { readonly by: Type<OfficerDossiers>; readonly from: Type };
}

/** Notices to people and units. */
@Module({})
export class NotificationModule {
  /** For the worker, which provides {@link MessageSender} to everybody. */
  static forWorker(): DynamicModule {
    return {
      module: NotificationModule,
      providers: [
        ...shared,
        {
          provide: NotificationRelayHandler,
          useFactory: (...parts: ConstructorParameters<typeof NotificationRelayHandler>) =>
            new NotificationRelayHandler(...parts),
          inject: [KeepNotice, TurnedOff, ConsentLedger, ContactDirectory, Deliveries, quietHours, Clock],
        },
        { provide: quietHours, useValue: declaredQuietHours },
        {
          provide: SendDue,
          useFactory: (...parts: ConstructorParameters<typeof SendDue>) => new SendDue(...parts),
          inject: [ContactDirectory, MessageSender, Deliveries, Clock, NoticeOrigin],
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
      exports: [NotificationRelayHandler, SendDue, Deliveries],
    };
  }

  /**
   * For the API: the inbox, the settings and what carriers tell; nothing is sent from here.
   *
   * @param parts - the adapter that reads what carriers tell, and who knows which officer may see a dossier
   */
  static forApi({ readerOf, dossiers }: NotificationApiParts): DynamicModule {
    return {
      module: NotificationModule,
      imports: [dossiers.from],
      controllers: [MessageController, MessagePartnerController],
      providers: [
        ...shared,
        { provide: ReceiptReader, useFactory: readerOf, inject: [Config] },
        {
          provide: HearReceipt,
          useFactory: (reader: ReceiptReader, deliveries: Deliveries) => new HearReceipt(reader, deliveries),
          inject: [ReceiptReader, Deliveries],
        },
        {
          provide: DossierGate,
          useFactory: (known: OfficerDossiers): DossierGate => ({
            letThrough: async (actor, dossierId) => void (await known.forOfficer(actor, dossierId)),
          }),
          inject: [dossiers.by],
        },
        {
          provide: ReadNoticeReach,
          useFactory: (gate: DossierGate, messages: Messages) => new ReadNoticeReach(gate, messages),
          inject: [DossierGate, Messages],
        },
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
          useFactory: (...parts: ConstructorParameters<typeof NoticeSettings>) =>
            new NoticeSettings(...parts),
          inject: [ContactDirectory, TurnedOff, ConsentLedger],
        },
      ],
    };
  }
}
