import { endpoint, officer } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const listRecordReviews = endpoint<typeof schemas.listRecordReviewsSchemas>({
  name: 'listRecordReviews',
  method: 'GET',
  path: '/officer/catalogue/records',
  summary: 'Imported records of the national database, proposals first',
  access: officer('catalogue.manage'),
  problems: [],
});
export const getRecordReview = endpoint<typeof schemas.getRecordReviewSchemas>({
  name: 'getRecordReview',
  method: 'GET',
  path: '/officer/catalogue/records/:code',
  summary: 'One record with what changed and what is still to complete',
  access: officer('catalogue.manage'),
  problems: ['record.not-found'],
});
export const approveRecord = endpoint<typeof schemas.approveRecordSchemas>({
  name: 'approveRecord',
  method: 'POST',
  path: '/officer/catalogue/records/:code/approval',
  summary: 'Publishes exactly the difference that was read',
  access: officer('catalogue.manage'),
  problems: ['record.not-found', 'record.stale', 'record.decided'],
});
export const rejectRecord = endpoint<typeof schemas.rejectRecordSchemas>({
  name: 'rejectRecord',
  method: 'POST',
  path: '/officer/catalogue/records/:code/rejection',
  summary: 'Turns a proposed record down, with the reason',
  access: officer('catalogue.manage'),
  problems: ['record.not-found', 'record.stale', 'record.decided'],
});
