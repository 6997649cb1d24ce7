import { Injectable } from '@nestjs/common';
import type { PartyId, UnitId } from '@mocua/contract';
import { Database } from '@mocua/server/kernel';
import type { SharePosition } from '../domain/share-position';
import type { UnitShare } from '../domain/unit-share';

type Row = UnitShare & Record<string, unknown>;
const columns = `share_id AS "shareId", paper_id AS "paperId", owner_party AS owner, shared_by AS "sharedBy",
  unit_id AS "unitId", purpose_value_id AS "purposeValueId", consent_id AS "consentId", shared_at AS "sharedAt",
  to_char(until, 'YYYY-MM-DD') AS until, ended_at AS "endedAt"`;
const shown = 100;

/** Rows of shares with agencies. */
@Injectable()
export class UnitShareRows {
  constructor(private readonly database: Database) {}

  /** One with the same id stays as it is. */
  async insert(share: UnitShare): Promise<void> {
    await this.database.query(
      `INSERT INTO data_store.unit_shares
         (share_id, paper_id, owner_party, shared_by, unit_id, purpose_value_id, consent_id, shared_at, until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (share_id) DO NOTHING`,
      [
        ...[share.shareId, share.paperId, share.owner, share.sharedBy, share.unitId],
        ...[share.purposeValueId, share.consentId, share.sharedAt, share.until],
      ],
    );
  }

  find(shareId: string): Promise<UnitShare | null> {
    return this.database.one<Row>(`SELECT ${columns} FROM data_store.unit_shares WHERE share_id = $1`, [
      shareId,
    ]);
  }

  /** The last hundred, newest first. */
  givenBy(owner: PartyId): Promise<UnitShare[]> {
    return this.database.query<Row>(
      `SELECT ${columns} FROM data_store.unit_shares WHERE owner_party = $1
        ORDER BY shared_at DESC, share_id DESC LIMIT ${shown}`,
      [owner],
    );
  }

  /** Those that neither ended nor ran out, newest first. */
  openFor(unitId: UnitId, today: string, after: SharePosition | null, limit: number): Promise<UnitShare[]> {
    return this.database.query<Row>(
      `SELECT ${columns} FROM data_store.unit_shares
        WHERE unit_id = $1 AND ended_at IS NULL AND until >= $2::date
          AND (shared_at, share_id) < ($3::timestamptz, $4::uuid)
        ORDER BY shared_at DESC, share_id DESC LIMIT $5`,
      [
        unitId,
        today,
        after?.sharedAt ?? 'infinity',
        after?.shareId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        limit,
      ],
    );
  }

  /** Ends a share of an owner; ending twice changes nothing. Returns whether there is such a share. */
  async end(shareId: string, owner: PartyId, at: Date): Promise<boolean> {
    const row = await this.database.one(
      `UPDATE data_store.unit_shares SET ended_at = COALESCE(ended_at, $3)
        WHERE share_id = $1 AND owner_party = $2 RETURNING share_id`,
      [shareId, owner, at],
    );
    return row !== null;
  }

  /** Ends whatever a person shares with anybody, agencies and people alike. */
  async endAllOf(owner: PartyId, at: Date): Promise<void> {
    await this.database.query(
      `WITH units AS (
         UPDATE data_store.unit_shares SET ended_at = $2 WHERE owner_party = $1 AND ended_at IS NULL
       ) UPDATE data_store.shares SET ended_at = $2 WHERE owner_party = $1 AND ended_at IS NULL`,
      [owner, at],
    );
  }
}
