import { Injectable } from '@nestjs/common';
import type { DossierId } from '@mocua/contract';
import { Database } from '@mocua/server/kernel';
import type { Difference } from '../domain/compare';
import type { DifferenceCause } from '../domain/difference-cause';

/** A dossier that is not the same on both sides. */
export interface FoundDifference {
  readonly dossierId: DossierId;
  readonly code: string;
  readonly cause: DifferenceCause;
  readonly details: readonly Difference[];
}

export interface Reconciliation {
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Dossiers that were compared. */
  readonly compared: number;
  readonly different: number;
  /** Dossiers about which the portal gave no answer. */
  readonly unanswered: number;
}

/** Keeps what the last comparison of each dossier found. */
@Injectable()
export class DifferenceStore {
  constructor(private readonly database: Database) {}

  /** Replaces what was known about some dossiers. */
  async replace(
    runId: string,
    compared: readonly string[],
    found: readonly FoundDifference[],
    at: string,
  ): Promise<void> {
    await this.database.query(
      `WITH gone AS (
         DELETE FROM national_portal.differences
          WHERE dossier_id = ANY($1::uuid[]) AND dossier_id <> ALL(SELECT ("dossierId")::uuid
                FROM jsonb_to_recordset($2::jsonb) AS f("dossierId" text))
       )
       INSERT INTO national_portal.differences (dossier_id, code, cause, details, found_at, run_id)
       SELECT "dossierId", code, cause, details, $3, $4
         FROM jsonb_to_recordset($2::jsonb) AS f("dossierId" uuid, code text, cause text, details jsonb)
       ON CONFLICT (dossier_id) DO UPDATE
          SET code = excluded.code, cause = excluded.cause, details = excluded.details, found_at = excluded.found_at,
              run_id = excluded.run_id`,
      [compared, JSON.stringify(found), at, runId],
    );
  }

  async noteRun(runId: string, run: Reconciliation): Promise<void> {
    await this.database.query(
      `INSERT INTO national_portal.reconciliations (run_id, started_at, finished_at, compared, different, unanswered)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [runId, run.startedAt, run.finishedAt, run.compared, run.different, run.unanswered],
    );
  }

  async lastRun(): Promise<Reconciliation | null> {
    const row = await this.database.one<
      Omit<Reconciliation, 'startedAt' | 'finishedAt'> & { startedAt: Date; finishedAt: Date }
    >(
      `SELECT started_at AS "startedAt", finished_at AS "finishedAt", compared, different, unanswered
         FROM national_portal.reconciliations ORDER BY finished_at DESC LIMIT 1`,
    );
    return (
      row && { ...row, startedAt: row.startedAt.toISOString(), finishedAt: row.finishedAt.toISOString() }
    );
  }

  /** One page in the order of codes. */
  async page(
    after: { readonly code: string; readonly dossierId: string } | null,
    limit: number,
  ): Promise<(FoundDifference & { readonly foundAt: string })[]> {
    const rows = await this.database.query<FoundDifference & { foundAt: Date } & Record<string, unknown>>(
      `SELECT dossier_id AS "dossierId", code, cause, details, found_at AS "foundAt" FROM national_portal.differences
        WHERE $1::text IS NULL OR (code, dossier_id) > ($1, $2::uuid) ORDER BY code, dossier_id LIMIT $3`,
      [after?.code ?? null, after?.dossierId ?? null, limit],
    );
    return rows.map((row) => ({ ...row, foundAt: row.foundAt.toISOString() }));
  }
}
