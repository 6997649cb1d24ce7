import { citizen, endpoint } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const listMyMirrors = endpoint<typeof schemas.listMyMirrorsSchemas>({
  name: 'listMyMirrors',
  method: 'GET',
  path: '/citizen/mirrors',
  summary: 'Dossiers of the person that other systems resolve, as those systems told us',
  access: citizen,
  problems: [],
});
