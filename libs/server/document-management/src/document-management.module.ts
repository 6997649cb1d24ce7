import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { DossierModule, DossierProgress, PrintDraft } from '@mocua/server/dossier';
import { HandoverModule, OurSide } from '@mocua/server/handover';
import { Config, Database } from '@mocua/server/kernel';
import { TrustedAuthorities } from '@mocua/server/signing';
import { CheckIssuedFile } from './application/check-issued-file';
import { HearDocumentManagement } from './application/hear-document-management';
import { LocalNumbers } from './application/local-numbers';
import { NumberingGuard } from './application/numbering-guard';
import { ReadSubmissions } from './application/read-submissions';
import { SettleSubmissions } from './application/settle-submissions';
import { SubmitDraft } from './application/submit-draft';
import { DocumentStepsModule } from './document-steps.module';
import { DocumentManagementController } from './http/document-management.controller';
import { LocalNumberRows } from './persistence/local-number-rows';
import { SubmissionRows } from './persistence/submission-rows';
import { SubmittedFileReferences } from './persistence/submitted-file-references';
import { DocumentManagement } from './ports';

const hearing: Provider = {
  provide: HearDocumentManagement,
  useFactory: ({ parts }: OurSide, rows: SubmissionRows, system: DocumentManagement) =>
    new HearDocumentManagement(parts, rows, system),
  inject: [OurSide, SubmissionRows, DocumentManagement],
};

const reading: Provider = {
  provide: ReadSubmissions,
  useFactory: ({ parts }: OurSide, rows: SubmissionRows, guard: NumberingGuard) =>
    new ReadSubmissions(parts, rows, guard),
  inject: [OurSide, SubmissionRows, NumberingGuard],
};

const numbers: Provider = {
  provide: LocalNumbers,
  useFactory: ({ parts: { database, units, vault, clock } }: OurSide, dossiers: DossierProgress) =>
    new LocalNumbers(new LocalNumberRows(database), units, dossiers, vault, clock),
  inject: [OurSide, DossierProgress],
};

const submitting: Provider = {
  provide: SubmitDraft,
  useFactory: (
    { parts }: OurSide,
    rows: SubmissionRows,
    system: DocumentManagement,
    printing: PrintDraft,
    { documentManagementUrl: url }: Config,
  ) => new SubmitDraft(parts, { rows, system, printing, isConnected: url !== '' }),
  inject: [OurSide, SubmissionRows, DocumentManagement, PrintDraft, Config],
};

const settling: Provider = {
  provide: SettleSubmissions,
  useFactory: (
    { parts }: OurSide,
    rows: SubmissionRows,
    system: DocumentManagement,
    heard: HearDocumentManagement,
    trust: TrustedAuthorities,
  ) => new SettleSubmissions(parts, rows, system, heard, new CheckIssuedFile(parts.files, trust)),
  inject: [OurSide, SubmissionRows, DocumentManagement, HearDocumentManagement, TrustedAuthorities],
};

const references: Provider = {
  provide: SubmittedFileReferences,
  useFactory: (database: Database) => new SubmittedFileReferences(database),
  inject: [Database],
};

/** Documents of dossiers that the document management system signs, numbers and issues. */
@Module({})
export class DocumentManagementModule {
  /** @param systemOf - makes the adapter of the system from the configuration */
  static forWorker(systemOf: (config: Config) => DocumentManagement): DynamicModule {
    return {
      module: DocumentManagementModule,
      imports: [DossierModule, HandoverModule, DocumentStepsModule],
      providers: [system(systemOf), hearing, submitting, settling, references],
      exports: [SubmitDraft, SettleSubmissions, SubmittedFileReferences],
    };
  }

  /** For the API: what the system tells, and what officers see. */
  static forApi(systemOf: (config: Config) => DocumentManagement): DynamicModule {
    return {
      module: DocumentManagementModule,
      imports: [DossierModule, HandoverModule, DocumentStepsModule],
      controllers: [DocumentManagementController],
      providers: [system(systemOf), hearing, reading, numbers, submitting, settling, references],
      exports: [SubmitDraft, SettleSubmissions, SubmittedFileReferences],
    };
  }
}

function system(systemOf: (config: Config) => DocumentManagement): Provider {
  return { provide: DocumentManagement, useFactory: systemOf, inject: [Config] };
}
