import { citizen, endpoint, officer } from '../kernel/endpoint';
import type * as schemas from './unit-sharing';

export const findUnitsToShare = endpoint<typeof schemas.findUnitsToShareSchemas>({
  name: 'findUnitsToShare',
  method: 'GET',
  path: '/citizen/store/units',
  summary: 'Agencies of the province by their name, former ones included; twenty at most',
  access: citizen,
  problems: [],
});
export const shareWithUnit = endpoint<typeof schemas.shareWithUnitSchemas>({
  name: 'shareWithUnit',
  method: 'POST',
  path: '/citizen/store/papers/:paperId/unit-shares',
  summary: 'Lets the officers of one agency look at a paper until a day, with the person’s consent',
  access: citizen,
  idempotent: true,
  problems: [
    'store.paper-not-found',
    'store.paper-expired',
    'store.paper-revoked',
    'store.share-too-long',
    'unit.not-found',
    'privacy.no-basis',
    'privacy.consent-needed',
    'request.idempotency-key-reused',
  ],
});
export const listGivenUnitShares = endpoint<typeof schemas.listGivenUnitSharesSchemas>({
  name: 'listGivenUnitShares',
  method: 'GET',
  path: '/citizen/store/unit-shares',
  summary: 'Which agency may look at which of one’s papers, what for and until when',
  access: citizen,
  problems: [],
});
export const endUnitShare = endpoint<typeof schemas.endUnitShareSchemas>({
  name: 'endUnitShare',
  method: 'POST',
  path: '/citizen/store/unit-shares/:shareId/ending',
  summary: 'Ends a share with an agency at once',
  access: citizen,
  problems: ['store.share-not-found'],
});

const reader = officer('shared-paper.read');
export const listPapersForUnit = endpoint<typeof schemas.listPapersForUnitSchemas>({
  name: 'listPapersForUnit',
  method: 'GET',
  path: '/officer/shared-papers',
  summary: 'Papers that people share with the officer’s agency today, newest share first',
  access: reader,
  problems: [],
});
export const downloadPaperForUnit = endpoint<typeof schemas.downloadPaperForUnitSchemas>({
  name: 'downloadPaperForUnit',
  method: 'GET',
  path: '/officer/shared-papers/:shareId/content',
  summary: 'The file of a paper shared with the officer’s agency; its owner sees the look',
  access: reader,
  media: 'download',
  problems: ['store.unit-share-not-found', 'store.unit-paper-unusable'],
});
