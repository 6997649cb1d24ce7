import { type DynamicModule, Module } from '@nestjs/common';
import { DossierModule } from '@mocua/server/dossier';
import { Config } from '@mocua/server/kernel';
import { DeliveriesDesk } from './application/deliveries-desk';
import { GiveResult } from './application/give-result';
import { MessageTakers } from './application/message-takers';
import { PortalProof } from './application/portal-proof';
import { PutDossiers } from './application/put-dossiers';
import { Reconcile } from './application/reconcile';
import { TakeChange } from './application/take-change';
import { FilingSources, TakeFiling } from './application/take-filing';
import { TakeMessage } from './application/take-message';
import { TellPortal } from './application/tell-portal';
import { TellProgress } from './application/tell-progress';
import { WriteReport } from './application/write-report';
import { NationalPortalController } from './http/national-portal.controller';
import { ArrivalLog } from './persistence/arrival-log';
import { DifferenceStore } from './persistence/difference-store';
import { SentLedger } from './persistence/sent-ledger';
import { NationalMessageReader, NationalPortal } from './ports';

const outbound = [SentLedger, DifferenceStore, WriteReport, PutDossiers, TellProgress, TellPortal, Reconcile];
const inbound = [FilingSources, TakeFiling, TakeChange, MessageTakers, PortalProof, TakeMessage, ArrivalLog];

/** What is told to the national portal, and what arrives from it. */
@Module({})
export class NationalPortalModule {
  /**
   * For processes that reach the portal: worker and command line.
   *
   * @param portalOf - makes the adapter from the configuration
   */
  static with(portalOf: (config: Config) => NationalPortal): DynamicModule {
    return {
      module: NationalPortalModule,
      imports: [DossierModule],
      providers: [...outbound, { provide: NationalPortal, useFactory: portalOf, inject: [Config] }],
      exports: [TellPortal, Reconcile, DifferenceStore, SentLedger, NationalPortal],
    };
  }

  /** For the API: the portal's messages arrive here, and administrators look; nothing is told from here. */
  static forApi(reader: NationalMessageReader): DynamicModule {
    return {
      module: NationalPortalModule,
      imports: [DossierModule],
      controllers: [NationalPortalController],
      providers: [
        ...inbound,
        DifferenceStore,
        DeliveriesDesk,
        GiveResult,
        { provide: NationalMessageReader, useValue: reader },
      ],
    };
  }
}
