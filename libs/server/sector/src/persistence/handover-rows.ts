import type { DossierId, PartyId, TaskId } from '@mocua/contract';
import type { Database } from '@mocua/server/kernel';
import { type SqlExecutor } from '@mocua/server/kernel';
import type { NewsKind, ResultFile, SectorNews } from '../domain/sector-news';
import type { Ending, HandoverFacts } from '../domain/standing';

/** A file that was handed over; its name is sealed in the dossier. */
export interface HandedReference {
  readonly componentCode: string;
  readonly sha256: string;
}

export interface HandoverRow extends HandoverFacts {
  readonly taskId: TaskId;
  readonly dossierId: DossierId;
  readonly ownerParty: PartyId;
  readonly nodeId: string;
  readonly system: string;
  readonly answers: readonly string[];
  readonly files: readonly HandedReference[];
  readonly firstTriedAt: string;
  readonly externalCode: string | null;
  readonly trouble: string | null;
  readonly lastHeardAt: string | null;
  readonly fileSha256: string | null;
  readonly ended: Ending | null;
}

export interface NewsRow {
  readonly messageId: string;
  readonly sequence: number;
  readonly revision: number;
  readonly kind: NewsKind;
  readonly occurredAt: string;
  readonly contentId: string;
  readonly file: ResultFile | null;
}

export type BegunHandover = Pick<
  HandoverRow,
  'taskId' | 'dossierId' | 'ownerParty' | 'nodeId' | 'system' | 'revision' | 'answers' | 'files'
>;

const instants = (names: Readonly<Record<string, string>>): string =>
  Object.entries(names)
    .map(
      ([column, name]) =>
        `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`,
    )
    .join(', ');

const columns = `task_id AS "taskId", dossier_id AS "dossierId", owner_party AS "ownerParty", node_id AS "nodeId", system, revision,
  answers, files, handed_revision AS "handedRevision", external_code AS "externalCode", trouble, ended, file_sha256 AS "fileSha256",
  ${instants({ first_tried_at: 'firstTriedAt', handed_over_at: 'handedOverAt', last_heard_at: 'lastHeardAt' })}`;

/** Rows of the schema `sector`. */
export class HandoverRows {
  constructor(private readonly database: Database) {}

  async byTask(taskId: string): Promise<HandoverRow | null> {
    return this.database.one<HandoverRow & Record<string, unknown>>(
      `SELECT ${columns} FROM sector.handovers WHERE task_id = $1`,
      [taskId],
    );
  }

  async ofDossier(dossierId: string): Promise<readonly HandoverRow[]> {
    return this.database.query<HandoverRow & Record<string, unknown>>(
      `SELECT ${columns} FROM sector.handovers WHERE dossier_id = $1 ORDER BY first_tried_at, task_id`,
      [dossierId],
    );
  }

  /** Notes what is about to be handed over; an older revision never replaces a newer one. */
  async begin(begun: BegunHandover, at: string): Promise<void> {
    await this.database.query(
      `INSERT INTO sector.handovers (task_id, dossier_id, owner_party, node_id, system, revision, answers, files, first_tried_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)
       ON CONFLICT (task_id) DO UPDATE SET revision = excluded.revision, answers = excluded.answers, files = excluded.files
        WHERE handovers.revision < excluded.revision`,
      [
        begun.taskId,
        begun.dossierId,
        begun.ownerParty,
        begun.nodeId,
        begun.system,
        begun.revision,
        begun.answers,
        JSON.stringify(begun.files),
        at,
      ],
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
      `UPDATE sector.handovers SET handed_over_at = $3, handed_revision = $2, external_code = $4, trouble = NULL, next_look_at = $5
        WHERE task_id = $1 AND coalesce(handed_revision, -1) <= $2`,
      [taskId, done.revision, done.at, done.externalCode, done.lookAt],
    );
  }

  async inTrouble(taskId: string, trouble: string): Promise<void> {
    await this.database.query('UPDATE sector.handovers SET trouble = $2 WHERE task_id = $1', [
      taskId,
      trouble.slice(0, 300),
    ]);
  }

  /** The first end counts. */
  async end(taskId: string, ended: Ending, at: string, sql: SqlExecutor = this.database): Promise<void> {
    await sql.query(
      `UPDATE sector.handovers SET ended = $2, ended_at = $3, next_settle_at = NULL, next_look_at = NULL
        WHERE task_id = $1 AND ended IS NULL`,
      [taskId, ended, at],
    );
  }

  async news(taskId: string): Promise<readonly NewsRow[]> {
    return this.database.query<NewsRow & Record<string, unknown>>(
      `SELECT message_id AS "messageId", sequence, revision, kind, content_id AS "contentId", file, ${instants({ occurred_at: 'occurredAt' })}
         FROM sector.news WHERE task_id = $1 ORDER BY sequence`,
      [taskId],
    );
  }

  /** Whether it was new; the same message, or another with its number, is kept once. */
  async addNews(tx: SqlExecutor, news: SectorNews, contentId: string, at: string): Promise<boolean> {
    const row = await tx.one(
      `INSERT INTO sector.news (task_id, message_id, sequence, revision, kind, occurred_at, told_at, content_id, file)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb) ON CONFLICT DO NOTHING RETURNING sequence`,
      [
        news.taskId,
        news.messageId,
        news.sequence,
        news.revision,
        news.kind,
        news.occurredAt,
        at,
        contentId,
        news.file && JSON.stringify(news.file),
      ],
    );
    return row !== null;
  }

  async heard(tx: SqlExecutor, taskId: string, at: string, isEnd: boolean): Promise<void> {
    await tx.query(
      `UPDATE sector.handovers SET last_heard_at = $2,
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
  ): Promise<readonly HandoverRow[]> {
    const column = what === 'look' ? 'next_look_at' : 'next_settle_at';
    return this.database.query<HandoverRow & Record<string, unknown>>(
      `UPDATE sector.handovers SET ${column} = $2 WHERE task_id IN (
         SELECT task_id FROM sector.handovers WHERE ${column} <= $1 AND ended IS NULL
          ORDER BY ${column} LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING ${columns}`,
      [now, until, limit],
    );
  }

  async keptFile(taskId: string, sha256: string): Promise<void> {
    await this.database.query('UPDATE sector.handovers SET file_sha256 = $2 WHERE task_id = $1', [
      taskId,
      sha256,
    ]);
  }

  async noteException(
    tx: SqlExecutor,
    each: {
      readonly taskId: string;
      readonly dossierId: string;
      readonly system: string;
      readonly assignmentId: string;
      readonly unitId: string;
      readonly at: string;
      readonly contentId: string;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO sector.exceptions (task_id, dossier_id, system, assignment_id, unit_id, at, content_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (task_id) DO NOTHING`,
      [each.taskId, each.dossierId, each.system, each.assignmentId, each.unitId, each.at, each.contentId],
    );
  }

  async exceptionsOf(
    dossierId: string,
  ): Promise<readonly { readonly taskId: string; readonly at: string; readonly contentId: string }[]> {
    return this.database.query(
      `SELECT task_id AS "taskId", content_id AS "contentId", ${instants({ at: 'at' })} FROM sector.exceptions WHERE dossier_id = $1`,
      [dossierId],
    );
  }
}
