import { citizen, endpoint, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const previewDraftFees = endpoint<typeof schemas.previewDraftFeesSchemas>({
  name: 'previewDraftFees',
  method: 'GET',
  path: '/citizen/drafts/:draftId/fees',
  summary: 'What filing the draft as it stands would cost, line by line',
  access: citizen,
  problems: ['draft.not-found'],
});
export const previewProcedureFees = endpoint<typeof schemas.previewProcedureFeesSchemas>({
  name: 'previewProcedureFees',
  method: 'GET',
  path: '/public/procedures/:code/fees',
  summary: 'What a procedure costs before anything is known of the person: amounts, bounds and waivers',
  access: publicAccess,
  problems: ['procedure.not-found'],
});
