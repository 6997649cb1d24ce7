import type { Readable } from 'node:stream';
import type { FileToHandOver, Verdict, WireMessage } from '@mocua/server/handover';
import type { OutgoingKind } from '@mocua/server/procedure';
import type { OutgoingNews } from './domain/outgoing-news';

/** A draft as it is handed over to be signed, numbered and issued. */
export interface DraftToSubmit {
  readonly taskId: string;
  /** The same for every attempt; a later one replaces what the system has. */
  readonly revision: number;
  readonly dossierCode: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly kind: OutgoingKind;
  /** What stands behind the number, for example `QĐ-UBND`. */
  readonly symbol: string;
  /** What the document is about. */
  readonly abstract: string;
  readonly basis: string;
  /** ISO instant; it goes on running meanwhile. */
  readonly dueAt: string | null;
  /** The unit that issues it: its official identifier, where it has one, and its name. */
  readonly unit: { readonly code: string | null; readonly name: string };
  /** The leader who approved it here. */
  readonly signer: { readonly name: string; readonly title: string; readonly capacity: string | null };
  readonly draft: FileToHandOver;
}

/**
 * The system in which documents are signed, numbered and issued. Every method that asks it throws `HandoverFailure` when it does not
 * answer as it should.
 */
export abstract class DocumentManagement {
  /** The same file again changes nothing. */
  abstract putDraft(taskId: string, file: FileToHandOver, content: Readable): Promise<void>;
  /** The same revision again changes nothing. @returns the code of the document over there */
  abstract submit(draft: DraftToSubmit): Promise<{ readonly externalCode: string }>;
  /** What was signed or numbered by then stays as it is over there. */
  abstract takeBack(taskId: string): Promise<void>;
  /** Everything the system has said about a document, in any order; looked up by our reference. */
  abstract newsOf(taskId: string): Promise<readonly OutgoingNews[]>;
  abstract issuedFile(taskId: string): Promise<Readable>;
  /** What a message tells; `forged` when its signature is not the system's, `unreadable` when it is none of the contract. */
  abstract readMessage(message: WireMessage): OutgoingNews | 'forged' | 'unreadable';
  abstract answer(verdict: Verdict): WireMessage;
}
