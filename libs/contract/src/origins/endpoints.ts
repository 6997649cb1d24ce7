import { citizen, endpoint, officer } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const getDossierOrigins = endpoint<typeof schemas.getDossierOriginsSchemas>({
  name: 'getDossierOrigins',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/origins',
  summary: 'Through which system a dossier came, and which values came from where',
  access: officer('any'),
  problems: ['dossier.not-found'],
});
export const getMyDossierOrigins = endpoint<typeof schemas.getMyDossierOriginsSchemas>({
  name: 'getMyDossierOrigins',
  method: 'GET',
  path: '/citizen/dossiers/:dossierId/origins',
  summary: 'The same for the person, where it concerns them',
  access: citizen,
  problems: ['dossier.not-found'],
});
export const checkRegister = endpoint<typeof schemas.checkRegisterSchemas>({
  name: 'checkRegister',
  method: 'POST',
  path: '/officer/dossiers/:dossierId/registers/:register/check',
  summary:
    'Asks a register again that was down at the filing, and records how its values compare with the entered ones',
  access: officer('any'),
  problems: ['dossier.not-found', 'register.nothing-to-check', 'privacy.no-basis', 'privacy.consent-needed'],
});
export const fillAssistedDraft = endpoint<typeof schemas.fillAssistedDraftSchemas>({
  name: 'fillAssistedDraft',
  method: 'POST',
  path: '/officer/filings/:draftId/registers',
  summary: 'Fills a filing at the counter with what the registers know, after the person was told',
  access: officer('dossier.receive'),
  problems: [
    'draft.not-found',
    'draft.already-submitted',
    'draft.stale',
    'privacy.no-basis',
    'privacy.consent-needed',
  ],
});
