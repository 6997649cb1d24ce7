import { Global, Module } from '@nestjs/common';
import { SectorSteps } from '@mocua/server/dossier';
import { Clock, Config, Database } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { SectorStepGuard } from './application/sector-step-guard';
import { HandoverRows } from './persistence/handover-rows';

/** What every process needs that completes steps: whether a step is a sector system's to do. Without the dossier domain. */
@Global()
@Module({
  providers: [
    {
      provide: HandoverRows,
      useFactory: (database: Database) => new HandoverRows(database),
      inject: [Database],
    },
    {
      provide: SectorStepGuard,
      useFactory: (rows: HandoverRows, vault: SubjectVault, config: Config, clock: Clock) =>
        new SectorStepGuard(rows, vault, config, clock),
      inject: [HandoverRows, SubjectVault, Config, Clock],
    },
    { provide: SectorSteps, useExisting: SectorStepGuard },
  ],
  exports: [HandoverRows, SectorStepGuard, SectorSteps],
})
export class SectorStepsModule {}
