import type { DossierId, PartyId, TaskId, UnitId } from '@mocua/contract';
import { type Database, type SqlExecutor } from '@mocua/server/kernel';
import type { OutgoingNewsKind } from '@mocua/contract';
import type { IssuedFileFacts, OutgoingNews } from '../domain/outgoing-news';
import type { Ending, SubmissionFacts } from '../domain/standing';

/** A file in our store. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

export interface SubmissionRow extends SubmissionFacts {
  readonly taskId: TaskId;
  readonly dossierId: DossierId;
  readonly ownerParty: PartyId;
  /** The unit that issues the document, and counts its numbers. */
  readonly unitId: UnitId;
  readonly nodeId: string;
  readonly draft: StoredFile;
  readonly externalCode: string | null;
  readonly trouble: string | null;
  readonly lastHeardAt: string | null;
  readonly file: StoredFile | null;
  readonly ended: Ending | null;
}

export interface NewsRow {
  readonly messageId: string;
  readonly sequence: number;
  readonly revision: number;
  readonly kind: OutgoingNewsKind;
  readonly occurredAt: string;
  readonly contentId: string;
  readonly file: IssuedFileFacts | null;
}

export type BegunSubmission = Pick<
  SubmissionRow,
  'taskId' | 'dossierId' | 'ownerParty' | 'unitId' | 'nodeId' | 'revision' | 'draft'
>;

/** A number given here, with the sealed reason. */
export interface ExceptionRow {
  readonly taskId: TaskId;
  readonly nodeId: string;
  readonly at: string;
  readonly contentId: string;
}

interface Row extends Omit<SubmissionRow, 'draft' | 'file'>, Record<string, unknown> {
  readonly draftSha256: string;
  readonly draftSize: string;
  readonly fileSha256: string | null;
  readonly fileSize: string | null;
}

const instants = (names: Readonly<Record<string, string>>): string =>
  Object.entries(names)
    .map(
      ([column, name]) =>
        `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`,
    )
    .join(', ');

const columns = `task_id AS "taskId", dossier_id AS "dossierId", owner_party AS "ownerParty", unit_id AS "unitId", node_id AS "nodeId",
  revision, draft_sha256 AS "draftSha256", draft_size AS "draftSize", handed_revision AS "handedRevision",
  external_code AS "externalCode", trouble, ended, file_sha256 AS "fileSha256", file_size AS "fileSize",
  ${instants({ handed_over_at: 'handedOverAt', last_heard_at: 'lastHeardAt' })}`;

/** Rows of the schema `document_management`: submissions and what was told of them. */
export class SubmissionRows {
  constructor(private readonly database: Database) {}

  async byTask(taskId: string): Promise<SubmissionRow | null> {
    const row = await this.database.one<Row>(
      `SELECT ${columns} FROM document_management.submissions WHERE task_id = $1`,
      [taskId],
    );
    return row && toSubmission(row);
  }

  async ofDossier(dossierId: string): Promise<readonly SubmissionRow[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM document_management.submissions WHERE dossier_id = $1 ORDER BY first_tried_at, task_id`,
      [dossierId],
    );
    return rows.map(toSubmission);
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

  async handedOver(
    taskId: string,
    done: {
      readonly revision: number;
      readonly externalCode: string;
      readonly at: string;
      readonly lookAt: string;
    },
  ): Promise<void> {
    await this.database.query(
      `UPDATE document_management.submissions
          SET handed_over_at = $3, handed_revision = $2, external_code = $4, trouble = NULL, next_look_at = $5
        WHERE task_id = $1 AND coalesce(handed_revision, -1) <= $2`,
      [taskId, done.revision, done.at, done.externalCode, done.lookAt],
    );
  }

  async inTrouble(taskId: string, trouble: string): Promise<void> {
    await this.database.query('UPDATE document_management.submissions SET trouble = $2 WHERE task_id = $1', [
      taskId,
      trouble.slice(0, 300),
    ]);
  }

  /** The first end counts. */
  async end(taskId: string, ended: Ending, at: string, sql: SqlExecutor = this.database): Promise<void> {
    await sql.query(
      `UPDATE document_management.submissions SET ended = $2, ended_at = $3, next_settle_at = NULL, next_look_at = NULL
        WHERE task_id = $1 AND ended IS NULL`,
      [taskId, ended, at],
    );
  }

  async news(taskId: string): Promise<readonly NewsRow[]> {
    return this.database.query<NewsRow & Record<string, unknown>>(
      `SELECT message_id AS "messageId", sequence, revision, kind, content_id AS "contentId", file,
              ${instants({ occurred_at: 'occurredAt' })}
         FROM document_management.news WHERE task_id = $1 ORDER BY sequence`,
      [taskId],
    );
  }

  /** Whether it was new; the same message, or another with its number, is kept once. */
  async addNews(tx: SqlExecutor, news: OutgoingNews, contentId: string, at: string): Promise<boolean> {
    const { taskId, messageId, sequence, revision, kind, occurredAt, file } = news;
    const row = await tx.one(
      `INSERT INTO document_management.news (task_id, message_id, sequence, revision, kind, occurred_at, told_at, content_id, file)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb) ON CONFLICT DO NOTHING RETURNING sequence`,
      [taskId, messageId, sequence, revision, kind, occurredAt, at, contentId, file && JSON.stringify(file)],
    );
    return row !== null;
  }

  async heard(tx: SqlExecutor, taskId: string, at: string, isEnd: boolean): Promise<void> {
    await tx.query(
      `UPDATE document_management.submissions SET last_heard_at = $2,
              next_settle_at = CASE WHEN $3 AND ended IS NULL THEN coalesce(next_settle_at, $2) ELSE next_settle_at END
        WHERE task_id = $1`,
      [taskId, at, isEnd],
    );
  }

  /** Takes what is due, and puts each off until `until`, so that another process leaves it alone meanwhile. */
  async takeDue(
    what: 'look' | 'settle',
    now: string,
    until: string,
    limit: number,
  ): Promise<readonly SubmissionRow[]> {
    const column = what === 'look' ? 'next_look_at' : 'next_settle_at';
    const rows = await this.database.query<Row>(
      `UPDATE document_management.submissions SET ${column} = $2 WHERE task_id IN (
         SELECT task_id FROM document_management.submissions WHERE ${column} <= $1 AND ended IS NULL
          ORDER BY ${column} LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING ${columns}`,
      [now, until, limit],
    );
    return rows.map(toSubmission);
  }

  async keptFile(taskId: string, { sha256, size }: StoredFile): Promise<void> {
    await this.database.query(
      'UPDATE document_management.submissions SET file_sha256 = $2, file_size = $3 WHERE task_id = $1',
      [taskId, sha256, size],
    );
  }

  /** Whether the number is this document's; in a unit and a year it is nobody else's. */
  async claimNumber(unitId: string, year: number, number: string, taskId: string): Promise<boolean> {
    await this.database.query(
      `INSERT INTO document_management.numbers (unit_id, year, number, task_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [unitId, year, number, taskId],
    );
    const owner = await this.database.one<{ task: string }>(
      'SELECT task_id AS task FROM document_management.numbers WHERE unit_id = $1 AND year = $2 AND number = $3',
      [unitId, year, number],
    );
    return owner?.task === taskId;
  }

  async noteException(
    tx: SqlExecutor,
    each: ExceptionRow & {
      readonly dossierId: string;
      readonly assignmentId: string;
      readonly unitId: string;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO document_management.exceptions (task_id, dossier_id, node_id, assignment_id, unit_id, at, content_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (task_id) DO NOTHING`,
      [each.taskId, each.dossierId, each.nodeId, each.assignmentId, each.unitId, each.at, each.contentId],
    );
  }

  async exceptionsOf(dossierId: string): Promise<readonly ExceptionRow[]> {
    return this.database.query<ExceptionRow & Record<string, unknown>>(
      `SELECT task_id AS "taskId", node_id AS "nodeId", content_id AS "contentId", ${instants({ at: 'at' })}
         FROM document_management.exceptions WHERE dossier_id = $1`,
      [dossierId],
    );
  }
}

function toSubmission({ draftSha256, draftSize, fileSha256, fileSize, ...row }: Row): SubmissionRow {
  return {
    ...(row as unknown as SubmissionRow),
    draft: { sha256: draftSha256, size: Number(draftSize) },
    file: fileSha256 === null ? null : { sha256: fileSha256, size: Number(fileSize) },
  };
}
