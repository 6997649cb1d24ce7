export { NationalPortalModule } from './national-portal.module';
export { largestChunk, NationalMessageReader, NationalPortal, PortalFailure } from './ports';
export type { Arrival, ArrivedFile, ArrivedOwner, NationalMessage } from './domain/national-message';
export type { PutOutcome } from './ports';
export type {
  ComparedFacts,
  PaidHow,
  PortalDossier,
  PortalProgress,
  PortalRecord,
  RecordedProgress,
} from './domain/portal-dossier';
export { differenceCauses } from './domain/difference-cause';
export type { DifferenceCause } from './domain/difference-cause';
export type { Difference } from './domain/compare';
export { TellPortal } from './application/tell-portal';
export { Reconcile } from './application/reconcile';
export type { ReconciliationReport } from './application/reconcile';
