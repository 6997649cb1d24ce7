import type { DossierId, PartyId, UnitId } from '@mocua/contract';
import { Injectable } from '@nestjs/common';
import { Database, type SqlExecutor } from '@mocua/server/kernel';

/** Who answers for the decision of a dossier, with the credential they had when it was taken. */
export interface SignerOfDossier {
  readonly dossierId: DossierId;
  readonly partyId: PartyId;
  readonly credentialId: string;
}

interface Row extends Record<string, unknown>, SignerOfDossier {}

/** Which leader of which unit signs from afar. Where there is no row, results are issued as they are printed. */
@Injectable()
export class Credentials {
  constructor(private readonly database: Database) {}

  /**
   * Signers of completed dossiers: the leader who completed the last step of theirs, when that unit gave them a credential.
   * Others are left out, and so is what the document management system issued: it was signed over there.
   */
  async signersOf(
    dossierIds: readonly string[],
    sql: SqlExecutor = this.database,
  ): Promise<ReadonlyMap<string, SignerOfDossier>> {
    const rows = await sql.query<Row>(
      `SELECT done.dossier_id AS "dossierId", c.party_id AS "partyId", c.credential_id AS "credentialId"
         FROM dossier.events done
        CROSS JOIN LATERAL (
          SELECT actor FROM dossier.events step
           WHERE step.dossier_id = done.dossier_id AND step.seq < done.seq AND step.type = 'task-completed'
             AND step.actor ->> 'role' = 'leader' ORDER BY step.seq DESC LIMIT 1) signer
         JOIN signing.credentials c
           ON c.party_id = (signer.actor ->> 'partyId')::uuid AND c.unit_id = (signer.actor ->> 'unitId')::uuid
          AND c.since <= done.occurred_at AND (c.until IS NULL OR c.until > done.occurred_at)
        WHERE done.dossier_id = ANY($1::uuid[]) AND done.type = 'dossier-completed'
          AND done.actor ->> 'job' IS DISTINCT FROM 'document-management'`,
      [dossierIds],
      'signers-of-dossiers',
    );
    return new Map(rows.map((row) => [row.dossierId, row]));
  }

  /** Gives a leader of a unit a credential from an instant on; the one before ends. */
  async give(holder: { partyId: PartyId; unitId: UnitId }, credentialId: string, since: Date): Promise<void> {
    const { partyId, unitId } = holder;
    await this.database.transaction(async (tx) => {
      const same = await tx.one(
        `SELECT 1 FROM signing.credentials WHERE party_id = $1 AND unit_id = $2 AND credential_id = $3 AND until IS NULL`,
        [partyId, unitId, credentialId],
      );
      if (same) return;
      await tx.query(
        `UPDATE signing.credentials SET until = $3 WHERE party_id = $1 AND unit_id = $2 AND until IS NULL`,
        [partyId, unitId, since],
      );
      await tx.query(
        `INSERT INTO signing.credentials (party_id, unit_id, credential_id, since) VALUES ($1, $2, $3, $4)`,
        [partyId, unitId, credentialId, since],
      );
    });
  }

  async end({ partyId, unitId }: { partyId: PartyId; unitId: UnitId }, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE signing.credentials SET until = $3 WHERE party_id = $1 AND unit_id = $2 AND until IS NULL`,
      [partyId, unitId, at],
    );
  }
}
