import type { DossierId, PartyId, TaskId } from '@mocua/contract';
import type { Database, SqlExecutor } from '@mocua/server/kernel';
import type { Ending, HandoverFacts, ToldNews } from '../domain/handover';
import type { News, ToldFile } from '../domain/news';

/** What is known of every step that another system has. */
export interface HandoverRecord extends HandoverFacts {
  readonly taskId: TaskId;
  readonly dossierId: DossierId;
  readonly ownerParty: PartyId;
  readonly nodeId: string;
  readonly externalCode: string | null;
  readonly trouble: string | null;
  readonly lastHeardAt: string | null;
}

export interface NewsRow<Kind extends string = string> extends ToldNews<Kind> {
  readonly messageId: string;
  readonly occurredAt: string;
  readonly contentId: string;
  readonly file: ToldFile | null;
}

/** A step that an officer did here, with the sealed reason or paper. */
export interface ExceptionRow {
  readonly taskId: TaskId;
  readonly nodeId: string;
  readonly at: string;
  readonly contentId: string;
}

export interface Exception extends ExceptionRow {
  readonly dossierId: string;
  readonly assignmentId: string;
  readonly unitId: string;
}

/** Where the rows of one kind of hand-over are. */
export interface LedgerPlace {
  /** Schema with the tables `news` and `exceptions`. */
  readonly schema: string;
  readonly table: string;
  /** Columns that no other kind has, as a select list that names them as the row does. */
  readonly own: string;
}

/** Columns as instants in UTC, as a select list. */
export function instants(names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .map(
      ([column, name]) =>
        `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`,
    )
    .join(', ');
}

/** Steps that another system has, what it told of them, and those that were done here all the same. News and exceptions only grow. */
export abstract class HandoverLedger<Row extends HandoverRecord, Kind extends string> {
  protected readonly table: string;
  private readonly columns: string;

  constructor(
    protected readonly database: Database,
    private readonly place: LedgerPlace,
  ) {
    this.table = `${place.schema}.${place.table}`;
    this.columns = `task_id AS "taskId", dossier_id AS "dossierId", owner_party AS "ownerParty", node_id AS "nodeId", revision,
      handed_revision AS "handedRevision", external_code AS "externalCode", trouble, ended, ${place.own},
      ${instants({ handed_over_at: 'handedOverAt', last_heard_at: 'lastHeardAt' })}`;
  }

  async byTask(taskId: string): Promise<Row | null> {
    return this.database.one<Row & Record<string, unknown>>(
      `SELECT ${this.columns} FROM ${this.table} WHERE task_id = $1`,
      [taskId],
    );
  }

  async ofDossier(dossierId: string): Promise<readonly Row[]> {
    return this.database.query<Row & Record<string, unknown>>(
      `SELECT ${this.columns} FROM ${this.table} WHERE dossier_id = $1 ORDER BY first_tried_at, task_id`,
      [dossierId],
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
      `UPDATE ${this.table} SET handed_over_at = $3, handed_revision = $2, external_code = $4, trouble = NULL, next_look_at = $5
        WHERE task_id = $1 AND coalesce(handed_revision, -1) <= $2`,
      [taskId, done.revision, done.at, done.externalCode, done.lookAt],
    );
  }

  async inTrouble(taskId: string, trouble: string): Promise<void> {
    await this.database.query(`UPDATE ${this.table} SET trouble = $2 WHERE task_id = $1`, [
      taskId,
      trouble.slice(0, 300),
    ]);
  }

  /** The first end counts. */
  async end(taskId: string, ended: Ending, at: string, sql: SqlExecutor = this.database): Promise<void> {
    await sql.query(
      `UPDATE ${this.table} SET ended = $2, ended_at = $3, next_settle_at = NULL, next_look_at = NULL
        WHERE task_id = $1 AND ended IS NULL`,
      [taskId, ended, at],
    );
  }

  async news(taskId: string): Promise<readonly NewsRow<Kind>[]> {
    return this.database.query<NewsRow<Kind> & Record<string, unknown>>(
      `SELECT message_id AS "messageId", sequence, revision, kind, content_id AS "contentId", file, ${instants({ occurred_at: 'occurredAt' })}
         FROM ${this.place.schema}.news WHERE task_id = $1 ORDER BY sequence`,
      [taskId],
    );
  }

  /** Whether it was new; the same message, or another with its number, is kept once. */
  async addNews(tx: SqlExecutor, news: News<Kind>, contentId: string, at: string): Promise<boolean> {
    const { taskId, messageId, sequence, revision, kind, occurredAt, file } = news;
    const row = await tx.one(
      `INSERT INTO ${this.place.schema}.news (task_id, message_id, sequence, revision, kind, occurred_at, told_at, content_id, file)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb) ON CONFLICT DO NOTHING RETURNING sequence`,
      [taskId, messageId, sequence, revision, kind, occurredAt, at, contentId, file && JSON.stringify(file)],
    );
    return row !== null;
  }

  async heard(tx: SqlExecutor, taskId: string, at: string, isEnd: boolean): Promise<void> {
    await tx.query(
      `UPDATE ${this.table} SET last_heard_at = $2,
              next_settle_at = CASE WHEN $3 AND ended IS NULL THEN coalesce(next_settle_at, $2) ELSE next_settle_at END
        WHERE task_id = $1`,
      [taskId, at, isEnd],
    );
  }

  /** Takes what is due, and puts each off until `until`, so that another process leaves it alone meanwhile. */
  async takeDue(what: 'look' | 'settle', now: string, until: string, limit: number): Promise<readonly Row[]> {
    const column = what === 'look' ? 'next_look_at' : 'next_settle_at';
    return this.database.query<Row & Record<string, unknown>>(
      `UPDATE ${this.table} SET ${column} = $2 WHERE task_id IN (
         SELECT task_id FROM ${this.table} WHERE ${column} <= $1 AND ended IS NULL
          ORDER BY ${column} LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING ${this.columns}`,
      [now, until, limit],
    );
  }

  async noteException(tx: SqlExecutor, each: Exception): Promise<void> {
    await tx.query(
      `INSERT INTO ${this.place.schema}.exceptions (task_id, dossier_id, node_id, assignment_id, unit_id, at, content_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (task_id) DO NOTHING`,
      [each.taskId, each.dossierId, each.nodeId, each.assignmentId, each.unitId, each.at, each.contentId],
    );
  }

  async exceptionsOf(dossierId: string): Promise<readonly ExceptionRow[]> {
    return this.database.query<ExceptionRow & Record<string, unknown>>(
      `SELECT task_id AS "taskId", node_id AS "nodeId", content_id AS "contentId", ${instants({ at: 'at' })}
         FROM ${this.place.schema}.exceptions WHERE dossier_id = $1`,
      [dossierId],
    );
  }
}
