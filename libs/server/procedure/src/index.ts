export type {
  CatalogueEntry, ComponentDefinition, PublishedProcedure, TaskDefinition, TaskOutcomeDefinition,
} from './domain/procedure-package';
export { ProcessingTimes } from './ports';
export type { Experience } from './ports';
export type { ProcedureRules } from '@mocua/engine/process';
