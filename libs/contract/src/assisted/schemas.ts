import { z } from 'zod';
import {
  answers,
  attachmentView,
  downloadFromDraftSchemas,
  draftView,
  removeFromDraftSchemas,
  submissionReceipt,
  uploadToDraftSchemas,
} from '../filing/schemas';
import { draftId, isoDate, procedureCode, text } from '../kernel/scalars';

const params = z.strictObject({ draftId });

export const openAssistedDraftSchemas = {
  body: z.strictObject({
    procedureCode,
    /** Somebody in front of the officer, or a letter. */
    channel: z.enum(['counter', 'post']),
    /** Number of the postal item; at most one dossier has it. */
    postalItem: text(3, 40).optional(),
    /** As the person says it or the letter reads. */
    person: z.strictObject({
      fullName: text(2, 200),
      personalId: z.string().regex(/^\d{12}$/u),
      birthDate: isoDate,
      phone: z
        .string()
        .regex(/^0\d{9}$/u)
        .optional(),
    }),
  }),
  response: draftView,
};
export const getAssistedDraftSchemas = { params, response: draftView };
export const saveAssistedDraftSchemas = {
  params,
  body: z.strictObject({ version: z.int(), answers }),
  response: z.strictObject({ version: z.int(), savedAt: z.iso.datetime({ offset: true }) }),
};
export const uploadToAssistedDraftSchemas = { ...uploadToDraftSchemas, response: attachmentView };
export const removeFromAssistedDraftSchemas = removeFromDraftSchemas;
export const downloadFromAssistedDraftSchemas = downloadFromDraftSchemas;
export const submitAssistedDraftSchemas = {
  params,
  body: z.strictObject({ version: z.int() }),
  response: submissionReceipt,
};
