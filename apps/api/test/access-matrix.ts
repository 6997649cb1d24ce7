/**
 * Who may do what to which object, written by hand and reviewed; never derived from the code.
 *
 * A row is an endpoint, or `endpoint@situation` of the object. A cell is the verdict for the actor of its column:
 * `A` passes every access rule (what happens then is decided by state and input), `1` is 401, `2` is 422, `3` is 403 and
 * `4` is 404: what somebody may not see does not exist for them.
 */
export type Matrix = Readonly<Record<string, string>>;

/**
 * - `own`: the owner on their own object
 * - `delegated`: somebody who acts for the owner, on the owner's object
 * - `filed`: the same person as themselves, on the object they filed for the owner
 * - `others`: a person on somebody else's object
 * - `delegate-others`: a person acting for one owner on the object of another
 */
export const citizenColumns = [
  'anonymous',
  'kiosk',
  'officer',
  'own',
  'delegated',
  'filed',
  'others',
  'delegate-others',
];

/** `closed`: a dossier that was withdrawn; for a draft, one that was filed. */
export const citizenMatrix: Matrix = {
  // anonymous kiosk officer | own delegated filed | others delegate-others
  openDraft: '              1 1 1  A A A  3 3',
  listDrafts: '             1 1 1  A A A  A A',
  getDraft: '               1 1 1  A A A  4 4',
  'getDraft@closed': '      1 1 1  A A A  4 4',
  fillFromRegisters: '      1 1 1  A A A  4 4',
  saveDraft: '              1 1 1  A A A  4 4',
  'saveDraft@closed': '     1 1 1  A A A  4 4',
  deleteDraft: '            1 1 1  A A A  4 4',
  'deleteDraft@closed': '   1 1 1  A A A  4 4',
  uploadToDraft: '          1 1 1  A A A  4 4',
  removeFromDraft: '        1 1 1  A A A  4 4',
  downloadFromDraft: '      1 1 1  A A A  4 4',
  previewDraftFees: '       1 1 1  A A A  4 4',
  submitDossier: '          1 1 1  A A A  4 4',
  'submitDossier@closed': ' 1 1 1  A A A  4 4',
  listMyDossiers: '         1 1 1  A A A  A A',
  getMyDossier: '           1 1 1  A A A  4 4',
  'getMyDossier@closed': '  1 1 1  A A A  4 4',
  // Who only filed it may look; acting on it needs a representation that is valid now.
  answerSupplement: '       1 1 1  A A 3  4 4',
  'answerSupplement@closed': '1 1 1  A A 3  4 4',
  uploadToDossier: '        1 1 1  A A 3  4 4',
  'uploadToDossier@closed': '1 1 1  A A 3  4 4',
  editDossier: '            1 1 1  A A 3  4 4',
  'editDossier@closed': '   1 1 1  A A 3  4 4',
  withdrawDossier: '        1 1 1  A A 3  4 4',
  'withdrawDossier@closed': '1 1 1  A A 3  4 4',
  // Whoever sees a dossier may pay for it.
  getMyParcel: '            1 1 1  A A A  4 4',
  getMyPayment: '           1 1 1  A A A  4 4',
  listMyHandovers: '        1 1 1  A A A  4 4',
  listMyOutgoingDocuments: '1 1 1  A A A  4 4',
  startPayment: '           1 1 1  A A A  4 4',
  getMyDossierOrigins: '    1 1 1  A A A  4 4',
  downloadMyDocument: '     1 1 1  A A A  4 4',
  downloadMyAttachment: '   1 1 1  A A A  4 4',
  'downloadMyAttachment@closed': '1 1 1  A A A  4 4',
  // Codes nobody was given; that a given one works for its person alone is shown in kiosk.int-spec.ts.
  getPhoneSignIn: '         1 1 1  4 4 4  4 4',
  answerPhoneSignIn: '      1 1 1  4 4 4  4 4',
  openHandover: '           1 1 1  4 4 4  4 4',
  // Only in front of a kiosk, whoever owns the object.
  handOverDraft: '          1 1 1  3 3 3  3 3',
  scanToDraft: '            1 1 1  3 3 3  3 3',
  printMyDocument: '        1 1 1  3 3 3  3 3',
  listReadings: '           1 1 1  A A A  A A',
  listMyMirrors: '          1 1 1  A A A  A A',
  listCitizenLogins: '      1 1 1  A A A  A A',
  // Everybody's own, whomever they act for.
  listMessages: '           1 1 1  A A A  A A',
  markMessagesRead: '       1 1 1  A A A  A A',
  getNoticeSettings: '      1 1 1  A A A  A A',
  saveNoticeSettings: '     1 1 1  A A A  A A',
  listMyResults: '          1 1 1  A A A  A A',
  saveDisplay: '            1 1 1  A A A  A A',
  listSessions: '           1 1 1  A A A  A A',
  endSession: '             1 1 1  A A A  A A',
};

/**
 * The object is a dossier of the commune Đồng Sen, received by its one-stop centre. `*` marks another unit.
 * `no-role`: an officer who chose no assignment; `borrowed-role`: one who names the assignment of a colleague.
 */
export const officerColumns = [
  'anonymous',
  'kiosk',
  'citizen',
  'no-role',
  'borrowed-role',
  'one-stop',
  'one-stop*',
  'specialist',
  'specialist*',
  'leader',
  'clerk',
  'cashier*',
  'inspector',
  'unit-admin*',
  'system-admin',
];

/** Without a situation the dossier is being processed and waits for the specialist. */
export const officerMatrix: Matrix = {
  // anonymous kiosk citizen | no-role borrowed-role | one-stop * | specialist * | leader clerk | cashier* inspector | unit-admin* system-admin
  getInbox: '                    1 1 1  3 3  A A  A A  A A  A A  A A',
  getInboxCounters: '            1 1 1  3 3  A A  A A  A A  A A  A A',
  getOfficerDossier: '           1 1 1  3 3  A 4  A 4  A A  4 A  4 4',
  getDossierOrigins: '           1 1 1  3 3  A 4  A 4  A A  4 A  4 4',
  'getDossierOrigins@submitted': '1 1 1  3 3  A 4  4 4  4 4  4 A  4 4',
  // Whoever only looks on asks no register.
  checkRegister: '               1 1 1  3 3  A 4  A 4  A 3  4 3  4 4',
  fillAssistedDraft: '           1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  'getOfficerDossier@submitted': '1 1 1  3 3  A 4  4 4  4 4  4 A  4 4',
  'getOfficerDossier@closed': '  1 1 1  3 3  A 4  A 4  A A  4 A  4 4',
  'receiveDossier@submitted': '  1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  receiveDossier: '              1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  'receiveDossier@closed': '     1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  'refuseDossier@submitted': '   1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  'refuseDossier@closed': '      1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  // Before reception the one-stop asks; during appraisal those who appraise prepare, and only the one-stop sends.
  'requestSupplement@submitted': '1 1 1  3 3  A 4  4 4  4 4  4 3  4 4',
  requestSupplement: '           1 1 1  3 3  3 4  A 4  A 3  4 3  4 4',
  'requestSupplement@closed': '  1 1 1  3 3  3 4  A 4  A 3  4 3  4 4',
  sendSupplement: '              1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  'sendSupplement@closed': '     1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  confirmSupplement: '           1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  completeTask: '                1 1 1  3 3  3 4  A 4  3 3  4 3  4 4',
  returnResult: '                1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  'returnResult@closed': '       1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  postResult: '                  1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  'postResult@closed': '         1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  recallParcel: '                1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  getDossierParcel: '            1 1 1  3 3  A 4  A 4  A A  4 A  4 4',
  // Only a leader of the agency that issued it.
  revokeResult: '                1 1 1  3 3  3 3  3 3  A 3  3 3  3 3',
  getDossierPayments: '          1 1 1  3 3  A 4  A 4  A A  4 A  4 4',
  listHandovers: '               1 1 1  3 3  A 4  A 4  A A  4 A  4 4',
  // Whoever may see the dossier asks for a file that no system gave.
  downloadSectorResult: '        1 1 1  3 3  4 4  4 4  4 4  4 4  4 4',
  listOutgoingDocuments: '       1 1 1  3 3  A 4  A 4  A A  4 A  4 4',
  downloadOutgoingDocument: '    1 1 1  3 3  4 4  4 4  4 4  4 4  4 4',
  // Numbers given here are those of a clerk's own unit; one that was never given does not exist.
  listLocalNumbers: '            1 1 1  3 3  3 3  3 3  3 A  3 3  3 3',
  noteNumberEntered: '           1 1 1  3 3  3 3  3 3  3 4  3 3  3 3',
  listPaymentGrounds: '          1 1 1  3 3  3 3  A 4  A 3  3 3  3 3',
  requestPayment: '              1 1 1  3 3  3 3  A 4  A 3  3 3  3 3',
  revokePaymentRequest: '        1 1 1  3 3  3 3  A 4  A 3  3 3  3 3',
  // Who signed the decision asks again; whoever stamps papers keeps the scan of one.
  getSignatures: '               1 1 1  3 3  A 4  A 4  A A  4 A  4 4',
  askForSignature: '             1 1 1  3 3  3 3  3 3  A 3  3 3  3 3',
  recordPaperSignature: '        1 1 1  3 3  3 3  3 3  3 A  3 3  3 3',
  // Only a cashier touches money, and only that of dossiers of their own unit.
  requestRefund: '               1 1 1  3 3  3 3  3 3  3 3  4 3  3 3',
  getCashDesk: '                 1 1 1  3 3  3 3  3 3  3 3  A 3  3 3',
  findCashDue: '                 1 1 1  3 3  3 3  3 3  3 3  4 3  3 3',
  listDeskReturns: '             1 1 1  3 3  3 3  3 3  3 3  A 3  3 3',
  listCashDays: '                1 1 1  3 3  3 3  3 3  3 3  A 3  3 3',
  // Only the keeper acknowledges what was collected for it.
  listHandOvers: '               1 1 1  3 3  3 3  3 3  3 3  A 3  3 3',
  receiveHandOver: '             1 1 1  3 3  3 3  3 3  3 3  4 3  3 3',
  resolveHandOver: '             1 1 1  3 3  3 3  3 3  3 3  4 3  3 3',
  takeCash: '                    1 1 1  3 3  3 3  3 3  3 3  4 3  3 3',
  closeCashDesk: '               1 1 1  3 3  3 3  3 3  3 3  A 3  3 3',
  listUnmatched: '               1 1 1  3 3  3 3  3 3  3 3  A 3  3 3',
  resolveUnmatched: '            1 1 1  3 3  3 3  3 3  3 3  4 3  3 3',
  listReconciliations: '         1 1 1  3 3  3 3  3 3  3 3  A 3  3 3',
  downloadOfficerDocument: '     1 1 1  3 3  A 4  A 4  A A  4 A  4 4',
  downloadOfficerAttachment: '   1 1 1  3 3  A 4  A 4  A A  4 A  4 4',
  'downloadOfficerAttachment@submitted': '1 1 1  3 3  A 4  4 4  4 4  4 A  4 4',
  // Who receives, examines and decides; a share that is nobody's. Whose share it is: unit-sharing.int-spec.ts.
  listPapersForUnit: '           1 1 1  3 3  A A  A A  A 3  3 3  3 3',
  downloadPaperForUnit: '        1 1 1  3 3  4 4  4 4  4 3  3 3  3 3',
  // A technical administrator manages kiosks below their own unit and reads no dossier.
  listDevices: '                 1 1 1  3 3  3 3  3 3  3 3  3 3  A A',
  'registerDevice@own-unit': '   1 1 1  3 3  3 3  3 3  3 3  3 3  A A',
  'registerDevice@other-unit': ' 1 1 1  3 3  3 3  3 3  3 3  3 3  2 A',
  'revokeDevice@own-unit': '     1 1 1  3 3  3 3  3 3  3 3  3 3  A A',
  'revokeDevice@other-unit': '   1 1 1  3 3  3 3  3 3  3 3  3 3  4 A',
  'setDeviceSettings@own-unit': '1 1 1  3 3  3 3  3 3  3 3  3 3  A A',
  'setDeviceSettings@other-unit': '1 1 1  3 3  3 3  3 3  3 3  3 3  4 A',
  // The hall of one's own unit; calls and codes of others do not exist.
  listCalls: '                   1 1 1  3 3  A A  3 3  3 3  3 3  3 3',
  acknowledgeCall: '             1 1 1  3 3  A 4  3 3  3 3  3 3  3 3',
  readHandedDraft: '             1 1 1  3 3  4 4  3 3  3 3  3 3  3 3',
  getNoticeReach: '              1 1 1  3 3  A 4  A 4  A A  4 A  4 4',
  listReceptionAlerts: '         1 1 1  3 3  A A  3 3  3 3  3 3  3 3',
  // Administrators of units write pages; only the one of the province publishes and withdraws them.
  // What the public reads about procedures of the whole province is decided by its administrator alone.
  listRecordReviews: '           1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  getRecordReview: '             1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  approveRecord: '               1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  rejectRecord: '                1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  listContent: '                 1 1 1  3 3  3 3  3 3  3 3  3 3  A A',
  getContent: '                  1 1 1  3 3  3 3  3 3  3 3  3 3  A A',
  createContent: '               1 1 1  3 3  3 3  3 3  3 3  3 3  A A',
  saveContent: '                 1 1 1  3 3  3 3  3 3  3 3  3 3  A A',
  publishContent: '              1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  withdrawContent: '             1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  // A filing that was begun at the centre of Đồng Sen is that centre's.
  openAssistedDraft: '            1 1 1 3 3 A A 3 3 3 3 3 3 3 3',
  getAssistedDraft: '             1 1 1 3 3 A 4 3 3 3 3 3 3 3 3',
  saveAssistedDraft: '            1 1 1 3 3 A 4 3 3 3 3 3 3 3 3',
  uploadToAssistedDraft: '        1 1 1 3 3 A 4 3 3 3 3 3 3 3 3',
  removeFromAssistedDraft: '      1 1 1 3 3 4 4 3 3 3 3 3 3 3 3',
  downloadFromAssistedDraft: '    1 1 1 3 3 4 4 3 3 3 3 3 3 3 3',
  submitAssistedDraft: '          1 1 1 3 3 A 4 3 3 3 3 3 3 3 3',
  listNationalDifferences: '      1 1 1 3 3 3 3 3 3 3 3 3 3 3 A',
  listNationalDeliveries: '       1 1 1 3 3 3 3 3 3 3 3 3 3 3 A',
  replayNationalDelivery: '       1 1 1 3 3 3 3 3 3 3 3 3 3 3 A',
  listOutboundLanes: '           1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  listDeadLetters: '             1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  replayDeadLetter: '            1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  // An inspector looks at reports; only the administrator of the province lets one go.
  listReports: '                 1 1 1  3 3  3 3  3 3  3 3  3 A  3 A',
  getReport: '                   1 1 1  3 3  3 3  3 3  3 3  3 4  3 4',
  releaseReport: '               1 1 1  3 3  3 3  3 3  3 3  3 3  3 4',
  prepareReport: '               1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  listOfficerLogins: '           1 1 1  A 3  A A  A A  A A  A A  A A',
  // Systems of other agencies are let in by the administrator of the province alone.
  listCashDeskRules: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  setCashDesk: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  listAgencyClients: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  getAgencyClient: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  registerAgencyClient: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  changeAgencyClient: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  rotateAgencySecret: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  revokeAgencyClient: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  addWebhookSubscription: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  rotateSigningSecret: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 4',
  endWebhookSubscription: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 4',
  listWebhookDeliveries: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 A',
  replayWebhookDelivery: '1 1 1  3 3  3 3  3 3  3 3  3 3  3 4',
};

export const openColumns = ['anonymous', 'citizen', 'officer', 'kiosk', 'revoked-kiosk'];

/** What needs no person: public pages, log-in, and what only a registered device may ask. */
export const openMatrix: Matrix = {
  // anonymous citizen officer kiosk revoked-kiosk
  getSession: '          A A A A A',
  startCitizenLogin: '   A A A A A',
  finishCitizenLogin: '  1 1 1 1 1', // without the attempt it belongs to
  startOfficerLogin: '   A A A A A',
  finishOfficerLogin: '  1 1 1 1 1',
  logout: '              A A A A A',
  getProvince: '         A A A A A',
  searchProcedures: '    A A A A A',
  getSearchIndex: '      A A A A A',
  getProcedure: '        A A A A A',
  listUnitOptions: '     A A A A A',
  listPublicContent: '   A A A A A',
  getPublicContent: '    4 4 4 4 4', // a page that nobody has published
  findEligibleProcedures: 'A A A A A',
  previewProcedureFees: 'A A A A A',
  trackDossier: '        A A A A A',
  'trackDossier@wrong-pin': '4 4 4 4 4',
  verifyReceipt: '       A A A A A',
  listSigningKeys: '     A A A A A',
  activateKiosk: '       4 4 4 4 4', // with a code nobody was given
  getKiosk: '            1 1 1 A 1',
  kioskHeartbeat: '      1 1 1 A 1',
  kioskTrack: '          1 1 1 A 1',
  'kioskTrack@wrong-pin': '1 1 1 4 1',
  wipeKiosk: '           1 1 1 A 1',
  startPhoneSignIn: '    1 1 1 A 1',
  collectPhoneSignIn: '  1 1 1 4 1', // of another machine, or of none
  signInByCard: '        1 1 1 A 1',
  callOfficer: '         1 1 1 A 1',
  getCall: '             1 1 1 A 1',
  endCall: '             1 1 1 A 1',
  takeTicket: '          1 1 1 A 1',
  downloadNationalResult: '1 1 1 1 1',
  receiveNationalMessage: '1 1 1 1 1', // the national portal proves itself by its key
  // The platform has no session; what it says counts only when it is signed.
  messageReceipt: '      A A A A A',
  postCallback: '        A A A A A',
  paymentCallback: '     A A A A A',
  paymentLookUp: '       A A A A A',
  signingCallback: '     A A A A A',
  receiveSectorMessage: 'A A A A A',
  receiveDocumentMessage: 'A A A A A',
  // What systems of other agencies ask is nobody else's; what each scope opens is shown in provider.int-spec.ts.
  issueAgencyToken: '1 1 1 1 1',
  listProvidedProcedures: '1 1 1 1 1',
  getProvidedDossier: '1 1 1 1 1',
  submitProvidedDossier: '1 1 1 1 1',
  verifyProvidedResult: '1 1 1 1 1',
  getProvidedStatistics: '1 1 1 1 1',
  listOwnDeliveries: '1 1 1 1 1',
  replayOwnDelivery: '1 1 1 1 1',
};

/** Endpoints of the contract that no row speaks about, and rows that speak about none. */
export function coverage(
  names: readonly string[],
  matrices: readonly Matrix[],
): { missing: string[]; unknown: string[] } {
  const covered = new Set(
    matrices.flatMap((matrix) => Object.keys(matrix).map((row) => row.split('@')[0] ?? '')),
  );
  return {
    missing: names.filter((name) => !covered.has(name)),
    unknown: [...covered].filter((name) => !names.includes(name)),
  };
}

/** Verdicts of a row by column. */
export function cells(columns: readonly string[], row: string): [column: string, verdict: string][] {
  const verdicts = row.trim().split(/\s+/u);
  if (verdicts.length !== columns.length)
    throw new Error(`a row has ${verdicts.length} cells for ${columns.length} columns: ${row}`);
  return columns.map((column, at) => [column, verdicts[at] ?? '']);
}
