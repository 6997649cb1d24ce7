import type { OutgoingNewsKind } from '@mocua/contract';

/** The file a document was issued as; it can be fetched from the system. */
export interface IssuedFileFacts {
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
}

/** What the document management system told, as its adapter read it. */
export interface OutgoingNews {
  readonly messageId: string;
  readonly taskId: string;
  /** Counts up within a document, over there; it alone says what came before what. */
  readonly sequence: number;
  /** Which draft it is about. */
  readonly revision: number;
  readonly kind: OutgoingNewsKind;
  /** ISO instant. */
  readonly occurredAt: string;
  readonly content: NewsContent;
  readonly file: IssuedFileFacts | null;
}

/** The part of the news that may name a person; it is kept sealed. */
export interface NewsContent {
  /** Who did it over there. */
  readonly by: string | null;
  /** In the words of the system, for example why the draft is returned. */
  readonly text: string;
  /** With its symbol, for example `15/QĐ-UBND`. */
  readonly number: string | null;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string | null;
  readonly signer: string | null;
}
