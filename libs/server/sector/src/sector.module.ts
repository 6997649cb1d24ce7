import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { CompleteOutsideStep, DossierModule, DossierStream } from '@mocua/server/dossier';
import { FileStore, ReceiveFile } from '@mocua/server/document';
import { UnitDirectory } from '@mocua/server/identity';
import { Clock, Config, Database, Logger } from '@mocua/server/kernel';
import { AccessScope, Readings, SubjectVault } from '@mocua/server/personal-data';
import { PublishedProcedures } from '@mocua/server/procedure';
import { HandOverStep } from './application/hand-over-step';
import { HearSectorSystem } from './application/hear-sector-system';
import { ReadHandovers } from './application/read-handovers';
import { SectorRelays } from './application/sector-relays';
import { SectorStepGuard } from './application/sector-step-guard';
import { SettleSteps } from './application/settle-steps';
import { SectorController } from './http/sector.controller';
import { HandoverRows } from './persistence/handover-rows';
import { SectorFileReferences } from './persistence/sector-file-references';
import { SectorSystems } from './ports';
import { SectorStepsModule } from './sector-steps.module';

const hearing: Provider = {
  provide: HearSectorSystem,
  useFactory: (
    database: Database,
    systems: SectorSystems,
    rows: HandoverRows,
    vault: SubjectVault,
    clock: Clock,
  ) => new HearSectorSystem(database, systems, rows, vault, clock),
  inject: [Database, SectorSystems, HandoverRows, SubjectVault, Clock],
};

const reading: Provider = {
  provide: ReadHandovers,
  useFactory: (
    stream: DossierStream,
    units: UnitDirectory,
    procedures: PublishedProcedures,
    rows: HandoverRows,
    guard: SectorStepGuard,
    vault: SubjectVault,
    readings: Readings,
    files: FileStore,
  ) => new ReadHandovers({ stream, units, procedures, rows, guard, vault, readings, files }),
  inject: [
    DossierStream,
    UnitDirectory,
    PublishedProcedures,
    HandoverRows,
    SectorStepGuard,
    SubjectVault,
    Readings,
    FileStore,
  ],
};

const relays: Provider = {
  provide: SectorRelays,
  useFactory: (
    dossiers: DossierStream,
    procedures: PublishedProcedures,
    vault: SubjectVault,
    readings: Readings,
    access: AccessScope,
    files: FileStore,
    rows: HandoverRows,
    systems: SectorSystems,
    clock: Clock,
    { sectorSystems }: Config,
  ) => {
    const parts = { dossiers, procedures, vault, readings, access, files, rows, systems, clock };
    return new SectorRelays(sectorSystems.map((system) => new HandOverStep(system, parts)));
  },
  inject: [
    DossierStream,
    PublishedProcedures,
    SubjectVault,
    Readings,
    AccessScope,
    FileStore,
    HandoverRows,
    SectorSystems,
    Clock,
    Config,
  ],
};

const settling: Provider = {
  provide: SettleSteps,
  useFactory: (
    rows: HandoverRows,
    systems: SectorSystems,
    heard: HearSectorSystem,
    dossiers: DossierStream,
    procedures: PublishedProcedures,
    vault: SubjectVault,
    completing: CompleteOutsideStep,
    receiving: ReceiveFile,
    access: AccessScope,
    clock: Clock,
    logger: Logger,
  ) =>
    new SettleSteps(
      { rows, systems, hearing: heard, dossiers, procedures, vault, completing, receiving, access },
      clock,
      logger,
    ),
  inject: [
    HandoverRows,
    SectorSystems,
    HearSectorSystem,
    DossierStream,
    PublishedProcedures,
    SubjectVault,
    CompleteOutsideStep,
    ReceiveFile,
    AccessScope,
    Clock,
    Logger,
  ],
};

const references: Provider = {
  provide: SectorFileReferences,
  useFactory: (database: Database) => new SectorFileReferences(database),
  inject: [Database],
};

/** Steps of dossiers that sector systems do in their own house. */
@Module({})
export class SectorModule {
  /** @param systemsOf - makes the adapter of the sector systems from the configuration */
  static forWorker(systemsOf: (config: Config) => SectorSystems): DynamicModule {
    return {
      module: SectorModule,
      imports: [DossierModule, SectorStepsModule],
      providers: [systems(systemsOf), hearing, relays, settling, references],
      exports: [SectorRelays, SettleSteps, SectorFileReferences],
    };
  }

  /** For the API: what systems tell, and what people see. */
  static forApi(systemsOf: (config: Config) => SectorSystems): DynamicModule {
    return {
      module: SectorModule,
      imports: [DossierModule, SectorStepsModule],
      controllers: [SectorController],
      providers: [systems(systemsOf), hearing, reading, relays, settling, references],
      exports: [SectorRelays, SettleSteps, SectorFileReferences],
    };
  }
}

function systems(systemsOf: (config: Config) => SectorSystems): Provider {
  return { provide: SectorSystems, useFactory: systemsOf, inject: [Config] };
}
