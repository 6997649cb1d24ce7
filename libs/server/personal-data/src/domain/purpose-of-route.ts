import type { EndpointName } from '@mocua/contract/schemas';
import type { Role } from '@mocua/contract';
import type { ReadingPurpose } from './reading';

/** Why an officer of a role reads, where the route does not say it better. */
const purposeOfRole: Readonly<Record<Role, ReadingPurpose>> = {
  'one-stop-officer': 'dossier-reception',
  specialist: 'dossier-processing',
  leader: 'dossier-approval',
  clerk: 'dossier-issuing',
  cashier: 'payment',
  inspector: 'inspection',
  'unit-administrator': 'maintenance',
  'system-administrator': 'maintenance',
  'data-protection-officer': 'data-rights',
};

type RoutePurposes = Readonly<Partial<Record<EndpointName, ReadingPurpose>>>;

/** Routes whose reason is not simply the work of the role, or the person's own look at what is theirs. */
const declared: RoutePurposes = {
  getSession: 'own-account',
  finishCitizenLogin: 'sign-in',
  finishOfficerLogin: 'sign-in',
  collectPhoneSignIn: 'sign-in',
  answerPhoneSignIn: 'sign-in',
  signInByCard: 'sign-in',
  getNoticeSettings: 'own-account',
  saveNoticeSettings: 'own-account',
  openDraft: 'filing',
  listDrafts: 'filing',
  getDraft: 'filing',
  saveDraft: 'filing',
  fillFromRegisters: 'filing',
  deleteDraft: 'filing',
  uploadToDraft: 'filing',
  removeFromDraft: 'filing',
  downloadFromDraft: 'filing',
  scanToDraft: 'filing',
  previewDraftFees: 'filing',
  submitDossier: 'filing',
  handOverDraft: 'filing',
  openAssistedDraft: 'filing',
  getAssistedDraft: 'filing',
  saveAssistedDraft: 'filing',
  uploadToAssistedDraft: 'filing',
  removeFromAssistedDraft: 'filing',
  downloadFromAssistedDraft: 'filing',
  fillAssistedDraft: 'filing',
  submitAssistedDraft: 'filing',
  listPapersForDraft: 'filing',
  reuseStoredPaper: 'filing',
  listReceivedShares: 'shared-paper',
  downloadSharedPaper: 'shared-paper',
  listPapersForUnit: 'shared-paper-list',
  downloadPaperForUnit: 'shared-paper',
  findNationalPapers: 'register-lookup',
  importNationalPaper: 'register-lookup',
  receiveNationalMessage: 'synchronisation',
  downloadNationalResult: 'synchronisation',
  receiveSectorMessage: 'synchronisation',
  receiveDocumentMessage: 'synchronisation',
  trackDossier: 'tracking',
  getProvidedDossier: 'synchronisation',
  submitProvidedDossier: 'filing',
  kioskTrack: 'tracking',
  readHandedDraft: 'dossier-reception',
  getInbox: 'work-list',
  returnResult: 'result-return',
  postResult: 'result-return',
  recallParcel: 'result-return',
  downloadOfficerDocument: 'document-printing',
  downloadOfficerAttachment: 'attachment-review',
  downloadMyData: 'data-rights',
  listMyRightsRequests: 'data-rights',
  fileRightsRequest: 'data-rights',
  takeBackRightsRequest: 'data-rights',
};

/**
 * Why a route reads personal data. Officers read by their role and people read what is theirs, unless the route says more.
 * Whatever else opens personal data without having been declared still leaves its reading, as `undeclared`; a test finds it.
 */
export function purposeOfRoute(
  route: string | undefined,
  reader: Role | 'citizen' | 'agency' | null,
): ReadingPurpose {
  const purpose = (declared as Readonly<Record<string, ReadingPurpose | undefined>>)[route ?? ''];
  if (purpose !== undefined) return purpose;
  if (reader === null) return 'undeclared';
  if (reader === 'agency') return 'synchronisation';
  return reader === 'citizen' ? 'own-dossiers' : purposeOfRole[reader];
}
