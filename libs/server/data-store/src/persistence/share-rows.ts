import { Injectable } from '@nestjs/common';
import type { PaperShareId, PartyId, StoredPaperId } from '@mocua/contract';
import { Database } from '@mocua/server/kernel';

/** A share; the number that was typed lies sealed under the giver's key, the recipient is found by its fingerprint. */
export interface ShareRow {
  readonly shareId: PaperShareId;
  readonly paperId: StoredPaperId;
  readonly owner: PartyId;
  readonly sharedBy: PartyId;
  readonly recipientIndex: string;
  readonly recipientValueId: string;
  readonly sharedAt: Date;
  /** Last day, `YYYY-MM-DD`. */
  readonly until: string;
  readonly endedAt: Date | null;
}

type Row<T> = T & Record<string, unknown>;
const columns = `share_id AS "shareId", paper_id AS "paperId", owner_party AS owner, shared_by AS "sharedBy",
  recipient_index AS "recipientIndex", recipient_value_id AS "recipientValueId", shared_at AS "sharedAt",
  to_char(until, 'YYYY-MM-DD') AS until, ended_at AS "endedAt"`;
const shown = 100;

/** Rows of shares. */
@Injectable()
export class ShareRows {
  constructor(private readonly database: Database) {}

  /** Returns whether the share is new; one with the same id stays as it is. */
  async insert(share: ShareRow): Promise<boolean> {
    const row = await this.database.one(
      `INSERT INTO data_store.shares (share_id, paper_id, owner_party, shared_by, recipient_index, recipient_value_id, shared_at, until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (share_id) DO NOTHING RETURNING share_id`,
      [
        share.shareId,
        share.paperId,
        share.owner,
        share.sharedBy,
        share.recipientIndex,
        share.recipientValueId,
        share.sharedAt,
        share.until,
      ],
    );
    return row !== null;
  }

  find(shareId: string): Promise<ShareRow | null> {
    return this.database.one<Row<ShareRow>>(`SELECT ${columns} FROM data_store.shares WHERE share_id = $1`, [
      shareId,
    ]);
  }

  /** The last hundred, newest first. */
  givenBy(owner: PartyId): Promise<ShareRow[]> {
    return this.database.query<Row<ShareRow>>(
      `SELECT ${columns} FROM data_store.shares WHERE owner_party = $1 ORDER BY shared_at DESC, share_id DESC LIMIT ${shown}`,
      [owner],
    );
  }

  /** Those that are open on a day, newest first. */
  openFor(recipientIndexes: readonly string[], today: string): Promise<ShareRow[]> {
    return this.database.query<Row<ShareRow>>(
      `SELECT ${columns} FROM data_store.shares
       WHERE recipient_index = ANY($1::text[]) AND ended_at IS NULL AND until >= $2::date
       ORDER BY shared_at DESC, share_id DESC LIMIT ${shown}`,
      [recipientIndexes, today],
    );
  }

  /** Ends a share of an owner; ending twice changes nothing. Returns whether there is such a share. */
  async end(shareId: string, owner: PartyId, at: Date): Promise<boolean> {
    const row = await this.database.one(
      `UPDATE data_store.shares SET ended_at = COALESCE(ended_at, $3) WHERE share_id = $1 AND owner_party = $2 RETURNING share_id`,
      [shareId, owner, at],
    );
    return row !== null;
  }
}
