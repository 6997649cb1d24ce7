import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { NationalGapView } from '@mocua/contract';
import {
  completeness,
  difference,
  type LayThuTuc,
  type NationalRecord,
  type RecordChange,
  recordOf,
} from '@mocua/engine/national-record';
import type { RecordState } from './stored-record';

/** What somebody must read before they decide about an imported record. */
export interface RecordReview {
  readonly code: string;
  readonly revision: number;
  readonly state: 'proposed' | 'published' | 'rejected';
  readonly importedAt: string;
  readonly record: NationalRecord;
  /** The revision the difference is against; null for the first one. */
  readonly publishedRevision: number | null;
  /** Against what is published; empty for the first one and when nothing changed. */
  readonly changes: readonly RecordChange[];
  readonly gaps: readonly NationalGapView[];
  readonly composedTexts: number;
  /** Names exactly this difference: what was published, and what is proposed. A decision must name it. */
  readonly differenceHash: string;
  /** Why it was rejected. */
  readonly reason: string | null;
}

/** Puts together what is known about the newest revision of a record. */
export function reviewOf({ latest, decision, published }: RecordState): RecordReview {
  const record = recordOf(latest.content);
  const base = published && published.revision !== latest.revision ? published : null;
  return {
    code: latest.code,
    revision: latest.revision,
    state: decision?.decision ?? 'proposed',
    importedAt: latest.importedAt,
    record,
    publishedRevision: published?.revision ?? null,
    changes: base ? difference(recordOf(base.content), record) : [],
    gaps: completeness(record),
    composedTexts: latest.composedTexts,
    differenceHash: differenceHashOf(latest.code, base?.contentHash ?? null, latest.contentHash),
    reason: decision?.reason ?? null,
  };
}

/** Over the canonical form (RFC 8785): spaces and the order of fields in a file make no other record. */
export function contentHashOf(content: LayThuTuc): string {
  return sha256(canonicalize(content) ?? '');
}

function differenceHashOf(code: string, published: string | null, proposed: string): string {
  return sha256(canonicalize({ code, published, proposed }) ?? '');
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
