import { z } from 'zod';
import { attachmentView } from '../filing/schemas';
import { cursor, documentId, dossierId, draftId, isoDate, isoDateTime, text } from '../kernel/scalars';
import { paperKinds, paperSources, paperStandings } from './kinds';
import { resultRevocation } from './revocation';

export const storedPaperId = z.uuid().brand<'StoredPaperId'>();
export type StoredPaperId = z.output<typeof storedPaperId>;
export const paperShareId = z.uuid().brand<'PaperShareId'>();
export type PaperShareId = z.output<typeof paperShareId>;
export const paperSource = z.enum(paperSources);
export const paperKind = z.enum(paperKinds);

/** A paper of the store with what is known of it. @legal NĐ 118/2025 Điều 19(2) */
export const storedPaperView = z.strictObject({
  paperId: storedPaperId,
  source: paperSource,
  kind: paperKind,
  title: z.string(),
  /** Number and symbol on the paper. */
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: isoDate.nullable(),
  /** Last day it is valid; null when the paper names none. */
  validUntil: isoDate.nullable(),
  standing: z.enum(paperStandings),
  /** Why it was revoked; null when it was not. */
  revokedBecause: z.string().nullable(),
  supersededBy: storedPaperId.nullable(),
  /** Counts up from 1 along the papers that replace one another. */
  version: z.int(),
  hidden: z.boolean(),
  /** In how many dossiers it was used so far. */
  usedIn: z.int(),
  addedAt: isoDateTime,
  fileName: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Hex, over the file as it was kept. */
  sha256: z.string(),
  /** When the national store was last told of it; null when it was not. */
  depositedAt: isoDateTime.nullable(),
  /** The dossier it comes from; null for what the person uploaded. */
  dossier: z.strictObject({ dossierId, code: z.string() }).nullable(),
});
export type StoredPaperView = z.output<typeof storedPaperView>;

/** How much of the room for own papers is taken; what agencies issued takes none. */
export const storeUsage = z.strictObject({
  papers: z.int(),
  bytes: z.int(),
  maxPapers: z.int(),
  maxBytes: z.int(),
});
export type StoreUsage = z.output<typeof storeUsage>;

export const listStoredPapersSchemas = {
  query: z.strictObject({
    source: paperSource.optional(),
    search: text(1, 100).optional(),
    hidden: z.enum(['left-out', 'only']).default('left-out'),
    after: cursor.optional(),
  }),
  response: z.strictObject({ items: z.array(storedPaperView), next: cursor.nullable(), usage: storeUsage }),
};

/** The request body is the file itself (`application/octet-stream`); the name travels in the query. */
export const uploadStoredPaperSchemas = {
  query: z.strictObject({ fileName: z.string().min(1).max(200) }),
  response: storedPaperView,
};

/** What the person says of a paper of their own. An empty text means that the paper says nothing of the kind. */
export const paperWords = z.strictObject({
  kind: paperKind,
  title: text(1, 200),
  number: text(0, 60),
  issuer: text(0, 200),
  issuedOn: isoDate.nullable(),
  validUntil: isoDate.nullable(),
});
export type PaperWords = z.output<typeof paperWords>;
const ofPaper = z.strictObject({ paperId: storedPaperId });
export const describeStoredPaperSchemas = { params: ofPaper, body: paperWords, response: storedPaperView };
export const hideStoredPaperSchemas = {
  params: ofPaper,
  body: z.strictObject({ hidden: z.boolean() }),
  response: storedPaperView,
};
export const deleteStoredPaperSchemas = { params: ofPaper, response: z.strictObject({}) };
export const downloadStoredPaperSchemas = { params: ofPaper };

/** A share as its giver sees it; the recipient is shown by the last digits of the number that was typed. */
export const givenShare = z.strictObject({
  shareId: paperShareId,
  paperId: storedPaperId,
  title: z.string(),
  recipient: z.string(),
  sharedAt: isoDateTime,
  /** Last day, in Vietnam. */
  until: isoDate,
  state: z.enum(['open', 'ended', 'run-out']),
});
export type GivenShare = z.output<typeof givenShare>;
export const sharePaperSchemas = {
  params: ofPaper,
  body: z.strictObject({
    recipient: z.strictObject({
      kind: z.enum(['personal-id', 'tax-code']),
      value: z.string().regex(/^[0-9]{10}(?:-?[0-9]{3})?$|^[0-9]{12}$/u),
    }),
    until: isoDate,
  }),
  response: givenShare,
};
export const listGivenSharesSchemas = { response: z.strictObject({ items: z.array(givenShare) }) };
export const endShareSchemas = {
  params: z.strictObject({ shareId: paperShareId }),
  response: z.strictObject({}),
};
/** A paper that somebody else lets the person see. */
export const receivedShare = z.strictObject({
  shareId: paperShareId,
  from: z.string(),
  until: isoDate,
  paper: storedPaperView,
});
export type ReceivedShare = z.output<typeof receivedShare>;
export const listReceivedSharesSchemas = { response: z.strictObject({ items: z.array(receivedShare) }) };
export const downloadSharedPaperSchemas = { params: z.strictObject({ shareId: paperShareId }) };

/** A paper that the national store has of the person. */
export const nationalPaperView = z.strictObject({
  /** Its number over there. */
  code: z.string(),
  kind: paperKind,
  title: z.string(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: isoDate.nullable(),
  validUntil: isoDate.nullable(),
  revoked: z.boolean(),
  /** Whether its seal was checked and fits; nobody answers for one without. */
  sealed: z.boolean(),
  /** Whether it is in the person’s store here already. */
  kept: z.boolean(),
});
export type NationalPaperView = z.output<typeof nationalPaperView>;
export const findNationalPapersSchemas = {
  response: z.strictObject({ items: z.array(nationalPaperView) }),
};
export const importNationalPaperSchemas = {
  body: z.strictObject({ code: text(1, 100) }),
  response: storedPaperView,
};

/**
 * Takes a result out of use for good. The person reads reason and number; neither may name anybody.
 * `replacedBy`: code of the dossier whose result takes its place.
 */
export const revokeResultSchemas = {
  params: z.strictObject({ dossierId, documentId }),
  body: z.strictObject({
    decisionNumber: text(1, 60),
    reason: text(10, 500),
    replacedBy: text(1, 60).nullable(),
  }),
  response: resultRevocation,
};

/** A paper that a draft may take, with the components it looks made for. */
export const paperForDraft = z.strictObject({
  paper: storedPaperView,
  /** Null for one’s own. */
  sharedBy: z.string().nullable(),
  /** Null for one’s own. */
  shareId: paperShareId.nullable(),
  fits: z.array(z.string()),
});
export type PaperForDraft = z.output<typeof paperForDraft>;
export const listPapersForDraftSchemas = {
  params: z.strictObject({ draftId }),
  response: z.strictObject({ items: z.array(paperForDraft) }),
};
export const reuseStoredPaperSchemas = {
  params: z.strictObject({ draftId }),
  body: z.strictObject({ component: z.string().max(40), paperId: storedPaperId }),
  response: attachmentView,
};
