import { Injectable } from '@nestjs/common';
import type { PartyId, ProfileFactKind } from '@mocua/contract';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type { FactRow } from '../domain/profile-fact';

type Row = FactRow & Record<string, unknown>;
const columns = `fact_id AS "factId", owner_party AS owner, kind, version, source, value_id AS "valueId",
  fills_forms AS "fillsForms", hidden, to_char(valid_until, 'YYYY-MM-DD') AS "validUntil", added_at AS "addedAt",
  superseded_at AS "supersededAt"`;
const shown = 200;

/** Rows of facts about people. */
@Injectable()
export class FactRows {
  constructor(private readonly database: Database) {}

  /** The current ones first, then earlier versions, newest first. */
  ofOwner(owner: PartyId): Promise<FactRow[]> {
    return this.database.query<Row>(
      `SELECT ${columns} FROM data_store.profile_facts WHERE owner_party = $1
        ORDER BY (superseded_at IS NOT NULL), kind, version DESC LIMIT ${shown}`,
      [owner],
    );
  }

  /** The version that holds. */
  current(owner: PartyId, kind: ProfileFactKind, sql: SqlExecutor = this.database): Promise<FactRow | null> {
    return sql.one<Row>(
      `SELECT ${columns} FROM data_store.profile_facts WHERE owner_party = $1 AND kind = $2 AND superseded_at IS NULL`,
      [owner, kind],
    );
  }

  /** Puts a version in the place of the one before. @returns false when somebody else did so in between */
  async supersede(fact: FactRow, sql: SqlExecutor): Promise<boolean> {
    await sql.query(
      `UPDATE data_store.profile_facts SET superseded_at = $3, fills_forms = false, hidden = false
        WHERE owner_party = $1 AND kind = $2 AND superseded_at IS NULL AND version = $4 - 1`,
      [fact.owner, fact.kind, fact.addedAt, fact.version],
    );
    const rows = await sql.query(
      `INSERT INTO data_store.profile_facts
         (fact_id, owner_party, kind, version, source, value_id, fills_forms, hidden, valid_until, added_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING fact_id`,
      [
        ...[fact.factId, fact.owner, fact.kind, fact.version, fact.source, fact.valueId],
        ...[fact.fillsForms, fact.hidden, fact.validUntil, fact.addedAt],
      ],
    );
    return rows.length === 1;
  }

  /** Puts the version that holds aside, so that it fills no form, or shows it again. */
  async hide({ factId, owner }: Pick<FactRow, 'factId' | 'owner'>, hidden: boolean): Promise<FactRow | null> {
    return this.database.one<Row>(
      `UPDATE data_store.profile_facts SET hidden = $3, fills_forms = fills_forms AND NOT $3
        WHERE fact_id = $1 AND owner_party = $2 AND superseded_at IS NULL RETURNING ${columns}`,
      [factId, owner, hidden],
    );
  }

  /** Changes what may be changed of the version that holds; one that may fill forms is not hidden any more. */
  async change(
    { factId, owner }: Pick<FactRow, 'factId' | 'owner'>,
    { fillsForms, validUntil }: Pick<FactRow, 'fillsForms' | 'validUntil'>,
  ): Promise<FactRow | null> {
    return this.database.one<Row>(
      `UPDATE data_store.profile_facts SET fills_forms = $3, valid_until = $4, hidden = hidden AND NOT $3
        WHERE fact_id = $1 AND owner_party = $2 AND superseded_at IS NULL RETURNING ${columns}`,
      [factId, owner, fillsForms, validUntil],
    );
  }

  /** Removes all versions of the kind of a fact, words included. @returns how many */
  async remove(owner: PartyId, factId: string | null): Promise<number> {
    const row = await this.database.one<{ removed: number }>(
      `WITH gone AS (
         DELETE FROM data_store.profile_facts f WHERE f.owner_party = $1 AND ($2::uuid IS NULL OR f.kind =
           (SELECT kind FROM data_store.profile_facts WHERE fact_id = $2 AND owner_party = $1)) RETURNING value_id
       ), words AS (
         DELETE FROM personal_data.sealed_values v WHERE v.value_id IN (SELECT value_id FROM gone)
       )
       SELECT count(*)::integer AS removed FROM gone`,
      [owner, factId],
    );
    return row?.removed ?? 0;
  }
}
