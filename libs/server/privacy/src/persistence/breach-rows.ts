import { Injectable } from '@nestjs/common';
import type { BreachContent, BreachId } from '@mocua/contract';
import { Database, uniqueViolation } from '@mocua/server/kernel';

/** One state of knowledge about a breach; later ones are added, none is changed. */
export interface BreachVersion {
  readonly breachId: BreachId;
  readonly version: number;
  readonly code: string;
  readonly content: BreachContent;
  readonly recordedBy: string;
  readonly recordedByLabel: string;
  readonly recordedAt: Date;
}

type Row = BreachVersion & Record<string, unknown>;
const columns = `breach_id AS "breachId", version, code, content, recorded_by AS "recordedBy",
  recorded_by_label AS "recordedByLabel", recorded_at AS "recordedAt"`;

/** The register of breaches. */
@Injectable()
export class BreachRows {
  constructor(private readonly database: Database) {}

  /** Returns false when the version is taken: somebody was faster. */
  async append(entry: BreachVersion): Promise<boolean> {
    try {
      await this.database.query(
        `INSERT INTO personal_data.breaches (breach_id, version, code, content, known_at, recorded_by, recorded_by_label, recorded_at)
         VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7, $8)`,
        [
          entry.breachId,
          entry.version,
          entry.code,
          JSON.stringify(entry.content),
          entry.content.knownAt,
          entry.recordedBy,
          entry.recordedByLabel,
          entry.recordedAt,
        ],
      );
      return true;
    } catch (error) {
      if (uniqueViolation(error) === 'breaches_pkey') return false;
      throw error;
    }
  }

  /** Every version of a breach in order; empty when there is no such breach. */
  versionsOf(breachId: string): Promise<BreachVersion[]> {
    return this.database.query<Row>(
      `SELECT ${columns} FROM personal_data.breaches WHERE breach_id = $1 ORDER BY version`,
      [breachId],
    );
  }

  /** Ids by the time their first version says the breach became known, newest first. */
  async page(from: { at: string; id: string } | null, limit: number): Promise<{ id: BreachId; at: Date }[]> {
    return this.database.query<{ id: BreachId; at: Date }>(
      `SELECT breach_id AS id, known_at AS at FROM personal_data.breaches
       WHERE version = 1 AND (known_at, breach_id) < ($1::timestamptz, $2::uuid)
       ORDER BY known_at DESC, breach_id DESC LIMIT $3`,
      [from?.at ?? 'infinity', from?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit],
    );
  }

  async versionsOfAll(breachIds: readonly string[]): Promise<Map<string, BreachVersion[]>> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM personal_data.breaches WHERE breach_id = ANY($1::uuid[]) ORDER BY breach_id, version`,
      [breachIds],
    );
    const versions = new Map<string, BreachVersion[]>();
    for (const row of rows) versions.set(row.breachId, [...(versions.get(row.breachId) ?? []), row]);
    return versions;
  }
}
