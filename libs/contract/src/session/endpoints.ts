import { citizen, endpoint, officer, publicAccess } from '../kernel/endpoint';
import type { saveDisplaySchemas } from '../mine/schemas';
import type * as schemas from './schemas';

export const getSession = endpoint<typeof schemas.getSessionSchemas>({
  name: 'getSession',
  method: 'GET',
  path: '/session',
  summary: 'The signed-in person of one audience',
  access: publicAccess,
  problems: [],
});
export const startCitizenLogin = endpoint<typeof schemas.startLoginSchemas>({
  name: 'startCitizenLogin',
  method: 'GET',
  path: '/auth/vneid/start',
  summary: 'Sends the browser to VNeID',
  access: publicAccess,
  media: 'redirect',
  problems: ['session.identity-provider-unavailable'],
});
export const finishCitizenLogin = endpoint<typeof schemas.finishLoginSchemas>({
  name: 'finishCitizenLogin',
  method: 'GET',
  path: '/auth/vneid/callback',
  summary: 'Takes the browser back from VNeID',
  access: publicAccess,
  media: 'redirect',
  problems: ['session.login-failed', 'session.identity-provider-unavailable'],
});
export const startOfficerLogin = endpoint<typeof schemas.startLoginSchemas>({
  name: 'startOfficerLogin',
  method: 'GET',
  path: '/auth/sso/start',
  summary: 'Sends the browser to the officers’ single sign-on',
  access: publicAccess,
  media: 'redirect',
  problems: ['session.identity-provider-unavailable'],
});
export const finishOfficerLogin = endpoint<typeof schemas.finishLoginSchemas>({
  name: 'finishOfficerLogin',
  method: 'GET',
  path: '/auth/sso/callback',
  summary: 'Takes the browser back from the officers’ single sign-on',
  access: publicAccess,
  media: 'redirect',
  problems: ['session.login-failed', 'session.identity-provider-unavailable'],
});
export const logout = endpoint<typeof schemas.logoutSchemas>({
  name: 'logout',
  method: 'POST',
  path: '/session/logout',
  summary: 'Ends the session of one audience at once',
  access: publicAccess,
  problems: [],
});
export const listCitizenLogins = endpoint<typeof schemas.listLoginsSchemas>({
  name: 'listCitizenLogins',
  method: 'GET',
  path: '/citizen/logins',
  summary: 'Log-in history of the signed-in person',
  access: citizen,
  problems: [],
});
export const listOfficerLogins = endpoint<typeof schemas.listLoginsSchemas>({
  name: 'listOfficerLogins',
  method: 'GET',
  path: '/officer/logins',
  summary: 'Log-in history of the signed-in officer',
  access: officer('own-session'),
  problems: [],
});
export const saveDisplay = endpoint<typeof saveDisplaySchemas>({
  name: 'saveDisplay',
  method: 'PUT',
  path: '/citizen/display',
  summary: 'Keeps size of text, contrast and language with the account',
  access: citizen,
  problems: [],
});
