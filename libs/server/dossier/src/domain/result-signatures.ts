import type { DocumentId, DossierId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';

/** A file that is given out in place of the paper as it was printed. */
export interface IssuedFile {
  readonly sha256: string;
  readonly size: number;
}

/**
 * How a result is issued.
 *
 * - `as-printed`: nobody signs it from afar
 * - `awaited`: it is to be signed from afar and is not yet; it must not leave the house
 * - `signed`: with the signature of the person, or signed by hand and scanned
 */
export type ResultIssue =
  | { readonly kind: 'as-printed' }
  | { readonly kind: 'awaited' }
  | { readonly kind: 'signed'; readonly file: IssuedFile };

/** A document of a dossier that was signed, from afar or by hand. */
export interface SignedDocument {
  readonly dossierId: DossierId;
  readonly documentId: DocumentId;
}

/** What anybody who may know of a result can be told of its signature. */
export interface SignatureWord {
  readonly state: 'awaited' | 'holds' | 'broken' | 'on-paper';
  /** Name in the certificate; null where there is none. */
  readonly signer: string | null;
  readonly signedAt: string | null;
}

/** The documents a decision called into being: what its signer answers for. */
export function decidedDocuments(state: DossierState): DossierState['documents'] {
  return state.documents.filter(
    ({ kind, issuedAt }) => (kind === 'result' || kind === 'form-03') && issuedAt === state.completedAt,
  );
}

/** Signatures that are not on the paper as it is printed, wherever they come from. */
export abstract class ResultSignatures {
  abstract issueOf(state: DossierState, documentId: DocumentId): Promise<ResultIssue>;

  /** The document that was signed as the file with this SHA-256 (hex); null when there is none. */
  abstract signedAs(sha256: string): Promise<SignedDocument | null>;

  /** Looks at a signed file once more before it leaves. @throws Problem `document.signature-broken` */
  abstract requireIntact(documentId: DocumentId): Promise<void>;

  /** What is said of the signature of the result; null where the paper needs none of this kind. */
  abstract wordOf(state: DossierState): Promise<SignatureWord | null>;
}
