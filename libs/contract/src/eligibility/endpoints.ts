import { endpoint, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

/** Facts come in the body, never in the address, and are neither stored nor logged. */
export const findEligibleProcedures = endpoint<typeof schemas.findEligibleProceduresSchemas>({
  name: 'findEligibleProcedures',
  method: 'POST',
  path: '/public/eligibility',
  summary: 'Which procedures a person qualifies for, by what they tell; nothing is kept',
  access: publicAccess,
  problems: [],
});
