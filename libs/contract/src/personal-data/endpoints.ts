import { citizen, endpoint, officer } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const getPrivacy = endpoint<typeof schemas.getPrivacySchemas>({
  name: 'getPrivacy',
  method: 'GET',
  path: '/citizen/privacy',
  summary: 'For what personal data is processed, on what basis, and what the person agreed to',
  access: citizen,
  problems: [],
});
export const decideConsent = endpoint<typeof schemas.decideConsentSchemas>({
  name: 'decideConsent',
  method: 'POST',
  path: '/citizen/consents',
  summary: 'Gives or withdraws consent to one purpose; the last word counts',
  access: citizen,
  problems: ['privacy.not-a-choice', 'privacy.text-changed'],
});
export const listMyRightsRequests = endpoint<typeof schemas.listMyRightsRequestsSchemas>({
  name: 'listMyRightsRequests',
  method: 'GET',
  path: '/citizen/rights-requests',
  summary: 'What the person asked about their data, with answers and deadlines',
  access: citizen,
  problems: [],
});
export const fileRightsRequest = endpoint<typeof schemas.fileRightsRequestSchemas>({
  name: 'fileRightsRequest',
  method: 'POST',
  path: '/citizen/rights-requests',
  summary: 'Asks to see, correct, restrict, delete or get a copy of one’s data, objects or complains',
  access: citizen,
  idempotent: true,
  problems: ['request.idempotency-key-reused'],
});
export const takeBackRightsRequest = endpoint<typeof schemas.takeBackRightsRequestSchemas>({
  name: 'takeBackRightsRequest',
  method: 'POST',
  path: '/citizen/rights-requests/:requestId/taking-back',
  summary: 'Takes a request back that nobody has answered yet',
  access: citizen,
  problems: ['rights.not-found', 'rights.stale', 'rights.closed'],
});
export const downloadMyData = endpoint<typeof schemas.downloadMyDataSchemas>({
  name: 'downloadMyData',
  method: 'GET',
  path: '/citizen/my-data',
  summary: 'A machine-readable copy of everything kept about the person',
  access: citizen,
  media: 'download',
  problems: [],
});

const desk = officer('rights.handle');
export const listRightsDesk = endpoint<typeof schemas.listRightsDeskSchemas>({
  name: 'listRightsDesk',
  method: 'GET',
  path: '/officer/rights-requests',
  summary: 'Requests about personal data: open ones by due date, closed ones newest first',
  access: desk,
  problems: [],
});
export const getDeskRequest = endpoint<typeof schemas.getDeskRequestSchemas>({
  name: 'getDeskRequest',
  method: 'GET',
  path: '/officer/rights-requests/:requestId',
  summary: 'One request with who asks, and what an erasure would remove and keep',
  access: desk,
  problems: ['rights.not-found'],
});
export const acknowledgeRightsRequest = endpoint<typeof schemas.acknowledgeRightsRequestSchemas>({
  name: 'acknowledgeRightsRequest',
  method: 'POST',
  path: '/officer/rights-requests/:requestId/acknowledgement',
  summary: 'Tells the person that the request has arrived and how it goes on',
  access: desk,
  problems: ['rights.not-found', 'rights.stale', 'rights.closed'],
});
export const extendRightsRequest = endpoint<typeof schemas.extendRightsRequestSchemas>({
  name: 'extendRightsRequest',
  method: 'POST',
  path: '/officer/rights-requests/:requestId/extension',
  summary: 'Extends the time for an answer once, with the reason the person is told',
  access: desk,
  problems: ['rights.not-found', 'rights.stale', 'rights.closed', 'rights.already-extended'],
});
export const answerRightsRequest = endpoint<typeof schemas.answerRightsRequestSchemas>({
  name: 'answerRightsRequest',
  method: 'POST',
  path: '/officer/rights-requests/:requestId/answer',
  summary: 'Answers a request; a fulfilled request to delete erases what need not be kept',
  access: desk,
  problems: [
    'rights.not-found',
    'rights.stale',
    'rights.closed',
    'rights.ground-needed',
    'rights.dossiers-open',
  ],
});

const register = officer('breach.record');
export const listBreaches = endpoint<typeof schemas.listBreachesSchemas>({
  name: 'listBreaches',
  method: 'GET',
  path: '/officer/breaches',
  summary: 'The register of breaches, newest first',
  access: register,
  problems: [],
});
export const getBreach = endpoint<typeof schemas.getBreachSchemas>({
  name: 'getBreach',
  method: 'GET',
  path: '/officer/breaches/:breachId',
  summary: 'One breach as it is known now, with who recorded what when',
  access: register,
  problems: ['breach.not-found'],
});
export const recordBreach = endpoint<typeof schemas.recordBreachSchemas>({
  name: 'recordBreach',
  method: 'POST',
  path: '/officer/breaches',
  summary: 'Records a breach; the legal clock runs from when it became known',
  access: register,
  problems: [],
});
export const amendBreach = endpoint<typeof schemas.amendBreachSchemas>({
  name: 'amendBreach',
  method: 'PUT',
  path: '/officer/breaches/:breachId',
  summary: 'Records what is known now; what was recorded before stays',
  access: register,
  problems: ['breach.not-found', 'breach.stale'],
});
export const exportBreaches = endpoint<typeof schemas.exportBreachesSchemas>({
  name: 'exportBreaches',
  method: 'GET',
  path: '/officer/breaches-export',
  summary: 'The whole register as CSV, for the report to the authority',
  access: register,
  media: 'download',
  problems: [],
});
