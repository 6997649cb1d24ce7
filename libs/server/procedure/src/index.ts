export { ProcedureModule } from './procedure.module';
export type { ProcedureParts } from './procedure.module';
export { PublishedProcedures } from './application/published-procedures';
export type { ListedProcedure } from './application/published-procedures';
export { SearchableProcedures } from './application/searchable-procedures';
export type { SearchableProcedure } from './application/searchable-procedures';
export { PublishPackage } from './application/publish-package';
export type { PublishResult } from './application/publish-package';
export { findPackageFolders, readPackageFolder } from './application/read-package-folder';
export type { ReadPackageResult } from './application/read-package-folder';
export { checkPackage } from './domain/check-package';
export type { CheckedPackage, CheckPackageResult, PackageProblem } from './domain/check-package';
export { requiredComponents } from './domain/required-components';
export type { ComponentNeed } from './domain/required-components';
export type {
  CatalogueEntry,
  ComponentDefinition,
  PrintMapping,
  PublishedProcedure,
  PublishedTask,
  TaskDefinition,
  TaskOutcomeDefinition,
} from './domain/procedure-package';
export { ProcessingTimes } from './ports';
export type { Experience } from './ports';
export type { ProcedureRules } from '@mocua/engine/process';
