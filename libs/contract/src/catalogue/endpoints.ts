import { endpoint, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';
import type * as searchSchemas from './search-schemas';

export const getProvince = endpoint<typeof schemas.getProvinceSchemas>({
  name: 'getProvince',
  method: 'GET',
  path: '/public/province',
  summary: 'Name, hotline and theme of the province',
  access: publicAccess,
  problems: [],
});
export const searchProcedures = endpoint<typeof searchSchemas.searchProceduresSchemas>({
  name: 'searchProcedures',
  method: 'GET',
  path: '/public/procedures',
  summary: 'Procedures by words as people type them, with filters and counts',
  access: publicAccess,
  problems: [],
});
export const getSearchIndex = endpoint<typeof searchSchemas.getSearchIndexSchemas>({
  name: 'getSearchIndex',
  method: 'GET',
  path: '/public/search-index',
  summary: 'The index for searching in the browser, as one text',
  access: publicAccess,
  problems: [],
  media: 'download',
});
export const getProcedure = endpoint<typeof schemas.getProcedureSchemas>({
  name: 'getProcedure',
  method: 'GET',
  path: '/public/procedures/:code',
  summary: 'One procedure as it is in force today',
  access: publicAccess,
  problems: ['procedure.not-found'],
});
export const listUnitOptions = endpoint<typeof schemas.listUnitOptionsSchemas>({
  name: 'listUnitOptions',
  method: 'GET',
  path: '/public/units',
  summary: 'Units a form may offer',
  access: publicAccess,
  problems: [],
});
