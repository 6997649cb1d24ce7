import type { LayThuTuc } from '@mocua/engine/national-record';

/** What tells one imported record from another. */
export interface RecordKey {
  /** Code of the procedure, without the suffix of a province. */
  readonly code: string;
  readonly revision: number;
  /** SHA-256 over the canonical content, hex. */
  readonly contentHash: string;
}

/** One file that was imported. */
export interface StoredRecord extends RecordKey {
  readonly content: LayThuTuc;
  /** How many texts came in decomposed Unicode. */
  readonly composedTexts: number;
  readonly importedAt: string;
}

/** What people decided about a revision. */
export interface RecordDecision {
  readonly decision: 'published' | 'rejected';
  readonly differenceHash: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly reason: string | null;
  readonly decidedAt: string;
  readonly decidedBy: string;
}

/** The newest revision of a code, and the one that was published last. */
export interface RecordState {
  readonly latest: StoredRecord;
  readonly decision: RecordDecision | null;
  readonly published: StoredRecord | null;
}

/** A revision in force on a day. */
export interface RecordInForce extends StoredRecord {
  readonly effectiveFrom: string;
}
