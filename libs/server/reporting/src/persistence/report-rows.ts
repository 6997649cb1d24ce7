import { Injectable } from '@nestjs/common';
import type { Role, UnitId } from '@mocua/contract';
import { type ActingAssignment, Database, type SqlExecutor } from '@mocua/server/kernel';
import type { Month } from '../domain/month';
import type { ReportLine } from '../domain/report';
import type { CountedState } from './counter-rows';

/** A version of the report of a month. It never changes. */
export interface StoredReport {
  readonly month: Month;
  readonly version: number;
  readonly indicatorSet: number;
  readonly lines: readonly ReportLine[];
  readonly digest: string;
  /** Up to which event had been counted. */
  readonly state: CountedState;
  readonly computedAt: string;
  /** Why there is another version; null for the first. */
  readonly reason: string | null;
}

/** A version and what became of it. */
export interface ReportStanding {
  readonly month: Month;
  readonly version: number;
  readonly digest: string;
  readonly computedAt: string;
  readonly reason: string | null;
  readonly releasedAt: string | null;
  /** The office that answers for it. */
  readonly answerable: string | null;
  /** Null also for a release from the command line. */
  readonly releasedBy: { readonly role: Role; readonly unitId: UnitId } | null;
  readonly receipt: string | null;
}

interface Row extends Record<string, unknown> {
  readonly month: Month;
  readonly version: number;
  readonly indicatorSet: number;
  readonly lines: readonly ReportLine[];
  readonly digest: string;
  readonly xid: string;
  readonly position: string;
  readonly computedAt: Date;
  readonly reason: string | null;
}

const columns = `month, version, indicator_set AS "indicatorSet", lines, digest, state_xid::text AS xid,
  state_position::text AS position, computed_at AS "computedAt", reason`;
const shownMonths = 120;

/** Reports, who answers for them, and what the other side acknowledged; rows are only added. */
@Injectable()
export class ReportRows {
  constructor(private readonly database: Database) {}

  async newest(month: Month, sql: SqlExecutor = this.database): Promise<StoredReport | null> {
    const row = await sql.one<Row>(
      `SELECT ${columns} FROM reporting.reports WHERE month = $1 ORDER BY version DESC LIMIT 1`,
      [month],
    );
    return row && reportOf(row);
  }

  async find(month: Month, version: number): Promise<StoredReport | null> {
    const row = await this.database.one<Row>(
      `SELECT ${columns} FROM reporting.reports WHERE month = $1 AND version = $2`,
      [month, version],
    );
    return row && reportOf(row);
  }

  async add(report: StoredReport, tx: SqlExecutor): Promise<void> {
    const { month, version, indicatorSet, lines, digest, state, computedAt, reason } = report;
    await tx.query(
      `INSERT INTO reporting.reports
         (month, version, indicator_set, lines, digest, state_xid, state_position, computed_at, reason)
       VALUES ($1, $2, $3, $4::jsonb, $5, $6::xid8, $7::bigint, $8, $9)`,
      [
        ...[month, version, indicatorSet, JSON.stringify(lines), digest],
        ...[state.xid, state.position, computedAt, reason],
      ],
    );
  }

  /** False when it was released before. */
  async release(
    { month, version }: Pick<StoredReport, 'month' | 'version'>,
    answerable: string,
    { at, by }: { readonly at: Date; readonly by: ActingAssignment | null },
    tx: SqlExecutor,
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO reporting.releases (month, version, released_at, answerable, assignment_id, role, unit_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING version`,
      [month, version, at, answerable, by?.assignmentId ?? null, by?.role ?? null, by?.unitId ?? null],
    );
    return rows.length === 1;
  }

  async acknowledge(month: Month, version: number, receipt: string, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO reporting.acknowledgements (month, version, receipt, acknowledged_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [month, version, receipt, at],
    );
  }

  /** The versions of the latest months, newest month first. */
  async standings(): Promise<ReportStanding[]> {
    const rows = await this.database.query<
      Omit<ReportStanding, 'computedAt' | 'releasedAt' | 'releasedBy'> & {
        computedAt: Date;
        releasedAt: Date | null;
        role: Role | null;
        unitId: UnitId | null;
      }
    >(
      `SELECT r.month, r.version, r.digest, r.computed_at AS "computedAt", r.reason,
              s.released_at AS "releasedAt", s.answerable, s.role, s.unit_id AS "unitId", a.receipt
         FROM reporting.reports r
         LEFT JOIN reporting.releases s USING (month, version)
         LEFT JOIN reporting.acknowledgements a USING (month, version)
        WHERE r.month IN (SELECT DISTINCT month FROM reporting.reports ORDER BY month DESC LIMIT ${shownMonths})
        ORDER BY r.month DESC, r.version DESC`,
    );
    return rows.map(({ role, unitId, ...row }) => ({
      ...row,
      releasedBy: role === null || unitId === null ? null : { role, unitId },
      computedAt: row.computedAt.toISOString(),
      releasedAt: row.releasedAt?.toISOString() ?? null,
    }));
  }
}

function reportOf({ xid, position, computedAt, ...row }: Row): StoredReport {
  return { ...row, state: { xid, position }, computedAt: computedAt.toISOString() };
}
