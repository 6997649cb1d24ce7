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

type RoutePurposes = Readonly<Partial<Record<EndpointName, ReadingPurpose | 'by-role'>>>;

/**
 * Every route that may open personal data, with the reason the person is told. A route that opens some and is not here still
 * leaves its reading, as `undeclared`; a test finds it.
 */
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
  deleteDraft: 'filing',
  uploadToDraft: 'filing',
  removeFromDraft: 'filing',
  downloadFromDraft: 'filing',
  scanToDraft: 'filing',
  previewDraftFees: 'filing',
  submitDossier: 'filing',
  handOverDraft: 'filing',
  listMyDossiers: 'own-dossiers',
  getMyDossier: 'own-dossiers',
  answerSupplement: 'own-dossiers',
  uploadToDossier: 'own-dossiers',
  editDossier: 'own-dossiers',
  withdrawDossier: 'own-dossiers',
  downloadMyDocument: 'own-dossiers',
  downloadMyAttachment: 'own-dossiers',
  printMyDocument: 'own-dossiers',
  listMyResults: 'own-dossiers',
  trackDossier: 'tracking',
  kioskTrack: 'tracking',
  readHandedDraft: 'dossier-reception',
  getInbox: 'work-list',
  getOfficerDossier: 'by-role',
  receiveDossier: 'by-role',
  refuseDossier: 'by-role',
  requestSupplement: 'by-role',
  sendSupplement: 'by-role',
  confirmSupplement: 'by-role',
  completeTask: 'by-role',
  returnResult: 'result-return',
  downloadOfficerDocument: 'document-printing',
  downloadOfficerAttachment: 'attachment-review',
};

/** Why a route reads personal data under this role; `undeclared` where nobody has thought about it. */
export function purposeOfRoute(route: string | undefined, role: Role | null): ReadingPurpose {
  const purpose = (declared as Readonly<Record<string, ReadingPurpose | 'by-role' | undefined>>)[route ?? ''];
  if (purpose !== 'by-role') return purpose ?? 'undeclared';
  return role === null ? 'undeclared' : purposeOfRole[role];
}
