import type { DossierId, UnitId } from '@mocua/contract';
import type { Database, SqlExecutor } from '@mocua/server/kernel';

export interface DeskReturnRow extends Record<string, unknown> {
  readonly dossierId: DossierId;
  readonly code: string;
  /** Integer đồng. */
  readonly amount: string;
  readonly why: 'overpaid' | 'ended';
  readonly since: Date;
}

/** What may be given back over the counter of each unit; it follows from the money and the dossier, and is written anew with them. */
export class DeskReturns {
  constructor(private readonly database: Database) {}

  /** Writes how it stands: nothing to give back takes the dossier off the list. */
  async put(
    tx: SqlExecutor,
    dossierId: DossierId,
    standing: {
      readonly unitId: UnitId;
      readonly code: string;
      readonly amount: number;
      readonly why: DeskReturnRow['why'];
      readonly at: Date;
    },
  ): Promise<void> {
    if (standing.amount === 0) {
      await tx.query('DELETE FROM payment.desk_returns WHERE dossier_id = $1', [dossierId]);
      return;
    }
    await tx.query(
      `INSERT INTO payment.desk_returns (dossier_id, unit_id, dossier_code, amount, why, since)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (dossier_id) DO UPDATE
         SET unit_id = EXCLUDED.unit_id, dossier_code = EXCLUDED.dossier_code, amount = EXCLUDED.amount, why = EXCLUDED.why`,
      [dossierId, standing.unitId, standing.code, standing.amount, standing.why, standing.at],
    );
  }

  /** Oldest first, after the one that is named. */
  list(
    unitId: UnitId,
    after: { readonly at: string; readonly id: string } | null,
    limit: number,
  ): Promise<DeskReturnRow[]> {
    return this.database.query<DeskReturnRow>(
      `SELECT dossier_id AS "dossierId", dossier_code AS code, amount, why, since FROM payment.desk_returns
        WHERE unit_id = $1 AND ($2::timestamptz IS NULL OR (since, dossier_id) > ($2, $3::uuid))
        ORDER BY since, dossier_id LIMIT $4`,
      [unitId, after?.at ?? null, after?.id ?? null, limit],
    );
  }
}
