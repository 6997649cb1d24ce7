import { z } from 'zod';
import { deliveryState, outcome, processingState, timelineEntry, unitRef } from '../dossier/schemas';
import { signedReceipt } from '../filing/schemas';
import { isoDateTime, localizedText, procedureCode } from '../kernel/scalars';

/** What somebody who holds code and PIN may see: progress, no personal data. */
export const publicDossierStatus = z.strictObject({
  code: z.string().nullable(),
  transactionCode: z.string(),
  procedure: z.strictObject({ code: procedureCode, name: localizedText }),
  state: processingState,
  outcome: outcome.nullable(),
  delivery: deliveryState,
  submittedAt: isoDateTime,
  receptionDueAt: isoDateTime.nullable(),
  originalDueAt: isoDateTime.nullable(),
  dueAt: isoDateTime.nullable(),
  receivingUnit: unitRef,
  competentUnit: unitRef,
  /** Of a result that is signed from afar; null where nobody does. */
  signature: z
    .strictObject({
      state: z.enum(['awaited', 'holds', 'broken', 'on-paper']),
      signer: z.string().nullable(),
      signedAt: isoDateTime.nullable(),
    })
    .nullable(),
  /** Without notes. */
  timeline: z.array(timelineEntry.omit({ note: true })),
});
export type PublicDossierStatus = z.output<typeof publicDossierStatus>;

export const trackDossierSchemas = {
  body: z.strictObject({
    /** Dossier code or transaction code, as printed. */
    code: z.string().trim().min(4).max(60),
    pin: z.string().trim().min(4).max(20),
  }),
  response: publicDossierStatus,
};
export const verifyReceiptSchemas = {
  body: signedReceipt,
  response: z.strictObject({ valid: z.boolean(), keyId: z.string() }),
};
export const listSigningKeysSchemas = {
  response: z.strictObject({
    keys: z.array(
      z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: z.string(), x: z.string() }),
    ),
  }),
};
