import { z } from 'zod';
import { cursor, dossierId, isoDate, isoDateTime, localizedText, taskId } from '../kernel/scalars';

/** A message of the document management system in its own words; the adapter alone reads it. */
const documentMessage = z.record(z.string(), z.unknown());
export const receiveDocumentMessageSchemas = { body: documentMessage, response: documentMessage };

/** What the system may tell of a document: signing, numbering and issuing are facts of their own. */
export const outgoingNewsKind = z.enum(['received', 'signed', 'numbered', 'issued', 'returned']);
export type OutgoingNewsKind = z.output<typeof outgoingNewsKind>;

/**
 * Where a document stands that the document management system signs, numbers and issues.
 *
 * - `waiting`: not handed over yet; `submitted`: it is over there; `signed`, `numbered`: so far it has come
 * - `issued`, `returned`: how it ended; `taken-back`: nothing is to be done over there any more
 * - `by-hand`: an officer gave the number here; `numbered-twice`: so did the system, and one of the two has to be struck out
 * - `unusable`: what was issued cannot be taken
 */
export const outgoingStanding = z.enum([
  'waiting',
  'submitted',
  'signed',
  'numbered',
  'issued',
  'returned',
  'taken-back',
  'by-hand',
  'numbered-twice',
  'unusable',
]);
export type OutgoingStanding = z.output<typeof outgoingStanding>;

export const outgoingDocumentView = z.strictObject({
  taskId,
  stepName: localizedText,
  /** What kind of document it is, for example a decision. */
  kind: localizedText,
  standing: outgoingStanding,
  basis: z.string(),
  handedOverAt: isoDateTime.nullable(),
  lastHeardAt: isoDateTime.nullable(),
  /** Code of the document over there. */
  externalCode: z.string().nullable(),
  /** Why it waits, when the system did not take it, or why what it issued cannot be used; without personal data. */
  trouble: z.string().nullable(),
  /** Each step over there with who did it and when, in the order of the system. */
  news: z.array(
    z.strictObject({
      at: isoDateTime,
      kind: outgoingNewsKind,
      by: z.string().nullable(),
      text: z.string(),
      number: z.string().nullable(),
      /** Kept, and changing nothing. */
      overtaken: z.boolean(),
    }),
  ),
  issued: z
    .strictObject({ number: z.string(), issuedOn: isoDate.nullable(), signer: z.string().nullable() })
    .nullable(),
  hasDraft: z.boolean(),
  file: z.strictObject({ fileName: z.string(), size: z.int() }).nullable(),
  /**
   * What the signatures in the issued file said when it came: `holds` (all of `signers`), `none`, or `unverifiable` here. A file that was
   * changed after it was signed is not taken.
   */
  signature: z
    .strictObject({
      state: z.enum(['holds', 'none', 'unverifiable']),
      signers: z.array(z.string()),
    })
    .nullable(),
  /** `free`: no system is connected; `reason`: an officer may give the number here and says why; `no`: wait. */
  byHand: z.enum(['free', 'reason', 'no']),
  exception: z.strictObject({ at: isoDateTime, reason: z.string() }).nullable(),
});
export type OutgoingDocumentView = z.output<typeof outgoingDocumentView>;
export const listOutgoingDocumentsSchemas = {
  params: z.strictObject({ dossierId }),
  response: z.strictObject({ items: z.array(outgoingDocumentView) }),
};
export const downloadOutgoingDocumentSchemas = {
  params: z.strictObject({ dossierId, taskId, which: z.enum(['draft', 'issued']) }),
};

/** What an applicant is told of a document that answers the dossier and is being issued. */
export const myOutgoingView = z.strictObject({
  kind: localizedText,
  /** `waiting`: it could not be sent to be signed yet. */
  standing: z.enum(['waiting', 'signing', 'numbering', 'publishing']),
  /** Since when it is there; null while it waits. */
  since: isoDateTime.nullable(),
});
export type MyOutgoingView = z.output<typeof myOutgoingView>;
export const listMyOutgoingDocumentsSchemas = {
  params: z.strictObject({ dossierId }),
  response: z.strictObject({ items: z.array(myOutgoingView) }),
};

/** A number that was given here while the document management system could not be used. */
export const localNumber = z.strictObject({
  taskId,
  dossierId,
  dossierCode: z.string(),
  /** As it was entered; null in an exception of before numbers were kept, or when the data was erased. */
  number: z.string().nullable(),
  issuedOn: isoDate.nullable(),
  reason: z.string(),
  at: isoDateTime,
  /** When a clerk said that it was entered in the document management system; null while it is to be entered. */
  enteredAt: isoDateTime.nullable(),
});
export type LocalNumber = z.output<typeof localNumber>;
export const listLocalNumbersSchemas = {
  query: z.strictObject({ which: z.enum(['open', 'entered']).default('open'), after: cursor.optional() }),
  response: z.strictObject({ items: z.array(localNumber), next: cursor.nullable() }),
};
export const noteNumberEnteredSchemas = {
  params: z.strictObject({ taskId }),
  response: z.strictObject({ taskId, enteredAt: isoDateTime }),
};
