import type { Channel } from '@mocua/engine/dossier';

/** How the fee of a dossier was paid; online means through our own payment page. */
export type PaidHow = 'national-portal' | 'online' | 'not-online';

export interface PortalFile {
  readonly fileId: string;
  readonly name: string;
  readonly componentCode: string;
  readonly digitised: boolean;
  readonly reused: boolean;
}

export interface PortalSupplement {
  readonly supplementId: string;
  readonly requestedBy: string;
  readonly content: string;
  readonly requestedAt: string;
  readonly answeredAt: string | null;
  readonly confirmedBy: string | null;
  readonly settled: boolean;
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
}

export interface PortalResult {
  readonly name: string;
  readonly documentId: string;
  readonly url: string;
}

/** A dossier as the national portal is told about it, in words of our own. Instants are ISO in UTC. */
export interface PortalDossier {
  readonly code: string;
  readonly procedure: { readonly code: string; readonly name: string; readonly field: string };
  readonly channel: Channel;
  readonly filedNationally: boolean;
  readonly ownerName: string;
  readonly ownerPersonalId: string | null;
  readonly isOrganisation: boolean;
  readonly phone: string | null;
  readonly email: string | null;
  readonly summary: string;
  readonly submittedAt: string;
  readonly receivedAt: string | null;
  readonly refusedAt: string | null;
  readonly dueAt: string | null;
  /** The first due date; it stands beside the present one for ever. */
  readonly originalDueAt: string | null;
  readonly completedAt: string | null;
  readonly returnedAt: string | null;
  readonly returnedByPost: boolean;
  /** One of the ten national codes. */
  readonly status: number;
  readonly competentUnit: string;
  readonly hasDigitised: boolean;
  readonly identityVerified: boolean;
  readonly paidHow: PaidHow;
  /** Integer đồng; null where nothing was assessed. */
  readonly fee: number | null;
  readonly files: readonly PortalFile[];
  readonly supplements: readonly PortalSupplement[];
  readonly results: readonly PortalResult[];
}

/** One row of progress, in words of our own. */
export interface PortalProgress {
  readonly code: string;
  /** Number of our event; the row shows it, so that it can be recognised over there. */
  readonly seq: number;
  readonly handledBy: string;
  readonly role: string;
  readonly unit: string;
  readonly at: string;
  readonly text: string;
  readonly status: number;
  readonly startedAt: string;
  readonly originalDueAt: string | null;
}

/** What can be compared of a dossier without anybody's personal data. */
export interface ComparedFacts {
  readonly procedure: string;
  readonly channel: string;
  readonly filedNationally: boolean;
  readonly status: number;
  readonly submittedAt: string;
  readonly receivedAt: string | null;
  readonly refusedAt: string | null;
  readonly dueAt: string | null;
  readonly originalDueAt: string | null;
  readonly completedAt: string | null;
  readonly returnedAt: string | null;
  readonly identityVerified: boolean;
  readonly hasDigitised: boolean;
  readonly paidHow: PaidHow;
  readonly files: number;
  readonly supplements: number;
  readonly results: readonly string[];
}

/** A row of progress as it stands over there; `seq` is null for one that is not ours. */
export interface RecordedProgress {
  readonly seq: number | null;
  readonly at: string;
  readonly status: number;
  readonly originalDueAt: string | null;
}

/** What the national portal knows of a dossier. */
export interface PortalRecord {
  readonly code: string;
  readonly facts: ComparedFacts;
  readonly progress: readonly RecordedProgress[];
}
