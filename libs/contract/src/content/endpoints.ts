import { endpoint, officer, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const listPublicContent = endpoint<typeof schemas.listPublicContentSchemas>({
  name: 'listPublicContent',
  method: 'GET',
  path: '/public/content',
  summary: 'Announcements, questions and guides that hold today, with their texts and a version for caching',
  access: publicAccess,
  problems: [],
});
export const getPublicContent = endpoint<typeof schemas.getPublicContentSchemas>({
  name: 'getPublicContent',
  method: 'GET',
  path: '/public/content/:kind/:slug',
  summary: 'One announcement, question or guide that holds today',
  access: publicAccess,
  problems: ['content.not-found'],
});
export const listContent = endpoint<typeof schemas.listContentSchemas>({
  name: 'listContent',
  method: 'GET',
  path: '/officer/content',
  summary: 'Every page of the editors, last changed first',
  access: officer('content.edit'),
  problems: [],
});
export const getContent = endpoint<typeof schemas.getContentSchemas>({
  name: 'getContent',
  method: 'GET',
  path: '/officer/content/:contentId',
  summary: 'One page with its draft, what is published, and who changed what',
  access: officer('content.edit'),
  problems: ['content.not-found'],
});
export const createContent = endpoint<typeof schemas.createContentSchemas>({
  name: 'createContent',
  method: 'POST',
  path: '/officer/content',
  summary: 'Begins a page as a draft',
  access: officer('content.edit'),
  problems: ['content.address-taken', 'content.link-refused'],
});
export const saveContent = endpoint<typeof schemas.saveContentSchemas>({
  name: 'saveContent',
  method: 'PUT',
  path: '/officer/content/:contentId/draft',
  summary: 'Saves the draft of a page; what is published stays',
  access: officer('content.edit'),
  problems: ['content.not-found', 'content.stale', 'content.link-refused'],
});
export const publishContent = endpoint<typeof schemas.publishContentSchemas>({
  name: 'publishContent',
  method: 'POST',
  path: '/officer/content/:contentId/publication',
  summary: 'Publishes the draft at once',
  access: officer('content.publish'),
  problems: ['content.not-found', 'content.stale', 'content.nothing-to-publish', 'content.link-refused'],
});
export const withdrawContent = endpoint<typeof schemas.withdrawContentSchemas>({
  name: 'withdrawContent',
  method: 'POST',
  path: '/officer/content/:contentId/withdrawal',
  summary: 'Takes a published page away at once; its text stays as a draft',
  access: officer('content.publish'),
  problems: ['content.not-found', 'content.stale', 'content.not-published'],
});
