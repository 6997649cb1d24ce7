import { Injectable } from '@nestjs/common';
import type { DossierId, PaperSource, PartyId, StoredPaperId } from '@mocua/contract';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type { RevocationRow } from './revocation-rows';

/** A paper as its row says; what it is lies sealed under `detailsValueId`. */
export interface PaperRow {
  readonly paperId: StoredPaperId;
  readonly owner: PartyId;
  readonly source: PaperSource;
  readonly detailsValueId: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly version: number;
  readonly supersededBy: StoredPaperId | null;
  readonly revokedAt: Date | null;
  readonly revokedBecause: string | null;
  readonly hidden: boolean;
  readonly usedIn: number;
  readonly dossierId: DossierId | null;
  readonly addedAt: Date;
  /** Whether the national store is told of it. */
  readonly toDeposit: boolean;
  readonly depositedAt: Date | null;
}

export interface Room {
  readonly papers: number;
  readonly bytes: number;
}

type Row<T> = T & Record<string, unknown>;
type NewPaper = Omit<
  PaperRow,
  | 'version'
  | 'supersededBy'
  | 'revokedAt'
  | 'revokedBecause'
  | 'hidden'
  | 'usedIn'
  | 'addedAt'
  | 'depositedAt'
> & { readonly addedAt: string };

const columns = `paper_id AS "paperId", owner_party AS owner, source, details_value_id AS "detailsValueId", sha256,
  size::float8 AS size, media_type AS "mediaType", version, superseded_by AS "supersededBy", revoked_at AS "revokedAt",
  revoked_because AS "revokedBecause", hidden, used_in AS "usedIn", dossier_id AS "dossierId", added_at AS "addedAt",
  to_deposit AS "toDeposit", deposited_at AS "depositedAt"`;

/** Papers a person uploaded or took over from the national store; what came from dossiers stays, for the archives. */
const brought = `source NOT IN ('result', 'component')`;

/** More papers than one person's list ever reads; the room for own papers is far below. */
const mostOfOne = 1000;

/** Rows of stored papers and the room they take. */
@Injectable()
export class PaperRows {
  constructor(private readonly database: Database) {}

  /** Returns whether the paper is new; one with the same id stays as it is. */
  async insert(paper: NewPaper, executor: SqlExecutor = this.database): Promise<boolean> {
    const row = await executor.one(
      `INSERT INTO data_store.papers (paper_id, owner_party, source, details_value_id, sha256, size, media_type, dossier_id, added_at, to_deposit)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (paper_id) DO NOTHING RETURNING paper_id`,
      [
        paper.paperId,
        paper.owner,
        paper.source,
        paper.detailsValueId,
        paper.sha256,
        paper.size,
        paper.mediaType,
        paper.dossierId,
        paper.addedAt,
        paper.toDeposit,
      ],
    );
    return row !== null;
  }

  /** Takes room for one more own paper, unless that is more than there is. Returns whether it fitted. */
  async takeRoom(tx: SqlExecutor, owner: PartyId, bytes: number, most: Room): Promise<boolean> {
    if (bytes > most.bytes || most.papers < 1) return false;
    const row = await tx.one(
      `INSERT INTO data_store.room_taken (owner_party, papers, bytes) VALUES ($1, 1, $2)
       ON CONFLICT (owner_party) DO UPDATE SET papers = room_taken.papers + 1, bytes = room_taken.bytes + excluded.bytes
         WHERE room_taken.papers < $3 AND room_taken.bytes + excluded.bytes <= $4 RETURNING papers`,
      [owner, bytes, most.papers, most.bytes],
    );
    return row !== null;
  }

  async roomOf(owner: PartyId): Promise<Room> {
    const row = await this.database.one<Row<Room>>(
      'SELECT papers, bytes::float8 AS bytes FROM data_store.room_taken WHERE owner_party = $1',
      [owner],
    );
    return row ?? { papers: 0, bytes: 0 };
  }

  find(paperId: string): Promise<PaperRow | null> {
    return this.database.one<Row<PaperRow>>(`SELECT ${columns} FROM data_store.papers WHERE paper_id = $1`, [
      paperId,
    ]);
  }

  /** Newest first. */
  ofOwner(owner: PartyId): Promise<PaperRow[]> {
    return this.database.query<Row<PaperRow>>(
      `SELECT ${columns} FROM data_store.papers WHERE owner_party = $1 ORDER BY added_at DESC, paper_id DESC LIMIT $2`,
      [owner, mostOfOne],
      'stored-papers-of-owner',
    );
  }

  many(paperIds: readonly string[]): Promise<PaperRow[]> {
    return this.database.query<Row<PaperRow>>(
      `SELECT ${columns} FROM data_store.papers WHERE paper_id = ANY($1::uuid[])`,
      [paperIds],
    );
  }

  /** Puts other words to a paper of one's own; the old ones are gone. */
  async describe(paperId: string, detailsValueId: string): Promise<void> {
    await this.database.query(
      `WITH old AS (SELECT details_value_id FROM data_store.papers WHERE paper_id = $1 FOR UPDATE),
            paper AS (UPDATE data_store.papers SET details_value_id = $2 WHERE paper_id = $1 RETURNING paper_id)
       DELETE FROM personal_data.sealed_values USING old, paper WHERE value_id = old.details_value_id AND value_id <> $2`,
      [paperId, detailsValueId],
    );
  }

  async hide(paperId: string, hidden: boolean): Promise<void> {
    await this.database.query('UPDATE data_store.papers SET hidden = $2 WHERE paper_id = $1', [
      paperId,
      hidden,
    ]);
  }

  /** Lets a newer paper take the place of an older one that nothing has replaced yet. */
  async supersede(olderId: string, newerId: string, executor: SqlExecutor = this.database): Promise<void> {
    await executor.query(
      `WITH older AS (
         UPDATE data_store.papers SET superseded_by = $2 WHERE paper_id = $1 AND superseded_by IS NULL RETURNING version
       ) UPDATE data_store.papers SET version = older.version + 1 FROM older WHERE paper_id = $2`,
      [olderId, newerId],
    );
  }

  /** Marks a paper as revoked by who issued it, for good. Returns whether the national store has to be told. */
  async revoke(
    { paperId, reason, decisionNumber, revokedAt, replacedBy }: RevocationRow,
    tx: SqlExecutor,
  ): Promise<boolean> {
    const row = await tx.one<{ told: boolean }>(
      `UPDATE data_store.papers SET revoked_at = $3, revoked_because = $2,
              superseded_by = COALESCE(superseded_by, (SELECT newer.paper_id FROM data_store.papers newer WHERE newer.paper_id = $4))
       WHERE paper_id = $1 AND revoked_at IS NULL RETURNING to_deposit AS told`,
      [paperId, `${reason} (Quyết định số ${decisionNumber})`, revokedAt, replacedBy],
    );
    return row?.told === true;
  }

  async noteDeposit(paperId: string, at: Date): Promise<void> {
    await this.database.query('UPDATE data_store.papers SET deposited_at = $2 WHERE paper_id = $1', [
      paperId,
      at,
    ]);
  }

  /** Counts in how many dossiers papers were used; the same use again changes nothing. */
  async noteUses(
    uses: readonly { readonly paperId: string; readonly dossierId: string; readonly usedAt: string }[],
    tx: SqlExecutor,
  ): Promise<void> {
    await tx.query(
      `WITH used AS (
         INSERT INTO data_store.reuses (paper_id, dossier_id, used_at)
         SELECT u.paper_id, u.dossier_id, min(u.used_at)
           FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS u(paper_id, dossier_id, used_at)
           JOIN data_store.papers USING (paper_id) GROUP BY u.paper_id, u.dossier_id
         ON CONFLICT DO NOTHING RETURNING paper_id
       ), counted AS (SELECT paper_id, count(*)::integer AS uses FROM used GROUP BY paper_id)
       UPDATE data_store.papers p SET used_in = p.used_in + counted.uses FROM counted WHERE p.paper_id = counted.paper_id`,
      [uses.map((use) => use.paperId), uses.map((use) => use.dossierId), uses.map((use) => use.usedAt)],
    );
  }

  /** Deletes what its owner brought, with its words and shares, and gives room back; the file goes with the next sweep. */
  async deleteOwn(paperId: string): Promise<boolean> {
    const row = await this.database.one<{ deleted: number }>(
      `WITH paper AS (
         DELETE FROM data_store.papers WHERE paper_id = $1 AND ${brought} RETURNING owner_party, source, size, details_value_id
       ), words AS (
         DELETE FROM personal_data.sealed_values v WHERE v.value_id IN (SELECT details_value_id FROM paper UNION ALL
           SELECT s.recipient_value_id FROM data_store.shares s WHERE s.paper_id = $1 UNION ALL
           SELECT u.purpose_value_id FROM data_store.unit_shares u WHERE u.paper_id = $1)
       ), room AS (
         UPDATE data_store.room_taken r SET papers = r.papers - 1, bytes = r.bytes - paper.size FROM paper
          WHERE r.owner_party = paper.owner_party AND paper.source = 'own'
       ) SELECT count(*)::integer AS deleted FROM paper`,
      [paperId],
    );
    return row?.deleted === 1;
  }

  /** Removes papers of a person: their own ones, or all. Returns how many. */
  async removeOf(owner: PartyId, which: 'own' | 'all'): Promise<number> {
    const row = await this.database.one<{ removed: number }>(
      `WITH paper AS (
         DELETE FROM data_store.papers WHERE owner_party = $1 AND ($2 = 'all' OR ${brought})
         RETURNING paper_id, details_value_id
       ), words AS (
         DELETE FROM personal_data.sealed_values v WHERE v.value_id IN (SELECT details_value_id FROM paper UNION ALL
           SELECT s.recipient_value_id FROM data_store.shares s JOIN paper USING (paper_id) UNION ALL
           SELECT u.purpose_value_id FROM data_store.unit_shares u JOIN paper USING (paper_id))
       ), room AS (DELETE FROM data_store.room_taken WHERE owner_party = $1)
       SELECT count(*)::integer AS removed FROM paper`,
      [owner, which],
    );
    return row?.removed ?? 0;
  }
}
