import type { EndpointSchemas } from './kernel/endpoint';
import type { EndpointName } from './endpoints';
import * as catalogue from './catalogue/schemas';
import * as catalogueSearch from './catalogue/search-schemas';
import * as content from './content/schemas';
import * as dossier from './dossier/schemas';
import * as eligibility from './eligibility/schemas';
import * as fees from './fees/schemas';
import * as filing from './filing/schemas';
import * as kiosk from './kiosk/schemas';
import * as mine from './mine/schemas';
import * as mirror from './mirror/schemas';
import * as officer from './officer/schemas';
import * as recordReview from './record-review/schemas';
import * as session from './session/schemas';
import * as tracking from './tracking/schemas';

/** Runtime schemas by endpoint name. Only the server and tests import this entry point. */
export const schemasOf: Readonly<Record<EndpointName, EndpointSchemas>> = {
  getSession: session.getSessionSchemas,
  startCitizenLogin: session.startLoginSchemas,
  finishCitizenLogin: session.finishLoginSchemas,
  startOfficerLogin: session.startLoginSchemas,
  finishOfficerLogin: session.finishLoginSchemas,
  logout: session.logoutSchemas,
  listCitizenLogins: session.listLoginsSchemas,
  listOfficerLogins: session.listLoginsSchemas,
  getProvince: catalogue.getProvinceSchemas,
  searchProcedures: catalogueSearch.searchProceduresSchemas,
  getSearchIndex: catalogueSearch.getSearchIndexSchemas,
  getProcedure: catalogue.getProcedureSchemas,
  listUnitOptions: catalogue.listUnitOptionsSchemas,
  findEligibleProcedures: eligibility.findEligibleProceduresSchemas,
  previewDraftFees: fees.previewDraftFeesSchemas,
  previewProcedureFees: fees.previewProcedureFeesSchemas,
  openDraft: filing.openDraftSchemas,
  listDrafts: filing.listDraftsSchemas,
  getDraft: filing.getDraftSchemas,
  saveDraft: filing.saveDraftSchemas,
  deleteDraft: filing.deleteDraftSchemas,
  uploadToDraft: filing.uploadToDraftSchemas,
  removeFromDraft: filing.removeFromDraftSchemas,
  downloadFromDraft: filing.downloadFromDraftSchemas,
  submitDossier: filing.submitDossierSchemas,
  listMyDossiers: dossier.listMyDossiersSchemas,
  getMyDossier: dossier.getMyDossierSchemas,
  answerSupplement: dossier.answerSupplementSchemas,
  uploadToDossier: dossier.uploadToDossierSchemas,
  editDossier: dossier.editDossierSchemas,
  withdrawDossier: dossier.withdrawDossierSchemas,
  downloadMyDocument: dossier.downloadMyDocumentSchemas,
  downloadMyAttachment: dossier.downloadMyAttachmentSchemas,
  listReadings: dossier.listReadingsSchemas,
  getInbox: officer.getInboxSchemas,
  getInboxCounters: officer.getInboxCountersSchemas,
  getOfficerDossier: officer.getOfficerDossierSchemas,
  receiveDossier: officer.receiveDossierSchemas,
  refuseDossier: officer.refuseDossierSchemas,
  requestSupplement: officer.requestSupplementSchemas,
  sendSupplement: officer.sendSupplementSchemas,
  confirmSupplement: officer.confirmSupplementSchemas,
  completeTask: officer.completeTaskSchemas,
  returnResult: officer.returnResultSchemas,
  downloadOfficerDocument: officer.downloadOfficerDocumentSchemas,
  downloadOfficerAttachment: officer.downloadOfficerAttachmentSchemas,
  listDevices: officer.listDevicesSchemas,
  registerDevice: officer.registerDeviceSchemas,
  revokeDevice: officer.revokeDeviceSchemas,
  setDeviceSettings: officer.setDeviceSettingsSchemas,
  listRecordReviews: recordReview.listRecordReviewsSchemas,
  getRecordReview: recordReview.getRecordReviewSchemas,
  approveRecord: recordReview.approveRecordSchemas,
  rejectRecord: recordReview.rejectRecordSchemas,
  trackDossier: tracking.trackDossierSchemas,
  verifyReceipt: tracking.verifyReceiptSchemas,
  listSigningKeys: tracking.listSigningKeysSchemas,
  activateKiosk: kiosk.activateKioskSchemas,
  getKiosk: kiosk.getKioskSchemas,
  kioskHeartbeat: kiosk.kioskHeartbeatSchemas,
  kioskTrack: kiosk.kioskTrackSchemas,
  wipeKiosk: kiosk.wipeKioskSchemas,
  startPhoneSignIn: kiosk.startPhoneSignInSchemas,
  collectPhoneSignIn: kiosk.collectPhoneSignInSchemas,
  signInByCard: kiosk.signInByCardSchemas,
  callOfficer: kiosk.callOfficerSchemas,
  getCall: kiosk.getCallSchemas,
  endCall: kiosk.endCallSchemas,
  takeTicket: kiosk.takeTicketSchemas,
  getPhoneSignIn: kiosk.getPhoneSignInSchemas,
  answerPhoneSignIn: kiosk.answerPhoneSignInSchemas,
  handOverDraft: kiosk.handOverDraftSchemas,
  openHandover: kiosk.openHandoverSchemas,
  scanToDraft: kiosk.scanToDraftSchemas,
  printMyDocument: kiosk.printMyDocumentSchemas,
  listCalls: kiosk.listCallsSchemas,
  acknowledgeCall: kiosk.acknowledgeCallSchemas,
  readHandedDraft: kiosk.readHandedDraftSchemas,
  listPublicContent: content.listPublicContentSchemas,
  getPublicContent: content.getPublicContentSchemas,
  listContent: content.listContentSchemas,
  getContent: content.getContentSchemas,
  createContent: content.createContentSchemas,
  saveContent: content.saveContentSchemas,
  publishContent: content.publishContentSchemas,
  withdrawContent: content.withdrawContentSchemas,
  listMessages: mine.listMessagesSchemas,
  markMessagesRead: mine.markMessagesReadSchemas,
  getNoticeSettings: mine.getNoticeSettingsSchemas,
  saveNoticeSettings: mine.saveNoticeSettingsSchemas,
  listMyResults: mine.listMyResultsSchemas,
  saveDisplay: mine.saveDisplaySchemas,
  listSessions: mine.listSessionsSchemas,
  endSession: mine.endSessionSchemas,
  listReceptionAlerts: mine.listReceptionAlertsSchemas,
  listMyMirrors: mirror.listMyMirrorsSchemas,
};

export { eligibilityRules, feeDefinition } from './catalogue/fee-schemas';
export { endpoints } from './endpoints';
export type { EndpointName } from './endpoints';
