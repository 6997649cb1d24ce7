import type { DossierId, TaskId } from '@mocua/contract';
import { instants } from '@mocua/server/handover';
import type { Database } from '@mocua/server/kernel';

export interface LocalNumberRow {
  readonly taskId: TaskId;
  readonly dossierId: DossierId;
  readonly at: string;
  readonly contentId: string;
  readonly enteredAt: string | null;
}

/** Numbers that were given here, and when they were entered in the document management system. */
export class LocalNumberRows {
  constructor(private readonly database: Database) {}

  /** Newest first; `after` is the last one that was seen. */
  async page(
    unitIds: readonly string[],
    which: 'open' | 'entered',
    after: { readonly at: string; readonly taskId: string } | null,
    limit: number,
  ): Promise<readonly LocalNumberRow[]> {
    return this.database.query<LocalNumberRow & Record<string, unknown>>(
      `SELECT e.task_id AS "taskId", e.dossier_id AS "dossierId", e.content_id AS "contentId",
              ${instants({ 'e.at': 'at', 'n.entered_at': 'enteredAt' })}
         FROM document_management.exceptions e LEFT JOIN document_management.entered_numbers n USING (task_id)
        WHERE e.unit_id = ANY($1::uuid[]) AND (n.task_id IS NULL) = $2
          AND ($3::timestamptz IS NULL OR (e.at, e.task_id) < ($3::timestamptz, $4::uuid))
        ORDER BY e.at DESC, e.task_id DESC LIMIT $5`,
      [unitIds, which === 'open', after?.at ?? null, after?.taskId ?? null, limit],
    );
  }

  async isOf(taskId: string, unitIds: readonly string[]): Promise<boolean> {
    const row = await this.database.one(
      'SELECT 1 FROM document_management.exceptions WHERE task_id = $1 AND unit_id = ANY($2::uuid[])',
      [taskId, unitIds],
    );
    return row !== null;
  }

  /** When it was entered: the first word counts. */
  async enter(taskId: string, assignmentId: string, at: string): Promise<string> {
    await this.database.query(
      `INSERT INTO document_management.entered_numbers (task_id, entered_at, assignment_id) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [taskId, at, assignmentId],
    );
    const row = await this.database.one<{ enteredAt: string }>(
      `SELECT ${instants({ entered_at: 'enteredAt' })} FROM document_management.entered_numbers WHERE task_id = $1`,
      [taskId],
    );
    return row?.enteredAt ?? at;
  }
}
