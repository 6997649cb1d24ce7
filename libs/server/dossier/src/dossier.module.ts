import { Module } from '@nestjs/common';
import { AnswerSupplement } from './application/answer-supplement';
import { AssessFee } from './application/assess-fee';
import { AttachmentNames } from './application/attachment-names';
import { CommandRunner } from './application/command-runner';
import { DecisionFactsReader } from './application/decision-facts';
import { DossierParcels } from './application/delivery/dossier-parcels';
import { PostResult } from './application/delivery/post-result';
import { RecallParcel } from './application/delivery/recall-parcel';
import { CompleteOutsideStep } from './application/complete-outside-step';
import { CompleteTask } from './application/complete-task';
import { DownloadAttachment } from './application/download-attachment';
import { DownloadDossierFile } from './application/download-dossier-file';
import { EditDossier } from './application/edit-dossier';
import { AssistedDrafts, OpenAssistedDraft } from './application/filing/assisted-filing';
import { BeginDraft } from './application/filing/begin-draft';
import { AttachStoredPaper } from './application/filing/attach-stored-paper';
import { DownloadFromDraft } from './application/filing/download-from-draft';
import { DraftAccess } from './application/filing/draft-access';
import { FillFromRegisters } from './application/filing/fill-from-registers';
import { ManageDrafts } from './application/filing/manage-drafts';
import { OpenDraft } from './application/filing/open-draft';
import { PreviewFees } from './application/filing/preview-fees';
import { PurgeDrafts } from './application/filing/purge-drafts';
import { RegisterLookups } from './application/filing/register-lookups';
import { SaveDraft } from './application/filing/save-draft';
import { SettledRegisters } from './application/filing/settled-registers';
import { SubmissionDesk, SubmissionSources } from './application/filing/submission-desk';
import { SubmissionReceipts } from './application/filing/submission-receipts';
import { SubmitDossier } from './application/filing/submit-dossier';
import { UploadFile } from './application/filing/upload-file';
import { DossierDues } from './application/finance/dossier-dues';
import { RecordMoney } from './application/finance/record-money';
import { PaymentGrounds } from './application/finance/payment-grounds';
import { RequestPayment } from './application/finance/request-payment';
import { RevokePaymentRequest } from './application/finance/revoke-payment-request';
import { FindMyDossiers } from './application/find-my-dossiers';
import { FindMyResults } from './application/find-my-results';
import { FindWork } from './application/find-work';
import { SealCheckpoint } from './application/integrity/seal-checkpoint';
import { VerifyDossiers } from './application/integrity/verify-dossiers';
import { FindMyMirrors } from './application/mirror/find-my-mirrors';
import { RecordMirrorEvent } from './application/mirror/record-mirror-event';
import { CheckRegister } from './application/origins/check-register';
import { ReadOrigins } from './application/origins/read-origins';
import { IssuePaper } from './application/issue-paper';
import { PersonHoldings } from './application/person-holdings';
import { PrintDocument } from './application/print-document';
import { PrintDraft } from './application/print-draft';
import { PrintSources } from './application/printing/print-sources';
import { ReadOfficerDossier } from './application/read-officer-dossier';
import { ReceiveDossier } from './application/receive-dossier';
import { RefuseDossier } from './application/refuse-dossier';
import { RequestSupplement } from './application/request-supplement';
import { ResultToRevoke } from './application/result-to-revoke';
import { ReturnResult } from './application/return-result';
import { SettleSupplement } from './application/settle-supplement';
import { DossierProgress } from './application/dossier-progress';
import { WorkTotals } from './application/statistics/work-totals';
import { ToldDossiers } from './application/told-dossiers';
import { TaskCompletion } from './application/task-completion';
import { TrackDossier } from './application/track-dossier';
import { CitizenViews } from './application/views/citizen-views';
import { DossierReader } from './application/views/dossier-reader';
import { OfficerViews } from './application/views/officer-views';
import { WithdrawDossier } from './application/withdraw-dossier';
import { FoldCounters } from './jobs/fold-counters';
import { ProcessingTimeProjection, RecentProcessingTimes } from './application/statistics/processing-times';
import { RunTimers } from './jobs/run-timers';
import { DossierStream } from './persistence/dossier-stream';
import { DraftStore } from './persistence/draft-store';
import { RegisterChecks } from './persistence/register-checks';
import { RegisterData } from './persistence/register-data';
import { UploadReferences } from './persistence/upload-references';
import { WorkingCalendars } from './persistence/working-calendars';

const filing = [
  BeginDraft,
  OpenAssistedDraft,
  AssistedDrafts,
  DraftAccess,
  OpenDraft,
  SaveDraft,
  ManageDrafts,
  UploadFile,
  DownloadFromDraft,
  AttachStoredPaper,
  PreviewFees,
  SubmissionSources,
  SubmissionDesk,
  SubmissionReceipts,
  RegisterLookups,
  FillFromRegisters,
  SettledRegisters,
  SubmitDossier,
];
const commands = [
  DecisionFactsReader,
  AssessFee,
  CommandRunner,
  ReceiveDossier,
  RefuseDossier,
  RequestSupplement,
  SettleSupplement,
  AnswerSupplement,
  EditDossier,
  WithdrawDossier,
  TaskCompletion,
  CompleteTask,
  CompleteOutsideStep,
  ReturnResult,
  PostResult,
  RecallParcel,
  DossierParcels,
  PaymentGrounds,
  RequestPayment,
  RevokePaymentRequest,
  RecordMoney,
  DossierDues,
];
const reading = [
  AttachmentNames,
  DossierReader,
  CitizenViews,
  OfficerViews,
  FindMyDossiers,
  FindMyResults,
  FindWork,
  PersonHoldings,
  ReadOfficerDossier,
  TrackDossier,
  PrintSources,
  PrintDocument,
  PrintDraft,
  IssuePaper,
  DownloadAttachment,
  DownloadDossierFile,
  ResultToRevoke,
  FindMyMirrors,
  RecordMirrorEvent,
  ToldDossiers,
  DossierProgress,
  WorkTotals,
  ReadOrigins,
  CheckRegister,
];
const jobs = [RunTimers, PurgeDrafts, FoldCounters, ProcessingTimeProjection, SealCheckpoint, VerifyDossiers];
const persistence = [
  DossierStream,
  DraftStore,
  WorkingCalendars,
  UploadReferences,
  RecentProcessingTimes,
  RegisterData,
  RegisterChecks,
];

/** The dossier domain without routes: what API, worker and command line share. */
@Module({
  providers: [...persistence, ...filing, ...commands, ...reading, ...jobs],
  exports: [...persistence, ...filing, ...commands, ...reading, ...jobs],
})
export class DossierModule {}
