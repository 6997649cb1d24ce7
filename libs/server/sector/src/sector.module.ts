import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { HandoverModule, OurSide } from '@mocua/server/handover';
import { Config, Database } from '@mocua/server/kernel';
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
  useFactory: ({ parts }: OurSide, rows: HandoverRows, systems: SectorSystems) =>
    new HearSectorSystem(parts, rows, systems),
  inject: [OurSide, HandoverRows, SectorSystems],
};

const reading: Provider = {
  provide: ReadHandovers,
  useFactory: ({ parts }: OurSide, rows: HandoverRows, guard: SectorStepGuard) =>
    new ReadHandovers(parts, rows, guard),
  inject: [OurSide, HandoverRows, SectorStepGuard],
};

const relays: Provider = {
  provide: SectorRelays,
  useFactory: ({ parts }: OurSide, rows: HandoverRows, systems: SectorSystems, { sectorSystems }: Config) =>
    new SectorRelays(sectorSystems.map((system) => new HandOverStep(system, parts, rows, systems))),
  inject: [OurSide, HandoverRows, SectorSystems, Config],
};

const settling: Provider = {
  provide: SettleSteps,
  useFactory: ({ parts }: OurSide, rows: HandoverRows, systems: SectorSystems, heard: HearSectorSystem) =>
    new SettleSteps(parts, rows, systems, heard),
  inject: [OurSide, HandoverRows, SectorSystems, HearSectorSystem],
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
      imports: [HandoverModule, SectorStepsModule],
      providers: [systems(systemsOf), hearing, relays, settling, references],
      exports: [SectorRelays, SettleSteps, SectorFileReferences],
    };
  }

  /** For the API: what systems tell, and what people see. */
  static forApi(systemsOf: (config: Config) => SectorSystems): DynamicModule {
    return {
      module: SectorModule,
      imports: [HandoverModule, SectorStepsModule],
      controllers: [SectorController],
      providers: [systems(systemsOf), hearing, reading, relays, settling, references],
      exports: [SectorRelays, SettleSteps, SectorFileReferences],
    };
  }
}

function systems(systemsOf: (config: Config) => SectorSystems): Provider {
  return { provide: SectorSystems, useFactory: systemsOf, inject: [Config] };
}
