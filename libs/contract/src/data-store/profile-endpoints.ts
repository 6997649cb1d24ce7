import { citizen, endpoint } from '../kernel/endpoint';
import type * as schemas from './profile';

export const listProfileFacts = endpoint<typeof schemas.listProfileFactsSchemas>({
  name: 'listProfileFacts',
  method: 'GET',
  path: '/citizen/store/facts',
  summary: 'What the person lets us remember about themselves, with earlier versions',
  access: citizen,
  problems: [],
});
export const keepProfileFact = endpoint<typeof schemas.keepProfileFactSchemas>({
  name: 'keepProfileFact',
  method: 'POST',
  path: '/citizen/store/facts',
  summary: 'Keeps what the person says of themselves; another value takes the place of the one before',
  access: citizen,
  problems: ['privacy.consent-needed'],
});
export const takeIdentityFacts = endpoint<typeof schemas.takeIdentityFactsSchemas>({
  name: 'takeIdentityFacts',
  method: 'POST',
  path: '/citizen/store/facts/from-identity',
  summary:
    'Takes over what the e-identity said at the last log-in; forms are not filled with it until the person allows it',
  access: citizen,
  problems: ['privacy.consent-needed'],
});
export const useProfileFact = endpoint<typeof schemas.useProfileFactSchemas>({
  name: 'useProfileFact',
  method: 'PUT',
  path: '/citizen/store/facts/:factId/use',
  summary: 'Allows forms to be filled with a fact, or no longer',
  access: citizen,
  problems: ['store.fact-not-found', 'store.fact-hidden', 'privacy.consent-needed'],
});
export const hideProfileFact = endpoint<typeof schemas.hideProfileFactSchemas>({
  name: 'hideProfileFact',
  method: 'PUT',
  path: '/citizen/store/facts/:factId/hiding',
  summary: 'Puts a fact aside, so that no form is filled with it, or shows it again',
  access: citizen,
  problems: ['store.fact-not-found'],
});
export const deleteProfileFact = endpoint<typeof schemas.deleteProfileFactSchemas>({
  name: 'deleteProfileFact',
  method: 'DELETE',
  path: '/citizen/store/facts/:factId',
  summary: 'Deletes a fact with all its versions',
  access: citizen,
  problems: ['store.fact-not-found'],
});
