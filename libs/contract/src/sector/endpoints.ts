import { citizen, endpoint, officer, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const receiveSectorMessage = endpoint<typeof schemas.receiveSectorMessageSchemas>({
  name: 'receiveSectorMessage',
  method: 'POST',
  path: '/partners/sector-systems/:system',
  summary:
    'A sector system tells, signed, how the step it does stands; answered in its own words whatever it says',
  access: publicAccess,
  problems: [],
});
export const listHandovers = endpoint<typeof schemas.listHandoversSchemas>({
  name: 'listHandovers',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/handovers',
  summary: 'What was handed over to sector systems, what they say, and what waits',
  access: officer('any'),
  problems: ['dossier.not-found'],
});
export const downloadSectorResult = endpoint<typeof schemas.downloadSectorResultSchemas>({
  name: 'downloadSectorResult',
  method: 'GET',
  path: '/officer/dossiers/:dossierId/handovers/:taskId/result',
  summary: 'The file that a sector system gave as its result',
  access: officer('any'),
  media: 'download',
  problems: ['dossier.not-found', 'attachment.not-found'],
});
export const listMyHandovers = endpoint<typeof schemas.listMyHandoversSchemas>({
  name: 'listMyHandovers',
  method: 'GET',
  path: '/citizen/dossiers/:dossierId/handovers',
  summary: 'Which other systems work on a dossier of mine, and what they got for it',
  access: citizen,
  problems: ['dossier.not-found'],
});
