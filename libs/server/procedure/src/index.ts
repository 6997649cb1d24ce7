export { ProcedureModule } from './procedure.module';
export type { ProcedureParts } from './procedure.module';
export { PublishedProcedures } from './application/published-procedures';
export type { ListedProcedure } from './application/published-procedures';
export { ImportNationalRecord } from './application/import-national-record';
export type { ImportRecordResult } from './application/import-national-record';
export { ApproveNationalRecord } from './application/approve-national-record';
export type { RecordApproval } from './application/approve-national-record';
export { RejectNationalRecord } from './application/reject-national-record';
export { ReviewNationalRecords } from './application/review-national-records';
export type { RecordReview } from './domain/record-review';
export { SearchableProcedures } from './application/searchable-procedures';
export type { SearchableProcedure } from './application/searchable-procedures';
export { PublishPackage } from './application/publish-package';
export type { PublishResult } from './application/publish-package';
export { findPackageFolders, readPackageFolder } from './application/read-package-folder';
export type { ReadPackageResult } from './application/read-package-folder';
export { checkPackage } from './domain/check-package';
export type { CheckedPackage, CheckPackageResult, PackageProblem } from './domain/check-package';
export { routeOn } from './domain/catalogue-entry';
export type {
  Capacity,
  CatalogueEntry,
  CatalogueFee,
  ExplainedTerm,
  FilingChannel,
  Guidance,
  NotDemandedPaper,
  ProcedureCase,
  ProcedureLeg,
  Route,
  UnitReference,
} from './domain/catalogue-entry';
export { isRegisterCopy } from './domain/print-definition';
export type {
  GeneralPrint,
  GeneralTemplate,
  NoResultPrint,
  PrintDefinition,
  PrintedFieldDefinition,
  RegisterCopyPrint,
} from './domain/print-definition';
export type { PackageCases, PackageSource } from './domain/package-source';
export { caseOf, requiredComponents } from './domain/required-components';
export type { ComponentNeed } from './domain/required-components';
export type {
  ComponentDefinition,
  PublishedProcedure,
  PublishedTask,
  TaskDefinition,
  TaskOutcomeDefinition,
} from './domain/procedure-package';
export { ProcessingTimes, ProvinceMap } from './ports';
export type { Experience, PlaceNames } from './ports';
export { UnitMap } from './application/unit-map';
export type { ProcedureRules } from '@mocua/engine/process';
export { feePreviewOf } from './domain/fee-preview';
export { FindEligibleProcedures } from './application/find-eligible-procedures';
export { documentManagement, valuesOfOutgoing } from './domain/outgoing-definition';
export type { OutgoingDefinition, OutgoingFacts, OutgoingKind } from './domain/outgoing-definition';
export { valuesOfEnding } from './domain/handover-definition';
export type { HandoverDefinition, HandoverEnding, SectorFacts } from './domain/handover-definition';
