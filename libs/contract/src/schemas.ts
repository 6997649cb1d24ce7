import type { EndpointSchemas } from './kernel/endpoint';
import type { EndpointName } from './endpoints';
import * as catalogue from './catalogue/schemas';
import * as dossier from './dossier/schemas';
import * as filing from './filing/schemas';
import * as kiosk from './kiosk/schemas';
import * as officer from './officer/schemas';
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
  searchProcedures: catalogue.searchProceduresSchemas,
  getProcedure: catalogue.getProcedureSchemas,
  listUnitOptions: catalogue.listUnitOptionsSchemas,
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
  trackDossier: tracking.trackDossierSchemas,
  verifyReceipt: tracking.verifyReceiptSchemas,
  listSigningKeys: tracking.listSigningKeysSchemas,
  activateKiosk: kiosk.activateKioskSchemas,
  getKiosk: kiosk.getKioskSchemas,
  kioskHeartbeat: kiosk.kioskHeartbeatSchemas,
  kioskTrack: kiosk.kioskTrackSchemas,
};

export { eligibilityRules, feeDefinition } from './catalogue/fee-schemas';
export { endpoints } from './endpoints';
export type { EndpointName } from './endpoints';
