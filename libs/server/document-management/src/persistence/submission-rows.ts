import type { DossierId, OutgoingDocumentView, OutgoingNewsKind, UnitId } from '@mocua/contract';
import { HandoverLedger, type HandoverRecord } from '@mocua/server/handover';
import type { Database, SqlExecutor } from '@mocua/server/kernel';
import type { NumberPlace } from '../domain/number-series';

/** A file in our store. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/** What the signatures in an issued file said when it came. */
export type SignatureWord = NonNullable<OutgoingDocumentView['signature']>;

export interface SubmissionRow extends HandoverRecord {
  /** The unit that issues the document, and counts its numbers. */
  readonly unitId: UnitId;
  readonly draft: StoredFile;
  /** As it was issued. */
  readonly file: StoredFile | null;
  /** Null also for a file that came before signatures were looked at. */
  readonly signature: SignatureWord | null;
}

export type BegunSubmission = Pick<
  SubmissionRow,
  'taskId' | 'dossierId' | 'ownerParty' | 'unitId' | 'nodeId' | 'revision' | 'draft'
>;

const own = `unit_id AS "unitId", json_build_object('sha256', draft_sha256, 'size', draft_size) AS draft, signature,
  CASE WHEN file_sha256 IS NOT NULL THEN json_build_object('sha256', file_sha256, 'size', file_size) END AS file`;

/** Rows of the schema `document_management`: submissions, what was told of them, and whose each number is. */
export class SubmissionRows extends HandoverLedger<SubmissionRow, OutgoingNewsKind> {
  constructor(database: Database) {
    super(database, { schema: 'document_management', table: 'submissions', own });
  }

  /** Notes what is about to be handed over; an older draft never replaces a newer one. */
  async begin(begun: BegunSubmission, at: string): Promise<void> {
    const { taskId, dossierId, ownerParty, unitId, nodeId, revision, draft } = begun;
    await this.database.query(
      `INSERT INTO document_management.submissions (task_id, dossier_id, owner_party, unit_id, node_id, revision, draft_sha256,
         draft_size, first_tried_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (task_id) DO UPDATE
         SET revision = excluded.revision, draft_sha256 = excluded.draft_sha256, draft_size = excluded.draft_size
        WHERE submissions.revision < excluded.revision`,
      [taskId, dossierId, ownerParty, unitId, nodeId, revision, draft.sha256, draft.size, at],
    );
  }

  async keptFile(taskId: string, { sha256, size }: StoredFile, signature: SignatureWord): Promise<void> {
    await this.database.query(
      `UPDATE document_management.submissions SET file_sha256 = $2, file_size = $3, signature = $4::jsonb
        WHERE task_id = $1`,
      [taskId, sha256, size, JSON.stringify(signature)],
    );
  }

  /** The dossier whose decision was issued as this file and is given out so. */
  async dossierIssued(sha256: string): Promise<DossierId | null> {
    const row = await this.database.one<{ dossierId: DossierId }>(
      `SELECT dossier_id AS "dossierId" FROM document_management.submissions
        WHERE file_sha256 = $1 AND ended = 'settled' LIMIT 1`,
      [sha256],
    );
    return row?.dossierId ?? null;
  }

  /** Whether the number is this document's; of a unit, a kind and a year it is nobody else's, whoever gave it. */
  async claimNumber(
    unitId: string,
    { year, series, ordinal }: NumberPlace,
    taskId: string,
    sql: SqlExecutor = this.database,
  ): Promise<boolean> {
    // waits for whoever claims the same number at this moment, so that the second statement sees them
    await sql.query(
      `INSERT INTO document_management.given_numbers (unit_id, year, series, ordinal, task_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT given_numbers_once DO NOTHING`,
      [unitId, year, series, ordinal, taskId],
    );
    const owner = await sql.one<{ task: string }>(
      `SELECT task_id AS task FROM document_management.given_numbers
        WHERE unit_id = $1 AND year = $2 AND series = $3 AND ordinal = $4`,
      [unitId, year, series, ordinal],
    );
    return owner?.task === taskId;
  }
}
