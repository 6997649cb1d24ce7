import type { Readable } from 'node:stream';
import type { PaperKind, StoredPaperId } from '@mocua/contract';

/** A result as it is told to the national store: what it is and where its owner finds it, never the file. */
export interface DepositedPaper {
  readonly paperId: StoredPaperId;
  readonly personalId: string;
  readonly kind: PaperKind;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
  /** Hex, over the file. */
  readonly sha256: string;
  readonly standing: 'valid' | 'superseded' | 'revoked';
  readonly link: string;
}

/** A paper that the national store has of somebody. */
export interface NationalPaper extends Pick<
  DepositedPaper,
  'kind' | 'title' | 'number' | 'issuer' | 'issuedOn' | 'validUntil' | 'sha256'
> {
  /** Its number over there; our own id for what we deposited. */
  readonly code: string;
  readonly revoked: boolean;
  readonly fileName: string;
  /** Whether the seal of the store fits what it says; without that nobody answers for the paper. */
  readonly sealed: boolean;
}

/** Who is asked about, under which number and on which basis. */
export interface NationalStoreQuestion {
  readonly personalId: string;
  /** Unique for each question. */
  readonly requestId: string;
  /** Articles the question rests on. */
  readonly basis: string;
}

/** The national store does not answer; nothing is known against the message. */
export class NationalStoreDown extends Error {
  constructor(cause: unknown) {
    super('the national store does not answer', { cause });
    this.name = 'NationalStoreDown';
  }
}

/** The national electronic data store, wherever it is. @legal NĐ 118/2025 Điều 19, 22 */
export abstract class NationalStore {
  /** Inserts a paper or updates what is there under its id. @throws NationalStoreDown */
  abstract deposit(paper: DepositedPaper): Promise<void>;
  /** Papers of one person. @throws NationalStoreDown */
  abstract find(question: NationalStoreQuestion): Promise<readonly NationalPaper[]>;
  /** The file of one paper, as it streams; nothing is known of it until its fingerprint is. @throws NationalStoreDown */
  abstract open(code: string, question: NationalStoreQuestion): Promise<Readable>;
}
