import { Global, Module } from '@nestjs/common';
import { DocumentSteps } from '@mocua/server/dossier';
import { Clock, Config, Database } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { NumberingGuard } from './application/numbering-guard';
import { SubmissionRows } from './persistence/submission-rows';

/** What every process needs that completes steps or gives results out: what is issued elsewhere. Without the dossier domain. */
@Global()
@Module({
  providers: [
    {
      provide: SubmissionRows,
      useFactory: (database: Database) => new SubmissionRows(database),
      inject: [Database],
    },
    {
      provide: NumberingGuard,
      useFactory: (rows: SubmissionRows, vault: SubjectVault, config: Config, clock: Clock) =>
        new NumberingGuard(rows, vault, config, clock),
      inject: [SubmissionRows, SubjectVault, Config, Clock],
    },
    { provide: DocumentSteps, useExisting: NumberingGuard },
  ],
  exports: [SubmissionRows, NumberingGuard, DocumentSteps],
})
export class DocumentStepsModule {}
