export { isOpen, openSupplement } from './state';
export type {
  AttachmentRef,
  Channel,
  DeliveryState,
  DocumentKind,
  DocumentRef,
  DossierState,
  DossierTask,
  EventActor,
  Fee,
  FinanceState,
  Outcome,
  People,
  ReceptionClock,
  Supplement,
  SupplementItemRef,
  Units,
  ValueRef,
} from './state';
export { schemaVersions } from './events';
export type { DossierEvent, EventOf, EventPayloads, EventType, IssuedDocument, StoredEvent } from './events';
export { UnknownEventError, upcast } from './upcast';
export { documentIdOf, evolve, replay } from './evolve';
export { nationalStatusOf } from './national-status';
export type { AssessedFee, Decision, DecisionFacts, Refusal } from './decide/decision';
export { decide } from './decide/decide';
export type { DossierCommand } from './decide/decide';
export { decideSubmit } from './decide/submit';
export type { SubmitCommand } from './decide/submit';
export { mayEdit } from './decide/closing';
export { foldMirror, mirrorStatuses } from './mirror';
export type { MirroredPart, MirrorEvent, MirrorState, MirrorStatus } from './mirror';
