import { type DynamicModule, Module } from '@nestjs/common';
import { DossierModule } from '@mocua/server/dossier';
import { Config } from '@mocua/server/kernel';
import { PutDossiers } from './application/put-dossiers';
import { Reconcile } from './application/reconcile';
import { TellPortal } from './application/tell-portal';
import { TellProgress } from './application/tell-progress';
import { WriteReport } from './application/write-report';
import { DifferenceStore } from './persistence/difference-store';
import { SentLedger } from './persistence/sent-ledger';
import { NationalPortal } from './ports';

const outbound = [SentLedger, DifferenceStore, WriteReport, PutDossiers, TellProgress, TellPortal, Reconcile];

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
}
