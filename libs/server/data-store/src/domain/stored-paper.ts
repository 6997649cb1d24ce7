import type {
  DossierId,
  PaperKind,
  PaperSource,
  PaperStanding,
  PartyId,
  StoredPaperId,
} from '@mocua/contract';
import { namedId } from '@mocua/server/kernel';

/**
 * What lies sealed of a paper. The columns beside it only find it; this is what counts, the fingerprint of the file included,
 * so that a row changed in SQL is noticed.
 *
 * @legal NĐ 118/2025 Điều 19(2)
 */
export interface PaperDetails {
  readonly kind: PaperKind;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string | null;
  /** Last day it is valid. */
  readonly validUntil: string | null;
  readonly fileName: string;
  /** Hex, over the file as it was kept. */
  readonly sha256: string;
  readonly dossierCode: string | null;
  /** Component it was handed in for; null for anything else. */
  readonly component: string | null;
}

/** The same thing of a dossier, a document or an attachment, is the same paper however often it arrives. */
export function paperIdOf(thing: string): StoredPaperId {
  return namedId<StoredPaperId>('stored-paper', thing);
}

/** A paper as the store has it. */
export interface StoredPaper {
  readonly paperId: StoredPaperId;
  readonly owner: PartyId;
  readonly source: PaperSource;
  readonly version: number;
  readonly supersededBy: StoredPaperId | null;
  readonly revokedAt: Date | null;
  readonly revokedBecause: string | null;
  readonly hidden: boolean;
  /** In how many dossiers it was used so far. */
  readonly usedIn: number;
  readonly addedAt: Date;
  readonly toDeposit: boolean;
  readonly depositedAt: Date | null;
  readonly dossierId: DossierId | null;
  /** Hex; where the file store looks. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly details: PaperDetails;
}

/** What makes a paper unusable, in the order a person is told; being superseded alone only warns. */
export type Unusable = 'damaged' | 'revoked' | 'expired';

/** How the paper stands on a day, `YYYY-MM-DD` in Vietnam. It is valid through its last day. */
export function standingOf(
  {
    revokedAt,
    supersededBy,
    details: { validUntil },
  }: Pick<StoredPaper, 'revokedAt' | 'supersededBy' | 'details'>,
  today: string,
): PaperStanding {
  if (revokedAt !== null) return 'revoked';
  if (validUntil !== null && validUntil < today) return 'expired';
  return supersededBy === null ? 'valid' : 'superseded';
}

/**
 * Why a paper may not be used again; null when it may.
 *
 * @param stored - fingerprint of the bytes that lie in the file store now; null when they cannot be read
 */
export function whyUnusable(paper: StoredPaper, stored: string | null, today: string): Unusable | null {
  if (paper.sha256 !== paper.details.sha256 || stored !== paper.details.sha256) return 'damaged';
  const standing = standingOf(paper, today);
  return standing === 'revoked' || standing === 'expired' ? standing : null;
}

/**
 * The paper that a newer one takes the place of: of the same source and kind, with the same number, not issued later, and
 * itself the last of its line. A paper without a number is like no other; what a person uploaded never replaces what an
 * agency issued.
 */
export function predecessorOf(newer: StoredPaper, others: readonly StoredPaper[]): StoredPaper | null {
  const number = normalNumber(newer.details.number);
  if (number === '') return null;
  return (
    others.find(
      (older) =>
        older.paperId !== newer.paperId &&
        older.supersededBy === null &&
        older.source === newer.source &&
        older.details.kind === newer.details.kind &&
        normalNumber(older.details.number) === number &&
        (older.details.issuedOn ?? '') <= (newer.details.issuedOn ?? '') &&
        older.addedAt <= newer.addedAt,
    ) ?? null
  );
}

/** `12/2026-KS` and `12 / 2026 - ks` are the same number. */
function normalNumber(number: string | null): string {
  return (number ?? '').normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}
