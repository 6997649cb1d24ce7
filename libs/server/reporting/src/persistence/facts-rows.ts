import { Injectable } from '@nestjs/common';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type { DossierFacts } from '../domain/dossier-facts';

/** Facts of a dossier with the number by which others know them. */
export interface NumberedFacts {
  readonly recordId: string;
  readonly facts: DossierFacts;
}

interface Row extends NumberedFacts, Record<string, unknown> {
  readonly dossierId: string;
}

/** What is counted of each dossier, as of the last event that was counted. */
@Injectable()
export class FactsRows {
  constructor(private readonly database: Database) {}

  async of(
    dossierIds: readonly string[],
    sql: SqlExecutor = this.database,
  ): Promise<ReadonlyMap<string, NumberedFacts>> {
    const rows = await sql.query<Row>(
      `SELECT dossier_id AS "dossierId", record_id AS "recordId", facts FROM reporting.dossiers
        WHERE dossier_id = ANY($1::uuid[])`,
      [dossierIds],
      'reporting-facts',
    );
    return new Map(rows.map(({ dossierId, recordId, facts }) => [dossierId, { recordId, facts }]));
  }

  async keep(facts: ReadonlyMap<string, DossierFacts>, tx: SqlExecutor): Promise<void> {
    if (facts.size === 0) return;
    const rows = [...facts].map(([dossierId, each]) => ({ dossier_id: dossierId, facts: each }));
    await tx.query(
      `INSERT INTO reporting.dossiers (dossier_id, facts)
       SELECT dossier_id, facts FROM jsonb_to_recordset($1::jsonb) AS d(dossier_id uuid, facts jsonb)
       ON CONFLICT (dossier_id) DO UPDATE SET facts = excluded.facts`,
      [JSON.stringify(rows)],
    );
  }
}
