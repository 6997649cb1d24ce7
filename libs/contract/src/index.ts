/** Browser-safe surface: descriptors, types and texts; no validator. Schemas are in `@mocua/contract/schemas`. */
export type {
  Access,
  BodyOf,
  Endpoint,
  EndpointExample,
  EndpointSchemas,
  HttpMethod,
  InputOf,
  MediaKind,
  ParamsOf,
  QueryOf,
  ResponseOf,
} from './kernel/endpoint';
export { fillText, problemCodes, problems, statusOf } from './kernel/problems';
export type { FieldProblem, ProblemCategory, ProblemCode, ProblemDocument } from './kernel/problems';
export { isLifeEvent, lifeEventCodes, lifeEvents } from './catalogue/life-events';
export type { LifeEvent } from './catalogue/life-events';
export type { FacetCountView, ProcedureHit } from './catalogue/search-schemas';
export { permissions, permissionsOf, roles } from './identity/permissions';
export type { Permission, Role } from './identity/permissions';
export { roleNames } from './identity/role-names';
export type {
  AssignmentId,
  AttachmentId,
  DeviceId,
  DocumentId,
  DossierId,
  DraftId,
  LocalizedText,
  PartyId,
  SupplementId,
  TaskId,
  UnitId,
} from './kernel/scalars';
export {
  degradedModes,
  identityClaims,
  profileClaims,
  registerClaims,
  registerNames,
} from './eform/form-definition';
export type {
  AddressValue,
  AnswerGroup,
  Answers,
  AnswerValue,
  ChoiceOption,
  Expression,
  FieldPrefill,
  FieldType,
  FormDefinition,
  FormField,
  FormPage,
  FormSection,
  Localized,
  UnitFilter,
  DegradedMode,
  IdentityClaim,
  ProfilePrefill,
  RegisterClaim,
  RegisterName,
  RegisterPrefill,
  RegisterUse,
} from './eform/form-definition';
export type { DueDerivation, RuleSource } from './clock/schemas';
export type { AssignmentView, Audience, PersonView, SessionView } from './session/schemas';
export type {
  NotDemandedComponent,
  ProcedureSummary,
  ProcedureView,
  ProvinceView,
  UnitOption,
} from './catalogue/schemas';
export type {
  NationalCaseView,
  NationalChannelView,
  NationalComponentView,
  NationalFeeView,
  NationalGapView,
  NationalRecordView,
  NationalTimeView,
} from './catalogue/national-record';
export { personFacts } from './catalogue/eligibility';
export type {
  EligibilityRule,
  PersonFactDefinition,
  PersonFactName,
  PersonFacts,
  PersonFactType,
} from './catalogue/eligibility';
export type {
  FeeAmount,
  FeeChannel,
  FeeDefinition,
  FeeKind,
  FeeLine,
  FeeReduction,
  FeeSource,
  FeeTiming,
  FeeWaiver,
  GroundAmount,
  PaymentGround,
} from './catalogue/fees';
export type { FeeLineView, FeePreview } from './fees/schemas';
export type { EligibleProcedure } from './eligibility/schemas';
export type {
  AttachmentView,
  ComponentRequirement,
  DraftView,
  Provenance,
  RegisterState,
  SubmissionReceipt,
} from './filing/schemas';
export type {
  AssessedFeeView,
  CitizenAction,
  CitizenDossierView,
  DocumentView,
  DossierSummary,
  NamedSupplementItem,
  PaymentRequestView,
  ProcessingState,
  SupplementItem,
  SupplementView,
  TimelineEntry,
} from './dossier/schemas';
export type {
  DeviceView,
  InboxItem,
  OfficerAction,
  OfficerDossierView,
  ProcessView,
  Queue,
  TaskView,
} from './officer/schemas';
export type { RecordChangeView, RecordReviewSummary, RecordReviewView } from './record-review/schemas';
export type { PublicDossierStatus } from './tracking/schemas';
export type {
  CallView,
  CardState,
  DraftHandover,
  HandedDraftView,
  KioskParts,
  KioskScreen,
  KioskSettings,
  KioskView,
  PhoneSignIn,
  QueueTicket,
} from './kiosk/schemas';
export * from './session/endpoints';
export * from './catalogue/endpoints';
export * from './eligibility/endpoints';
export * from './fees/endpoints';
export * from './filing/endpoints';
export * from './filing/file-endpoints';
export * from './dossier/endpoints';
export * from './officer/endpoints';
export * from './record-review/endpoints';
export * from './tracking/endpoints';
export * from './kiosk/endpoints';
export { contentKinds, contentTopicNames, contentTopics } from './content/kinds';
export type { ContentKind, ContentTopic } from './content/kinds';
export type {
  ContentBlock,
  ContentChange,
  ContentFields,
  ContentId,
  ContentSummary,
  ContentText,
  ContentView,
  PublicContent,
} from './content/schemas';
export * from './content/endpoints';
export type * from './pages/page-model';
export { searchFilters } from './pages/page-model';
export type {
  ExplainedTermView,
  FilingChannelView,
  GuidanceView,
  ProcedureCaseView,
} from './catalogue/package-views';
export type {
  MessageId,
  MessageView,
  MyResult,
  NoticeChannel,
  NoticeKind,
  NoticeReach,
  NoticeSettingsView,
  ReceptionAlert,
  SessionId,
} from './mine/schemas';
export * from './mine/endpoints';
export type { MirroredDossierView } from './mirror/schemas';
export * from './mirror/endpoints';
export * from './mirror/statuses';
export type { ParcelId, ParcelStandingView, ParcelStep, ParcelView } from './delivery/schemas';
export * from './delivery/endpoints';
export type {
  CashDay,
  CashDesk,
  CashDeskRuleView,
  CashDue,
  CashReceipt,
  DeskReturn,
  DossierPayments,
  HandOver,
  HandOverId,
  OrderId,
  PaymentGroundView,
  PaymentView,
  ReceivedPayment,
  Reconciliation,
  UnmatchedId,
  UnmatchedPayment,
} from './payment/schemas';
export * from './origins/endpoints';
export type { DossierOrigins } from './origins/schemas';
export * from './payment/endpoints';
export type { PaperSignatureReason, SignatureFault, SignatureState, SignatureView } from './signing/schemas';
export * from './signing/endpoints';
export type { HandoverView, MyHandoverView, SectorStanding } from './sector/schemas';
export * from './sector/endpoints';
export type {
  LocalNumber,
  MyOutgoingView,
  OutgoingDocumentView,
  OutgoingNewsKind,
  OutgoingStanding,
} from './document-management/schemas';
export * from './document-management/endpoints';
export type {
  BreachContent,
  BreachId,
  BreachView,
  ConsentView,
  DeskRequestView,
  PurposeView,
  RightsLine,
  RightsRequestId,
  RightsRequestView,
  RightsState,
} from './personal-data/schemas';
export {
  breachKinds,
  rightsGroundNames,
  rightsGrounds,
  rightsKindNames,
  rightsKinds,
} from './personal-data/kinds';
export type { BreachKind, RightsGround, RightsKind } from './personal-data/kinds';
export * from './personal-data/endpoints';
export type {
  GivenShare,
  NationalPaperView,
  PaperForDraft,
  PaperShareId,
  PaperWords,
  ReceivedShare,
  StoredPaperId,
  StoredPaperView,
  StoreUsage,
} from './data-store/schemas';
export type { ResultRevocation } from './data-store/revocation';
export { isVouchedFor, paperKindNames, paperKinds, paperSources, paperStandings } from './data-store/kinds';
export type { PaperKind, PaperSource, PaperStanding } from './data-store/kinds';
export * from './data-store/endpoints';
export type {
  GivenUnitShare,
  PaperForUnit,
  ShareableUnit,
  UnitShareId,
  UnitSharePurpose,
} from './data-store/unit-sharing';
export { unitSharePurposeNames, unitSharePurposes, unitShareStates } from './data-store/unit-sharing-kinds';
export type { UnitSharePurposeKind, UnitShareState } from './data-store/unit-sharing-kinds';
export * from './data-store/unit-sharing-endpoints';
export type { DeclaredFact, ProfileFactId, ProfileFactView } from './data-store/profile';
export {
  fillingFactKinds,
  profileFactKinds,
  profileFactNames,
  profileFactSources,
} from './data-store/profile-kinds';
export type { ProfileFactKind, ProfileFactSource } from './data-store/profile-kinds';
export * from './data-store/profile-endpoints';
export { agencyEventTypes, agencyScopeNames, agencyScopes } from './provider/scopes';
export type { AgencyEventType, AgencyScope } from './provider/scopes';
export type { AgencyEvent, ProvidedDossier, WebhookDelivery } from './provider/schemas';
export type { AgencyClientView, WebhookSubscriptionView } from './provider/management-schemas';
export * from './provider/endpoints';
export * from './provider/management-endpoints';
export * from './assisted/endpoints';
export type { DeadLetter, OutboundLane } from './outbound/schemas';
export * from './outbound/endpoints';
export type { PreparedReport, ReportFigure, ReportStandingView, ReportView } from './reporting/schemas';
export * from './reporting/endpoints';
export type { NationalDeadLetter, NationalDifferenceView } from './national-portal/schemas';
export * from './national-portal/endpoints';
