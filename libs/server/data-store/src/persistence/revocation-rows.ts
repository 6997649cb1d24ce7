import { Injectable } from '@nestjs/common';
import type { DocumentId, DossierId, PartyId, StoredPaperId, UnitId } from '@mocua/contract';
import { Database, type SqlExecutor } from '@mocua/server/kernel';

/** A decision by which an agency took a result of its own out of use. It names nobody. */
export interface RevocationRow {
  readonly paperId: StoredPaperId;
  readonly documentId: DocumentId;
  readonly dossierId: DossierId;
  readonly revokedBy: PartyId;
  readonly unitId: UnitId;
  readonly decisionNumber: string;
  readonly reason: string;
  readonly replacedBy: StoredPaperId | null;
  readonly revokedAt: Date;
}

type Row = RevocationRow & Record<string, unknown>;
const columns = `paper_id AS "paperId", document_id AS "documentId", dossier_id AS "dossierId", revoked_by AS "revokedBy",
  unit_id AS "unitId", decision_number AS "decisionNumber", reason, replaced_by AS "replacedBy", revoked_at AS "revokedAt"`;

/** Rows of revocations. They may be there before the paper is: a decision does not wait for the store. */
@Injectable()
export class RevocationRows {
  constructor(private readonly database: Database) {}

  /** Lets whoever keeps the paper and whoever revokes it come one after the other. */
  async lock(paperId: StoredPaperId, tx: SqlExecutor): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3300))', [paperId]);
  }

  /** Returns the decision that holds: this one, or the one that was there before. */
  async insert(row: RevocationRow, tx: SqlExecutor): Promise<RevocationRow> {
    await tx.query(
      `INSERT INTO data_store.revocations
         (paper_id, document_id, dossier_id, revoked_by, unit_id, decision_number, reason, replaced_by, revoked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (paper_id) DO NOTHING`,
      [
        row.paperId,
        row.documentId,
        row.dossierId,
        row.revokedBy,
        row.unitId,
        row.decisionNumber,
        row.reason,
        row.replacedBy,
        row.revokedAt,
      ],
    );
    return (await this.find(row.paperId, tx)) ?? row;
  }

  find(paperId: StoredPaperId, executor: SqlExecutor = this.database): Promise<RevocationRow | null> {
    return executor.one<Row>(`SELECT ${columns} FROM data_store.revocations WHERE paper_id = $1`, [paperId]);
  }

  /** Those of papers and of issued documents. */
  of(paperIds: readonly string[], documentIds: readonly string[]): Promise<RevocationRow[]> {
    return this.database.query<Row>(
      `SELECT ${columns} FROM data_store.revocations
       WHERE paper_id = ANY($1::uuid[]) OR document_id = ANY($2::uuid[])`,
      [paperIds, documentIds],
    );
  }
}
