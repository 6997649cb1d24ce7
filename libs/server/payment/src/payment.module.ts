import { type Abstract, type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import {
  DossierDues,
  DossierModule,
  ReadOfficerDossier,
  RecordMoney,
  RevokePaymentRequest,
} from '@mocua/server/dossier';
import { PartyDirectory, UnitDirectory } from '@mocua/server/identity';
import { Clock, Config, Database, Logger } from '@mocua/server/kernel';
import { AcknowledgeHandOvers } from './application/acknowledge-hand-overs';
import { CashDesks } from './application/cash-desks';
import { ChaseOrders } from './application/chase-orders';
import { DossierRelayHandler } from './application/dossier-relay-handler';
import { HearPlatform } from './application/hear-platform';
import { ListCashDays } from './application/list-cash-days';
import { ListDeskReturns } from './application/list-desk-returns';
import { MoneyStores } from './application/money-stores';
import { ReadPayment } from './application/read-payment';
import { ReconcileDay } from './application/reconcile-day';
import { RefundRelayHandler } from './application/refund-relay-handler';
import { RequestRefund } from './application/request-refund';
import { ReturnOverpaid } from './application/return-overpaid';
import { RunCashDesk } from './application/run-cash-desk';
import { SeedCashDesks } from './application/seed-cash-desks';
import { SetCashDesk } from './application/set-cash-desk';
import { SettlePayment } from './application/settle-payment';
import { StartPayment } from './application/start-payment';
import { TakeBackRequest } from './application/take-back-request';
import { WorkUnmatched } from './application/work-unmatched';
import { CitizenPaymentController } from './http/citizen-payment.controller';
import { CashDeskController } from './http/cash-desk.controller';
import { OfficerPaymentController } from './http/officer-payment.controller';
import { PaymentPartnerController } from './http/payment-partner.controller';
import { CashDays } from './persistence/cash-days';
import { CashDeskRules } from './persistence/cash-desk-rules';
import { DeskReturns } from './persistence/desk-returns';
import { DrawerDays } from './persistence/drawer-days';
import { HandOvers } from './persistence/hand-overs';
import { Ledger } from './persistence/ledger';
import { Movements } from './persistence/movements';
import { Orders } from './persistence/orders';
import { Reconciliations } from './persistence/reconciliations';
import { Refunds } from './persistence/refunds';
import { Settlements } from './persistence/settlements';
import { Unmatched } from './persistence/unmatched';
import { Dues, PaymentPlatform } from './ports';

type Token<T> = Type<T> | Abstract<T>;

/** Makes a plain class from its parts; the parts are checked against its constructor. */
function made<Parts extends unknown[], T>(
  token: new (...parts: Parts) => T,
  inject: { readonly [K in keyof Parts]: Token<Parts[K]> },
): Provider {
  return {
    provide: token,
    useFactory: (...parts: Parts) => new token(...parts),
    inject: [...inject] as Type[],
  };
}

const stores = [
  Orders,
  Settlements,
  Movements,
  Refunds,
  Unmatched,
  CashDays,
  CashDeskRules,
  DeskReturns,
  DrawerDays,
  HandOvers,
  Ledger,
  Reconciliations,
];
const shared: Provider[] = [
  ...stores.map((store) => ({
    provide: store,
    useFactory: (database: Database) => new store(database),
    inject: [Database],
  })),
  made(MoneyStores, [Orders, Settlements, Movements, Refunds, Unmatched, DeskReturns, HandOvers]),
  made(CashDesks, [CashDeskRules, UnitDirectory, Clock]),
  made(SetCashDesk, [Database, CashDeskRules, UnitDirectory, Clock]),
  made(SeedCashDesks, [CashDeskRules, SetCashDesk]),
  { provide: Dues, useExisting: DossierDues },
  made(SettlePayment, [Database, MoneyStores, Ledger, Dues, Clock]),
];

/** What the worker does; a process without one may do it as well. */
const duties: Provider[] = [
  made(ChaseOrders, [Orders, PaymentPlatform, SettlePayment, Clock, Logger]),
  made(RefundRelayHandler, [Database, MoneyStores, Ledger, PaymentPlatform, Clock]),
  made(DossierRelayHandler, [Settlements, Refunds, RecordMoney]),
  made(ReturnOverpaid, [Database, Dues, MoneyStores, Clock]),
  made(ReconcileDay, [Database, MoneyStores, PaymentPlatform, SettlePayment, Reconciliations, Clock]),
];

/** Orders, payments, receipts, refunds and the books. */
@Module({})
export class PaymentModule {
  /**
   * For the worker: lost callbacks, refunds, what dossiers are told, reconciliation.
   *
   * @param platformOf - makes the adapter of the payment platform from the configuration
   */
  static forWorker(platformOf: (config: Config) => PaymentPlatform): DynamicModule {
    return {
      module: PaymentModule,
      imports: [DossierModule],
      providers: [
        ...shared,
        { provide: PaymentPlatform, useFactory: platformOf, inject: [Config] },
        ...duties,
      ],
      exports: [
        ChaseOrders,
        RefundRelayHandler,
        DossierRelayHandler,
        ReturnOverpaid,
        ReconcileDay,
        SeedCashDesks,
      ],
    };
  }

  /** For the API: people and officers, and what the platform tells us. */
  static forApi(platformOf: (config: Config) => PaymentPlatform): DynamicModule {
    return {
      module: PaymentModule,
      imports: [DossierModule],
      controllers: [
        CitizenPaymentController,
        OfficerPaymentController,
        CashDeskController,
        PaymentPartnerController,
      ],
      providers: [
        ...shared,
        { provide: PaymentPlatform, useFactory: platformOf, inject: [Config] },
        ...duties,
        made(ReadPayment, [MoneyStores, CashDesks, Clock]),
        {
          provide: StartPayment,
          useFactory: (
            database: Database,
            dues: DossierDues,
            money: MoneyStores,
            platform: PaymentPlatform,
            reading: ReadPayment,
            clock: Clock,
            { publicOrigin }: Config,
            logger: Logger,
          ) => {
            const warn = (error: unknown): void =>
              logger.warn({ err: error }, 'the payment platform did not open an order');
            return new StartPayment(database, dues, money, platform, reading, clock, { publicOrigin, warn });
          },
          inject: [Database, DossierDues, MoneyStores, PaymentPlatform, ReadPayment, Clock, Config, Logger],
        },
        made(HearPlatform, [PaymentPlatform, SettlePayment, Movements, Orders, Clock]),
        made(RunCashDesk, [Database, DossierDues, MoneyStores, CashDays, Ledger, CashDesks, Clock]),
        made(RequestRefund, [Database, DossierDues, MoneyStores, CashDays, Ledger, CashDesks, Clock]),
        made(TakeBackRequest, [
          DossierDues,
          RevokePaymentRequest,
          ReadOfficerDossier,
          MoneyStores,
          PaymentPlatform,
          SettlePayment,
          Logger,
        ]),
        made(AcknowledgeHandOvers, [Database, HandOvers, CashDays, Ledger, CashDesks, PartyDirectory, Clock]),
        made(ListDeskReturns, [DeskReturns]),
        made(ListCashDays, [DrawerDays, CashDesks]),
        made(WorkUnmatched, [Database, MoneyStores, Reconciliations, Clock]),
      ],
    };
  }
}
