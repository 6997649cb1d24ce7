import { Module } from '@nestjs/common';
import { CompleteOutsideStep, DossierModule, DossierStream } from '@mocua/server/dossier';
import { FileStore, ReceiveFile } from '@mocua/server/document';
import { UnitDirectory } from '@mocua/server/identity';
import { Clock, Database, Logger } from '@mocua/server/kernel';
import { AccessScope, Readings, SubjectVault } from '@mocua/server/personal-data';
import { PublishedProcedures } from '@mocua/server/procedure';
import { type OurParts, OurSide } from './application/our-side';

/** What modules that hand steps over take of this house. */
@Module({
  imports: [DossierModule],
  providers: [
    {
      provide: OurSide,
      useFactory: (
        dossiers: DossierStream,
        completing: CompleteOutsideStep,
        procedures: PublishedProcedures,
        units: UnitDirectory,
        vault: SubjectVault,
        readings: Readings,
        access: AccessScope,
        ...[files, receiving, database, clock, logger]: [FileStore, ReceiveFile, Database, Clock, Logger]
      ) => {
        const people = { vault, readings, access, units };
        const store = { files, receiving, database, clock, logger };
        return new OurSide({ dossiers, completing, procedures, ...people, ...store } satisfies OurParts);
      },
      inject: [
        DossierStream,
        CompleteOutsideStep,
        PublishedProcedures,
        UnitDirectory,
        SubjectVault,
        Readings,
        AccessScope,
        FileStore,
        ReceiveFile,
        Database,
        Clock,
        Logger,
      ],
    },
  ],
  exports: [OurSide],
})
export class HandoverModule {}
