import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { CompleteOutsideStep, DossierModule, DossierStream, PrintDraft } from '@mocua/server/dossier';
import { FileStore, ReceiveFile } from '@mocua/server/document';
import { UnitDirectory } from '@mocua/server/identity';
import { Clock, Config, Database, Logger } from '@mocua/server/kernel';
import { AccessScope, Readings, SubjectVault } from '@mocua/server/personal-data';
import { PublishedProcedures } from '@mocua/server/procedure';
import { HearDocumentManagement } from './application/hear-document-management';
import { NumberingGuard } from './application/numbering-guard';
import { ReadSubmissions } from './application/read-submissions';
import { SettleSubmissions } from './application/settle-submissions';
import { SubmitDraft } from './application/submit-draft';
import { DocumentStepsModule } from './document-steps.module';
import { DocumentManagementController } from './http/document-management.controller';
import { SubmissionRows } from './persistence/submission-rows';
import { SubmittedFileReferences } from './persistence/submitted-file-references';
import { DocumentManagement } from './ports';

const hearing: Provider = {
  provide: HearDocumentManagement,
  useFactory: (
    database: Database,
    system: DocumentManagement,
    rows: SubmissionRows,
    vault: SubjectVault,
    clock: Clock,
  ) => new HearDocumentManagement(database, system, rows, vault, clock),
  inject: [Database, DocumentManagement, SubmissionRows, SubjectVault, Clock],
};

const reading: Provider = {
  provide: ReadSubmissions,
  useFactory: (
    stream: DossierStream,
    units: UnitDirectory,
    procedures: PublishedProcedures,
    rows: SubmissionRows,
    guard: NumberingGuard,
    vault: SubjectVault,
    readings: Readings,
    files: FileStore,
  ) => new ReadSubmissions({ stream, units, procedures, rows, guard, vault, readings, files }),
  inject: [
    DossierStream,
    UnitDirectory,
    PublishedProcedures,
    SubmissionRows,
    NumberingGuard,
    SubjectVault,
    Readings,
    FileStore,
  ],
};

const submitting: Provider = {
  provide: SubmitDraft,
  useFactory: (
    dossiers: DossierStream,
    procedures: PublishedProcedures,
    printing: PrintDraft,
    units: UnitDirectory,
    readings: Readings,
    access: AccessScope,
    files: FileStore,
    rows: SubmissionRows,
    system: DocumentManagement,
    clock: Clock,
    { documentManagementUrl }: Config,
  ) =>
    new SubmitDraft({
      dossiers,
      procedures,
      printing,
      units,
      readings,
      access,
      files,
      rows,
      system,
      clock,
      isConnected: documentManagementUrl !== '',
    }),
  inject: [
    DossierStream,
    PublishedProcedures,
    PrintDraft,
    UnitDirectory,
    Readings,
    AccessScope,
    FileStore,
    SubmissionRows,
    DocumentManagement,
    Clock,
    Config,
  ],
};

const settling: Provider = {
  provide: SettleSubmissions,
  useFactory: (
    rows: SubmissionRows,
    system: DocumentManagement,
    heard: HearDocumentManagement,
    dossiers: DossierStream,
    procedures: PublishedProcedures,
    vault: SubjectVault,
    completing: CompleteOutsideStep,
    receiving: ReceiveFile,
    access: AccessScope,
    clock: Clock,
    logger: Logger,
  ) =>
    new SettleSubmissions(
      { rows, system, hearing: heard, dossiers, procedures, vault, completing, receiving, access },
      clock,
      logger,
    ),
  inject: [
    SubmissionRows,
    DocumentManagement,
    HearDocumentManagement,
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
      imports: [DossierModule, DocumentStepsModule],
      providers: [system(systemOf), hearing, submitting, settling, references],
      exports: [SubmitDraft, SettleSubmissions, SubmittedFileReferences],
    };
  }

  /** For the API: what the system tells, and what officers see. */
  static forApi(systemOf: (config: Config) => DocumentManagement): DynamicModule {
    return {
      module: DocumentManagementModule,
      imports: [DossierModule, DocumentStepsModule],
      controllers: [DocumentManagementController],
      providers: [system(systemOf), hearing, reading, submitting, settling, references],
      exports: [SubmitDraft, SettleSubmissions, SubmittedFileReferences],
    };
  }
}

function system(systemOf: (config: Config) => DocumentManagement): Provider {
  return { provide: DocumentManagement, useFactory: systemOf, inject: [Config] };
}
