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
  Money,
  Outcome,
  Parcel,
  ParcelStanding,
  Payment,
  PaymentAsked,
  PaymentMethod,
  PaymentRequest,
  People,
  ReceiptNumber,
  ReceptionClock,
  ReusedPaper,
  Supplement,
  SupplementItemRef,
  Units,
  ValueRef,
} from './state';
export {
  amountDue,
  amountKept,
  amountOverpaid,
  amountOwed,
  amountPaid,
  askedLinesOf,
  awaitsPaymentBeforeReception,
  chargeOwed,
  isPaidSinceAsked,
  isPaymentOverdue,
  lateFrom,
  mayRefund,
  openPaymentRequest,
} from './finance';
export { isResultAtDesk, isResultInPost } from './parcel';
export type { ParcelOutcome } from './parcel';
export { countsAsReused } from './state';
export { schemaVersions } from './events';
export type { DossierEvent, EventOf, EventPayloads, EventType, IssuedDocument, StoredEvent } from './events';
export { UnknownEventError, upcast } from './upcast';
export { documentIdOf, evolve, replay } from './evolve';
export { nationalStatusOf } from './national-status';
export { nationalCodeOf, nationalPortalSource, nationalReportOf } from './national/national-report';
export type { NationalReport, ReportedFile, ReportedSupplement } from './national/national-report';
export { isToldNationally, nationalProgressOf } from './national/national-progress';
export type { NationalProgress } from './national/national-progress';
export type { AssessedFee, Decision, DecisionFacts, Refusal } from './decide/decision';
export { decide } from './decide/decide';
export type { DossierCommand } from './decide/decide';
export { decideSubmit } from './decide/submit';
export type { SubmitCommand } from './decide/submit';
export { mayEdit } from './decide/closing';
export { foldMirror } from './mirror';
export type { MirroredPart, MirrorEvent, MirrorState } from './mirror';
