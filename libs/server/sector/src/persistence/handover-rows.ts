import type { Database } from '@mocua/server/kernel';
import { HandoverLedger, type HandoverRecord } from '@mocua/server/handover';
import type { NewsKind } from '../domain/sector-news';

/** A file that was handed over; its name is sealed in the dossier. */
export interface HandedReference {
  readonly componentCode: string;
  readonly sha256: string;
}

export interface HandoverRow extends HandoverRecord {
  readonly system: string;
  readonly answers: readonly string[];
  readonly files: readonly HandedReference[];
  /** Of the system's result in our store. */
  readonly fileSha256: string | null;
}

export type BegunHandover = Pick<
  HandoverRow,
  'taskId' | 'dossierId' | 'ownerParty' | 'nodeId' | 'system' | 'revision' | 'answers' | 'files'
>;

/** Rows of the schema `sector`. */
export class HandoverRows extends HandoverLedger<HandoverRow, NewsKind> {
  constructor(database: Database) {
    const own = 'system, answers, files, file_sha256 AS "fileSha256"';
    super(database, { schema: 'sector', table: 'handovers', own });
  }

  /** Notes what is about to be handed over; an older revision never replaces a newer one. */
  async begin(begun: BegunHandover, at: string): Promise<void> {
    const { taskId, dossierId, ownerParty, nodeId, system, revision, answers, files } = begun;
    await this.database.query(
      `INSERT INTO sector.handovers (task_id, dossier_id, owner_party, node_id, system, revision, answers, files, first_tried_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)
       ON CONFLICT (task_id) DO UPDATE SET revision = excluded.revision, answers = excluded.answers, files = excluded.files
        WHERE handovers.revision < excluded.revision`,
      [taskId, dossierId, ownerParty, nodeId, system, revision, answers, JSON.stringify(files), at],
    );
  }

  /** Which file in our store the result is. */
  async keptFile(taskId: string, { sha256 }: { readonly sha256: string }): Promise<void> {
    await this.database.query('UPDATE sector.handovers SET file_sha256 = $2 WHERE task_id = $1', [
      taskId,
      sha256,
    ]);
  }
}
