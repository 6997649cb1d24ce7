import { z } from 'zod';
import { documentId, dossierId, isoDateTime } from '../kernel/scalars';

/** How far the signature of a document is; `on-paper` is the way without the service. */
export const signatureState = z.enum([
  'due',
  'waiting',
  'refused',
  'expired',
  'invalid',
  'failed',
  'holds',
  'broken',
  'on-paper',
]);
export type SignatureState = z.output<typeof signatureState>;

/** Why what came was not attached, or why a signed file does not hold. */
export const signatureFault = z.enum([
  'changed',
  'unreadable',
  'untrusted',
  'not-valid-then',
  'wrong-use',
  'wrong-person',
  'wrong-signature',
  'not-taken',
]);
export type SignatureFault = z.output<typeof signatureFault>;

/** Why a result was signed on paper although its signer has a credential. */
export const paperSignatureReason = z.enum(['service-down', 'phone-unavailable', 'certificate-unusable']);
export type PaperSignatureReason = z.output<typeof paperSignatureReason>;

export const signatureView = z.strictObject({
  documentId,
  state: signatureState,
  fault: signatureFault.nullable(),
  /** Who signs, by name. */
  signer: z.string(),
  /** How often it was asked for. */
  attempts: z.int(),
  /** When it got into this state. */
  since: isoDateTime,
  paperReason: paperSignatureReason.nullable(),
  /** What the officer who looks may do now. */
  actions: z.array(z.enum(['ask-again', 'sign-on-paper'])),
});
export type SignatureView = z.output<typeof signatureView>;

const ofDossier = z.strictObject({ dossierId });
const ofDocument = z.strictObject({ dossierId, documentId });
const list = z.strictObject({ items: z.array(signatureView) });

export const getSignaturesSchemas = { params: ofDossier, response: list };
export const askForSignatureSchemas = { params: ofDocument, response: list };
export const recordPaperSignatureSchemas = {
  params: ofDocument,
  query: z.strictObject({ fileName: z.string().min(1).max(200), reason: paperSignatureReason }),
  response: list,
};

/** A message of the signing service; its adapter reads it. */
const serviceMessage = z.record(z.string(), z.unknown());
export const signingCallbackSchemas = { body: serviceMessage, response: serviceMessage };
