import type { Database } from '@mocua/server/kernel';
import type { PurposeCode } from '../domain/purposes/purpose';
import type { Reader } from '../domain/reading';

export type LookupOutcome = 'found' | 'not-found' | 'failed';

/** A look-up in a register with the basis it rests on. */
export interface LookupEntry {
  readonly lookupId: string;
  /** Register, for example `population`. */
  readonly register: string;
  readonly purpose: PurposeCode;
  readonly purposeVersion: number;
  readonly basis: 'law' | 'consent';
  readonly legalBasis: string;
  readonly noticeVersion: number;
  readonly consentId: string | null;
  readonly subjectId: string;
  readonly requester: Reader;
  readonly draftId: string | null;
  readonly dossierId: string | null;
  /** Names of the facts that were asked for. */
  readonly items: readonly string[];
  readonly begunAt: string;
}

/** Rows of `personal_data.lookups`. */
export class LookupRows {
  constructor(private readonly database: Database) {}

  async insert(entry: LookupEntry): Promise<void> {
    await this.database.query(
      `INSERT INTO personal_data.lookups (lookup_id, register, purpose, purpose_version, basis_kind, legal_basis,
         notice_version, consent_id, subject_id, requester_kind, requester_id, requester_label, draft_id, dossier_id, items,
         begun_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        entry.lookupId,
        entry.register,
        entry.purpose,
        entry.purposeVersion,
        entry.basis,
        entry.legalBasis,
        entry.noticeVersion,
        entry.consentId,
        entry.subjectId,
        entry.requester.kind,
        entry.requester.id,
        entry.requester.label,
        entry.draftId,
        entry.dossierId,
        entry.items,
        entry.begunAt,
      ],
      'lookup-begin',
    );
  }

  async finish(lookupId: string, outcome: LookupOutcome, at: string): Promise<boolean> {
    const row = await this.database.one(
      `UPDATE personal_data.lookups SET outcome = $2, finished_at = $3
        WHERE lookup_id = $1 AND outcome IS NULL RETURNING lookup_id`,
      [lookupId, outcome, at],
      'lookup-finish',
    );
    return row !== null;
  }

  /** Those of the given look-ups that found something and whose basis still holds. */
  async grounded(lookupIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ lookup_id: string }>(
      `SELECT l.lookup_id FROM personal_data.lookups l
        WHERE l.lookup_id = ANY($1::uuid[]) AND l.outcome = 'found'
          AND (l.basis_kind = 'law' OR 'given' = (
            SELECT c.decision FROM personal_data.consents c WHERE c.party_id = l.subject_id AND c.purpose = l.purpose
             ORDER BY c.seq DESC LIMIT 1))`,
      [lookupIds],
      'lookups-grounded',
    );
    return new Set(rows.map((row) => row.lookup_id));
  }

  /** Look-ups about a person, newest first. */
  async of(subjectId: string, limit: number): Promise<Record<string, unknown>[]> {
    return this.database.query(
      `SELECT lookup_id AS "lookupId", register, purpose, legal_basis AS "legalBasis", requester_label AS "requester",
         items, begun_at AS "begunAt", outcome FROM personal_data.lookups
        WHERE subject_id = $1 ORDER BY begun_at DESC LIMIT $2`,
      [subjectId, limit],
    );
  }
}
